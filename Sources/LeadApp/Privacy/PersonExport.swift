package import LeadCore
package import LeadStore

/// All that is held on one person, to be given to them.
package struct PersonExport: Query {
    package static let permission: Permission? = .administer

    package var contact: Contact.ID

    package init(contact: Contact.ID) {
        self.contact = contact
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> PersonFile {
        guard let person = try snapshot.person(contact), let file = try snapshot.file(on: person) else {
            throw Refusal.notFound("contact")
        }
        return file
    }
}
