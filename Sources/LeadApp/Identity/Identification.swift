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
        /// Set when they wrote another company than the one that they are known at.
        var otherCompany: StatedCompany?
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

    /// - Parameter access: what whoever brings the inquiry may see. To somebody who sees no lead of a person, their company is not
    ///   told: there, with another company, they are somebody new unless the address or the sender's own id says who it is.
    func identify(_ tx: borrowing Transaction, for access: Access? = nil) throws -> Person {
        for key in keys {
            let found = try tx.read.contacts(withKey: key.text, kind: key.kind.rawValue)
            guard let match = found.first(where: { isSame($0, by: key) }) else { continue }
            let known = try today(match, tx)
            var other = try otherCompany(than: known, tx)
            if other != nil, let access, try !access.mayTouch(known.id, tx.read) {
                if key.kind == .phone || key.kind == .nameCompany { continue }
                other?.isTold = false
            }
            return try meetAgain(known, other, tx)
        }
        return try welcome(tx)
    }

    /// The company that they wrote, where they are known at another one or at none.
    private func otherCompany(than known: ContactRecord, _ tx: borrowing Transaction) throws -> StatedCompany? {
        guard let stated = inquiry.company?.trimmed, let key = CompanyKey(stated)?.text else { return nil }
        guard let account = try tx.read.account(known.account), account.nameKey != key else { return nil }
        return StatedCompany(known: account.personal ? nil : account.name, stated: stated)
    }

    /// Somebody whom we know for sure.
    func known(_ id: Contact.ID, _ tx: borrowing Transaction) throws -> Person {
        guard let person = try tx.read.person(id), let contact = try tx.read.contact(person) else {
            throw Refusal.notFound("contact")
        }
        return Person(contact: person, account: contact.account, searchText: searchText, isKnown: true)
    }

    /// Who somebody is since they turned out to be the same as another.
    private func today(_ known: ContactRecord, _ tx: borrowing Transaction) throws -> ContactRecord {
        guard known.mergedInto != nil, let person = try tx.read.person(known.id) else { return known }
        return try tx.read.contact(person) ?? known
    }

    private func isSame(_ known: ContactRecord, by key: MatchKey) -> Bool {
        guard key.kind == .phone, let mine = NameKey(name), !known.nameKey.isEmpty else { return true }
        return mine.text == known.nameKey
    }

    private func meetAgain(
        _ known: ContactRecord,
        _ other: StatedCompany?,
        _ tx: borrowing Transaction
    ) throws -> Person {
        try tx.complete(record(id: known.id, account: known.account))
        for key in keys { try tx.addKey(key.text, kind: key.kind.rawValue, to: known.id) }
        return Person(
            contact: known.id,
            account: known.account,
            searchText: searchText,
            isKnown: true,
            otherCompany: other
        )
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
