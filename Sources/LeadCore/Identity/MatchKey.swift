/// One normalised fact by which two arrivals can be known to be the same person.
package struct MatchKey: Hashable, Codable, Sendable {
    /// From the strongest evidence to the weakest.
    package enum Kind: String, Hashable, Comparable, CaseIterable, Codable, Sendable {
        /// The id that the source itself gave, within that source.
        case externalID = "external_id"
        case email
        case phone
        case nameCompany = "name_company"

        package static func < (a: Kind, b: Kind) -> Bool {
            a.rank < b.rank
        }

        private var rank: Int {
            switch self {
            case .externalID: 0
            case .email: 1
            case .phone: 2
            case .nameCompany: 3
            }
        }
    }

    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// What an arrival says about who somebody is, before it is known whether we have met.
package struct PersonFacts: Hashable, Sendable {
    package var source: String
    package var externalID: String?
    package var emails: [String]
    /// In E.164 form where the edge could bring them into it.
    package var phones: [String]
    package var name: String
    package var company: String

    package init(
        source: String = "",
        externalID: String? = nil,
        emails: [String] = [],
        phones: [String] = [],
        name: String = "",
        company: String = ""
    ) {
        self.source = source
        self.externalID = externalID
        self.emails = emails
        self.phones = phones
        self.name = name
        self.company = company
    }
}

/// The keys by which a person can be found again, strongest first, each once.
///
/// E-mail keys are mailboxes, so `ann+fair@x.com` finds `ann@x.com`. A name alone is no key, nor is a company.
package func matchKeys(for facts: PersonFacts) -> [MatchKey] {
    var keys: [MatchKey] = []
    func add(_ kind: MatchKey.Kind, _ text: String?) {
        guard let text else { return }
        let key = MatchKey(kind, text)
        if !keys.contains(key) { keys.append(key) }
    }
    if let id = facts.externalID, !id.isEmpty {
        add(.externalID, "\(facts.source):\(id)")
    }
    for email in facts.emails {
        add(.email, EmailKey(email)?.mailbox)
    }
    for phone in facts.phones {
        add(.phone, (PhoneKey(e164: phone) ?? PhoneKey(text: phone))?.text)
    }
    if let name = NameKey(facts.name), let company = CompanyKey(facts.company) {
        add(.nameCompany, "\(name.text)@\(company.text)")
    }
    return keys
}
