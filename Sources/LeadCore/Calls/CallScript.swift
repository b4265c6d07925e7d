/// What a caller says and asks, in order: an opening, and questions whose answers fill the qualification (requirement C8).
///
/// Scripts are policy: a change is a new version, and each call names the version that it was held under.
package struct CallScript: Hashable, Codable, Sendable {
    /// Stable; the name may change.
    package var key: String
    package var name: String
    /// For which product classes; all when empty.
    package var productClasses: [ProductClass.ID]
    /// In which statuses of the lead; every open one when empty.
    package var statuses: [Status]
    /// What is said first, to be read aloud.
    package var opening: String
    package var questions: [Question]

    package init(
        key: String,
        name: String,
        productClasses: [ProductClass.ID] = [],
        statuses: [Status] = [],
        opening: String,
        questions: [Question]
    ) {
        self.key = key
        self.name = name
        self.productClasses = productClasses
        self.statuses = statuses
        self.opening = opening
        self.questions = questions
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        key = try container.decode(String.self, forKey: .key)
        name = try container.decode(String.self, forKey: .name)
        productClasses = try container.decodeIfPresent([ProductClass.ID].self, forKey: .productClasses) ?? []
        statuses = try container.decodeIfPresent([Status].self, forKey: .statuses) ?? []
        opening = try container.decodeIfPresent(String.self, forKey: .opening) ?? ""
        questions = try container.decode([Question].self, forKey: .questions)
    }

    package func question(_ key: String) -> Question? {
        questions.first { $0.key == key }
    }

    /// Whether it is meant for a lead of this class in this status.
    package func fits(_ productClass: ProductClass.ID, _ status: Status) -> Bool {
        (productClasses.isEmpty || productClasses.contains(productClass))
            && (statuses.isEmpty || statuses.contains(status))
    }
}

extension CallScript {
    package struct Question: Hashable, Codable, Sendable {
        package var key: String
        /// To be read aloud.
        package var text: String
        /// For the caller alone.
        package var hint: String?
        package var fills: Filling
        /// What can be answered; none where the answer is typed.
        package var answers: [Answer]
        /// Asked only after certain answers to an earlier question; always when nil.
        package var askedIf: Condition?

        package init(
            key: String,
            text: String,
            hint: String? = nil,
            fills: Filling,
            answers: [Answer] = [],
            askedIf: Condition? = nil
        ) {
            self.key = key
            self.text = text
            self.hint = hint
            self.fills = fills
            self.answers = answers
            self.askedIf = askedIf
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            key = try container.decode(String.self, forKey: .key)
            text = try container.decode(String.self, forKey: .text)
            hint = try container.decodeIfPresent(String.self, forKey: .hint)
            fills = try container.decode(Filling.self, forKey: .fills)
            answers = try container.decodeIfPresent([Answer].self, forKey: .answers) ?? []
            askedIf = try container.decodeIfPresent(Condition.self, forKey: .askedIf)
        }
    }

    package struct Answer: Hashable, Codable, Sendable {
        package var key: String
        package var label: String
        /// What it shows, where the question fills a criterion.
        package var level: Level?
        /// What the field then holds, where the question fills one; the label when nil.
        package var value: String?

        package init(_ key: String, _ label: String, level: Level? = nil, value: String? = nil) {
            self.key = key
            self.label = label
            self.level = level
            self.value = value
        }
    }

    /// After which answers to which earlier question.
    package struct Condition: Hashable, Codable, Sendable {
        package var question: String
        package var answers: [String]

        package init(_ question: String, _ answers: [String]) {
            self.question = question
            self.answers = answers
        }
    }

    /// What an answer fills.
    package enum Filling: Hashable, Sendable {
        case criterion(Criterion)
        /// A custom field, by its key.
        case field(String)
        /// Nothing but the notes of the call.
        case note
    }
}

extension CallScript.Filling: LosslessStringConvertible, Codable {
    /// `criterion:need`, `field:machines` or `note`.
    package var description: String {
        switch self {
        case .criterion(let criterion): "criterion:\(criterion.rawValue)"
        case .field(let key): "field:\(key)"
        case .note: "note"
        }
    }

    package init?(_ description: String) {
        let parts = description.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("note", 1): self = .note
        case ("criterion", 2):
            guard let criterion = Criterion(rawValue: parts[1]) else { return nil }
            self = .criterion(criterion)
        case ("field", 2): self = .field(parts[1])
        default: return nil
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let filling = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) cannot be filled")
        }
        self = filling
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
