package import LeadCore
package import LeadStore

/// Who may be the same person as somebody: by shared keys and names, or by a text.
package struct ContactCandidates: Query {
    package static let limit = 20

    package var contact: Contact.ID
    /// Part of a name, address or number; whoever looks alike when nil.
    package var text: String?

    package init(contact: Contact.ID, text: String? = nil) {
        self.contact = contact
        self.text = text
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [ContactCandidate] {
        guard try snapshot.contact(contact) != nil, try desk.access.mayTouch(contact, snapshot) else {
            throw Refusal.notFound("contact")
        }
        return try snapshot.candidates(for: contact, text: text?.trimmed, limit: Self.limit).filter {
            try desk.access.mayTouch($0.contact.id, snapshot)
        }
    }
}
