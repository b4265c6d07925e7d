package import LeadCore
package import LeadStore

/// Something worth knowing about a lead, written down; it changes nothing of the lead's life, so closed leads take it too.
package struct AddNote: LeadCommand {
    package static let name = "add_note"
    /// In bytes of UTF-8, for all that is written down.
    package static let most = 100_000

    package var lead: Lead.ID
    package var text: String

    package init(lead: Lead.ID, text: String) {
        self.lead = lead
        self.text = text
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        _ = try Self.fitting(text)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(text, tx)
    }

    /// The text as it is kept.
    static func fitting(_ text: String) throws(Refusal) -> String {
        guard let trimmed = text.trimmed else { throw Refusal.invalid("/text", "Write something down.") }
        guard trimmed.utf8.count <= most else {
            throw Refusal.invalid("/text", "This is longer than \(most) bytes.")
        }
        guard !trimmed.utf8.contains(0) else {
            throw Refusal.invalid("/text", "A NUL character cannot stand in a text.")
        }
        return trimmed
    }
}
