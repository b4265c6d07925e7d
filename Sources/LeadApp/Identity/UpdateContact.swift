package import LeadCore
package import LeadStore

/// Sets right what is known of a person: what is named is replaced, what is not stays; the last word counts.
///
/// They are found by what is right from then on, and no longer by what was wrong.
package struct UpdateContact: Command {
    package static let name = "update_contact"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    package struct Outcome: Codable, Hashable, Sendable {
        package var contact: Contact.ID
        /// Which facts are others now, such as `email`; never what they say.
        package var changed: [String]
    }

    package var contact: Contact.ID
    package var fullName: String?
    /// Empty texts clear what is there.
    package var title: String?
    package var email: String?
    package var phone: String?
    package var country: String?
    package var city: String?
    package var doNotEmail: Bool?
    package var doNotCall: Bool?

    package init(contact: Contact.ID) {
        self.contact = contact
    }

    package var subject: String? { "contact:\(contact)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let before = try tx.read.contact(contact), try desk.access.mayTouch(contact, tx.read) else {
            throw Refusal.notFound("contact")
        }
        let after = try edited(before, region: desk.policy.region)
        let changed = Self.differences(before, after)
        guard !changed.isEmpty else { return Outcome(contact: contact, changed: []) }
        try changeKeys(from: before, to: after, tx, desk)
        try tx.update(after)
        if before.name != after.name { try tx.rename(accountOfOne: after.account, to: after.name) }
        for id in try tx.read.leads(with: contact) { try tell(id, changed, tx, desk) }
        return Outcome(contact: contact, changed: changed)
    }

    /// The person as they are to be.
    private func edited(_ before: ContactRecord, region: String) throws(Refusal) -> ContactRecord {
        try requireFitting()
        var after = before
        if let fullName {
            guard let name = fullName.trimmed else { throw Refusal.invalid("/name", "Say what they are called.") }
            after.name = name
            after.nameKey = NameKey(name)?.text ?? ""
        }
        if let email { after.email = try email.trimmed.map(Self.address) }
        if let phone { after.phone = try phone.trimmed.map { text throws(Refusal) in try Self.number(text, region) } }
        if let title { after.title = title.trimmed }
        if let country { after.country = country.trimmed }
        if let city { after.city = city.trimmed }
        after.doNotEmail = doNotEmail ?? before.doNotEmail
        after.doNotCall = doNotCall ?? before.doNotCall
        return after
    }

    private func requireFitting() throws(Refusal) {
        var texts = Inquiry()
        texts.name = fullName
        texts.title = title
        texts.email = email
        texts.phone = phone
        texts.country = country
        texts.city = city
        try texts.requireFitting()
    }

    private static func address(_ text: String) throws(Refusal) -> String {
        guard let key = EmailKey(text) else {
            throw Refusal.invalid("/email", "\(text.prefix(80)) is not an e-mail address.")
        }
        return key.address
    }

    private static func number(_ text: String, _ region: String) throws(Refusal) -> String {
        let number = Phone.normalized(text, region: region)
        guard PhoneKey(e164: number) ?? PhoneKey(text: number) != nil else {
            throw Refusal.invalid("/phone", "\(text.prefix(40)) is not a phone number.")
        }
        return number
    }

    private static func differences(_ before: ContactRecord, _ after: ContactRecord) -> [String] {
        [
            ("name", before.name != after.name), ("title", before.title != after.title),
            ("email", before.email != after.email), ("phone", before.phone != after.phone),
            ("country", before.country != after.country), ("city", before.city != after.city),
            ("doNotEmail", before.doNotEmail != after.doNotEmail), ("doNotCall", before.doNotCall != after.doNotCall),
        ].compactMap { $1 ? $0 : nil }
    }

    /// Each lead that they are on is found by what is right, and tells that they were changed.
    private func tell(_ id: Lead.ID, _ changed: [String], _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard let lead = try tx.read.lead(id) else { return }
        var act = try desk.act(on: lead, tx)
        act.tellChange(of: contact, changed)
        try tx.update(act)
        try tx.refreshTexts(of: id)
        try tx.refreshGaps(of: id)
    }
}
