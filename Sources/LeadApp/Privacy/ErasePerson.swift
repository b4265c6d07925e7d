package import LeadCore
package import LeadStore

/// Erases a person for good, at their wish: names, addresses, numbers, what they sent and what was typed about them.
///
/// What is counted stays as it is: leads in their statuses and hands, ledger, responses, books. It cannot be undone, so the
/// name is typed to confirm it.
package struct ErasePerson: Command {
    package static let name = "erase_person"
    package static let permission = Permission.administer

    package struct Outcome: Codable, Hashable, Sendable {
        package var contact: Contact.ID
        /// The leads that they were on.
        package var leads: [Lead.ID]
        /// Imports that brought them: their files are kept outside and may still name them.
        package var imports: [Import.ID]
    }

    package var contact: Contact.ID
    /// The person's name.
    package var confirmation: String

    package var subject: String? { "contact:\(contact)" }

    package init(contact: Contact.ID, confirmation: String) {
        self.contact = contact
        self.confirmation = confirmation
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let person = try tx.read.person(contact), let record = try tx.read.contact(person) else {
            throw Refusal.notFound("contact")
        }
        guard try !tx.read.isErased(person) else { return Outcome(contact: person, leads: [], imports: []) }
        guard confirmation.trimmed?.lowercased() == record.name.trimmed?.lowercased() else {
            throw Refusal(
                .invalid,
                "erasure_not_confirmed",
                "Type the name exactly as it stands here. What is erased cannot be brought back.",
                issues: [.init("/confirmation", "Must be the person's name.")]
            )
        }
        let erasure = try tx.erase(person, sealing: SealedKey.of)
        for lead in erasure.leads {
            try tx.log(.note(on: lead, text: "A person on this lead was erased at their wish.", at: tx.now))
        }
        return Outcome(contact: person, leads: erasure.leads, imports: erasure.imports)
    }
}
