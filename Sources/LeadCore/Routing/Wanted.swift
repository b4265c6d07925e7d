/// What a lead asks of whoever takes it.
package struct Wanted: Hashable, Codable, Sendable {
    package var productClass: ProductClass.ID?
    /// What the custom field `language` says.
    package var language: String?
    package var country: String?
    package var region: String?
    package var postalCode: String?

    package init(
        productClass: ProductClass.ID? = nil,
        language: String? = nil,
        country: String? = nil,
        region: String? = nil,
        postalCode: String? = nil
    ) {
        self.productClass = productClass
        self.language = language
        self.country = country
        self.region = region
        self.postalCode = postalCode
    }

    /// The key of the custom field that says in which language a lead wants to be spoken to.
    package static let languageField = "language"

    package init(_ subject: LeadSubject) {
        func text(_ value: ConditionValue?) -> String? {
            switch value {
            case .text(let text)?: text.text
            case .key(let key)?: key
            default: nil
            }
        }
        self.init(
            productClass: text(subject[.productClass]).flatMap { ProductClass.ID($0) },
            language: text(subject.custom[Self.languageField]),
            country: text(subject[.country]),
            region: text(subject[.region]),
            postalCode: text(subject[.postalCode])
        )
    }
}

/// Where somebody sells: a country, a region of one (`DE/Bayern`), or where postal codes begin alike (`DE:80`).
package struct Territory: Hashable, Sendable, LosslessStringConvertible {
    package var country: String
    package var region: String?
    package var postalPrefix: String?

    package init?(_ description: String) {
        guard !description.isEmpty, description.utf8.count <= 100 else { return nil }
        if let slash = description.firstIndex(of: "/") {
            country = String(description[..<slash])
            region = String(description[description.index(after: slash)...])
        } else if let colon = description.firstIndex(of: ":") {
            country = String(description[..<colon])
            postalPrefix = String(description[description.index(after: colon)...])
        } else {
            country = description
        }
        guard !country.isEmpty, region != "", postalPrefix != "" else { return nil }
    }

    package var description: String {
        if let region { return "\(country)/\(region)" }
        return postalPrefix.map { "\(country):\($0)" } ?? country
    }

    package func covers(_ wanted: Wanted) -> Bool {
        func isSame(_ a: String?, _ b: String) -> Bool { a.map { FoldedText($0) == FoldedText(b) } ?? false }
        guard isSame(wanted.country, country) else { return false }
        if let region, !isSame(wanted.region, region) { return false }
        guard let postalPrefix else { return true }
        return wanted.postalCode.map { FoldedText($0).starts(with: FoldedText(postalPrefix)) } ?? false
    }
}

/// What somebody can take; an empty list of a kind takes everything of it.
package struct Traits: Hashable, Codable, Sendable {
    package var skills: [ProductClass.ID]
    package var languages: [String]
    /// As `Territory` writes them.
    package var territories: [String]

    package init(skills: [ProductClass.ID] = [], languages: [String] = [], territories: [String] = []) {
        self.skills = skills
        self.languages = languages
        self.territories = territories
    }

    package var isEmpty: Bool { skills.isEmpty && languages.isEmpty && territories.isEmpty }
}

extension Pool.Member {
    /// What the lead asks for and this member has not; a lead that names no language can go to anybody.
    func unfit(for wanted: Wanted) -> CandidateCode? {
        guard !traits.isEmpty else { return nil }
        if !traits.skills.isEmpty, let productClass = wanted.productClass, !traits.skills.contains(productClass) {
            return .wrongSkill
        }
        if !traits.languages.isEmpty, let language = wanted.language {
            let folded = FoldedText(language)
            if !traits.languages.contains(where: { FoldedText($0) == folded }) { return .wrongLanguage }
        }
        if !traits.territories.isEmpty {
            let isCovered = traits.territories.contains { Territory($0)?.covers(wanted) ?? false }
            if !isCovered { return .wrongTerritory }
        }
        return nil
    }
}
