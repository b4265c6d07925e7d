package import LeadCore
package import LeadStore

/// Takes in what somebody sent through a public form, or holds it back to be looked at.
package struct CaptureForm: Command {
    package typealias Outcome = Captured
    package static let name = "capture_form"
    package static let permission = Permission.captureLeads

    /// The body, byte for byte.
    package var raw: [UInt8]
    package var contentType: String
    package var form: Form.ID
    package var suspicion: CaptureLead.Suspicion?

    package init(raw: [UInt8], contentType: String, form: Form.ID, suspicion: CaptureLead.Suspicion? = nil) {
        self.raw = raw
        self.contentType = contentType
        self.form = form
        self.suspicion = suspicion
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Captured {
        try CaptureLead(formBody: raw, contentType, of: form, suspicion, desk.policy, tx.read).perform(tx, desk)
    }
}

extension CaptureLead {
    /// What a form's body asks for; a body that cannot be read is held back.
    init(
        formBody raw: [UInt8],
        _ contentType: String,
        of id: Form.ID,
        _ suspicion: Suspicion?,
        _ policy: Policy,
        _ snapshot: borrowing Snapshot
    ) throws {
        guard let form = try snapshot.form(id) else { throw Refusal.notFound("form") }
        let fields = SubmittedForm(stored: raw, contentType: contentType)
        let inquiry = try FormReading(fields ?? SubmittedForm(), of: form, policy, snapshot).inquiry
        self.init(raw: raw, contentType: contentType, channel: .form, inquiry: inquiry)
        self.form = id
        dedupeKey = nil
        self.suspicion =
            suspicion
            ?? (fields == nil ? Suspicion(code: "malformed_form", sentence: "The form's content cannot be read.") : nil)
    }
}
