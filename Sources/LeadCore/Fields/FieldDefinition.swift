/// What a custom field holds.
package enum FieldKind: String, CaseIterable, Codable, Sendable {
    case text, number, money, date, choice, boolean

    package var label: String {
        switch self {
        case .text: "Text"
        case .number: "Number"
        case .money: "Amount of money"
        case .date: "Date"
        case .choice: "One of several"
        case .boolean: "Yes or no"
        }
    }

    /// Whether it has a least and a greatest value.
    package var hasBounds: Bool {
        switch self {
        case .number, .money, .date: true
        case .text, .choice, .boolean: false
        }
    }
}

/// A custom field of a workspace: what leads show there beside their qualification (requirement C4).
package struct FieldDefinition: Hashable, Codable, Sendable {
    /// Stable; labels may change.
    package var key: String
    package var label: String
    package var kind: FieldKind
    /// What may be chosen, for a choice.
    package var options: [String]
    /// The least value as it would be typed; nil leaves it open.
    package var minimum: String?
    package var maximum: String?
    /// What people are told beside the field.
    package var help: String?

    package init(
        key: String,
        label: String,
        kind: FieldKind,
        options: [String] = [],
        minimum: String? = nil,
        maximum: String? = nil,
        help: String? = nil
    ) {
        self.key = key
        self.label = label
        self.kind = kind
        self.options = options
        self.minimum = minimum
        self.maximum = maximum
        self.help = help
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        key = try container.decode(String.self, forKey: .key)
        label = try container.decode(String.self, forKey: .label)
        kind = try container.decode(FieldKind.self, forKey: .kind)
        options = try container.decodeIfPresent([String].self, forKey: .options) ?? []
        minimum = try container.decodeIfPresent(String.self, forKey: .minimum)
        maximum = try container.decodeIfPresent(String.self, forKey: .maximum)
        help = try container.decodeIfPresent(String.self, forKey: .help)
    }

    /// Small letters, digits and `_`, beginning with a letter; at most 40.
    package static func isKey(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 40 else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}

extension [FieldDefinition] {
    /// What is wrong with these definitions, as sentences.
    package var faults: [String] {
        let keys = Set(map(\.key)).count == count ? [] : ["Two fields have the same key."]
        return keys + flatMap(\.faults)
    }
}

extension FieldDefinition {
    /// What is wrong with this definition, as sentences.
    package var faults: [String] {
        var faults: [String] = []
        if !Self.isKey(key) {
            faults.append("“\(key)” cannot be a field's key: small letters, digits and _ make one, a letter first.")
        }
        if !label.contains(where: { !$0.isWhitespace }) { faults.append("The field \(key) needs a label.") }
        if kind == .choice {
            if options.count < 2 { faults.append("\(label) needs at least two options to choose from.") }
            if Set(options.map { $0.lowercased() }).count != options.count {
                faults.append("\(label) has the same option twice.")
            }
            if options.contains(where: { !$0.contains { !$0.isWhitespace } }) {
                faults.append("\(label) has an empty option.")
            }
        }
        return faults + boundFaults
    }

    private var boundFaults: [String] {
        guard minimum != nil || maximum != nil else { return [] }
        guard kind.hasBounds else { return ["\(label) can have no least or greatest value."] }
        let bounds = [minimum, maximum].map { $0.map { try? FieldValue($0, as: self, currency: "EUR", isBound: true) } }
        if bounds.contains(where: { if case .some(nil) = $0 { true } else { false } }) {
            return ["The least or greatest value of \(label) cannot be read."]
        }
        if let least = bounds[0], let least, let most = bounds[1], let most, least.order > most.order {
            return ["The least value of \(label) is above its greatest."]
        }
        return []
    }
}
