import LeadCore
import LeadStore

/// Finds who an inquiry is from among the people we know, or keeps them as somebody new (requirement B1).
///
/// E-mail decides alone. A phone number decides unless the names differ, since offices share one. Name and company together
/// decide. Anything less is somebody new.
struct Identification {
    struct Person {
        var contact: Contact.ID
        var account: Account.ID
        /// What the lead shall be found by.
        var searchText: String
        /// Whether they were here before.
        var isKnown: Bool
    }

    let inquiry: Inquiry
    let name: String
    let email: EmailKey?
    let phone: String?
    let keys: [MatchKey]

    /// - Throws: a refusal when an address is given that is none.
    init(_ inquiry: Inquiry, region: String) throws(Refusal) {
        self.inquiry = inquiry
        name = inquiry.fullName
        email = inquiry.email?.trimmed.flatMap { EmailKey($0) }
        if email == nil, let text = inquiry.email?.trimmed {
            throw Refusal.invalid("/email", "\(text.prefix(80)) is not an e-mail address.")
        }
        phone = inquiry.phone?.trimmed.map { Phone.normalized($0, region: region) }
        keys = matchKeys(
            for: PersonFacts(
                source: inquiry.source ?? "",
                externalID: inquiry.externalID,
                emails: email.map { [$0.address] } ?? [],
                phones: phone.map { [$0] } ?? [],
                name: name,
                company: inquiry.company ?? ""
            )
        )
    }

    func identify(_ tx: borrowing Transaction) throws -> Person {
        for key in keys {
            let found = try tx.read.contacts(withKey: key.text, kind: key.kind.rawValue)
            if let known = found.first(where: { isSame($0, by: key) }) { return try meetAgain(known, tx) }
        }
        return try welcome(tx)
    }

    /// Somebody whom we know for sure.
    func known(_ id: Contact.ID, _ tx: borrowing Transaction) throws -> Person {
        guard let contact = try tx.read.contact(id) else { throw Refusal.notFound("contact") }
        return Person(contact: id, account: contact.account, searchText: searchText, isKnown: true)
    }

    private func isSame(_ known: ContactRecord, by key: MatchKey) -> Bool {
        guard key.kind == .phone, let mine = NameKey(name), !known.nameKey.isEmpty else { return true }
        return mine.text == known.nameKey
    }

    private func meetAgain(_ known: ContactRecord, _ tx: borrowing Transaction) throws -> Person {
        try tx.complete(record(id: known.id, account: known.account))
        for key in keys { try tx.addKey(key.text, kind: key.kind.rawValue, to: known.id) }
        return Person(contact: known.id, account: known.account, searchText: searchText, isKnown: true)
    }

    private func welcome(_ tx: borrowing Transaction) throws -> Person {
        let account = try account(tx)
        let contact = record(id: tx.newID(), account: account)
        try tx.insert(contact)
        for key in keys { try tx.addKey(key.text, kind: key.kind.rawValue, to: contact.id) }
        return Person(contact: contact.id, account: account, searchText: searchText, isKnown: false)
    }

    private func account(_ tx: borrowing Transaction) throws -> Account.ID {
        let company = inquiry.company?.trimmed
        let key = company.flatMap { CompanyKey($0)?.text }
        var account = AccountRecord(
            id: tx.newID(),
            name: company ?? displayName,
            nameKey: key,
            personal: key == nil,
            industry: inquiry.industry,
            employees: inquiry.employees,
            revenue: inquiry.revenue,
            revenueCurrency: inquiry.revenueCurrency,
            website: inquiry.website?.trimmed,
            country: inquiry.country?.trimmed,
            city: inquiry.city?.trimmed,
            region: inquiry.region?.trimmed,
            postalCode: inquiry.postalCode?.trimmed
        )
        if let key, let known = try tx.read.account(withNameKey: key) {
            account.id = known
            try tx.complete(account)
        } else {
            try tx.insert(account)
        }
        return account.id
    }

    private func record(id: Contact.ID, account: Account.ID) -> ContactRecord {
        ContactRecord(
            id: id,
            account: account,
            name: displayName,
            nameKey: NameKey(name)?.text ?? "",
            title: inquiry.title?.trimmed,
            email: email?.address,
            phone: phone,
            country: inquiry.country?.trimmed,
            city: inquiry.city?.trimmed,
            doNotEmail: inquiry.doNotEmail ?? false,
            doNotCall: inquiry.doNotCall ?? false
        )
    }

    /// Something to call them by, whatever little is known.
    private var displayName: String {
        if !name.isEmpty { return name }
        return email?.address ?? phone ?? inquiry.externalID.map { "Unnamed \($0.prefix(40))" } ?? "Unnamed"
    }

    private var searchText: String {
        [displayName, inquiry.company?.trimmed, email?.address, phone].compactMap { $0 }.joined(separator: " ")
    }
}
