import LeadCore
import LeadStore

/// Rows that are inquiries, each captured on the one path that all leads take.
struct LeadRows: SingleRowImporter {
    let context: ImportContext

    init(_ context: ImportContext) {
        self.context = context
    }

    func perform(_ row: DelimitedRow, _ tx: borrowing Transaction, _ desk: Desk) throws -> RowResult {
        let mapped = context.mapped(row)
        var capture = CaptureLead(
            raw: Array(DelimitedText.record(row.cells).utf8),
            contentType: "text/csv",
            channel: .file,
            inquiry: Inquiry()
        )
        capture.createsMissing = context.mapping.createMissing
        capture.importID = context.id
        capture.importRow = row.number
        capture.dedupeKey = mapped.dedupeKey(file: context.fileHash)
        do {
            try mapped.requireShape()
            capture.inquiry = try mapped.inquiry()
            try mapped.requirePast(capture.inquiry.occurredAt, tx.now)
            capture.history = try mapped.history(of: capture.inquiry, desk.policy.process)
        } catch {
            capture.inquiry.source = mapped.text(.source)
            return RowResult(try capture.refuse(error, tx))
        }
        return RowResult(try capture.perform(tx, desk))
    }
}

extension RowResult {
    init(_ captured: Captured) {
        let subject = captured.lead?.bytes ?? captured.contact?.bytes
        switch captured.outcome {
        case _ where captured.wasKnown: self.init(.duplicate, subject: subject)
        case .newLead: self.init(.created, subject: subject)
        case .joined: self.init(.joined, subject: subject)
        case .contactOnly: self.init(.contactOnly, subject: subject)
        case .rejected, .quarantined, .pending:
            self.init(.refused, code: captured.refusal?.code, sentence: captured.refusal?.sentence)
        }
    }
}

extension MappedRow {
    func inquiry() throws(Refusal) -> Inquiry {
        var inquiry = Inquiry()
        inquiry.name = text(.fullName)
        inquiry.firstName = text(.firstName)
        inquiry.lastName = text(.lastName)
        inquiry.email = text(.email)
        inquiry.phone = text(.phone) ?? text(.mobile)
        inquiry.title = text(.title)
        inquiry.company = text(.company)
        inquiry.website = text(.website)
        inquiry.country = text(.country)
        inquiry.city = text(.city)
        inquiry.industry = text(.industry)
        inquiry.employees = try integer(.employees)
        let revenue = try money(.annualRevenue)
        inquiry.revenue = revenue?.minor
        inquiry.revenueCurrency = revenue?.currency
        inquiry.source = text(.source)
        inquiry.campaign = text(.campaign)
        inquiry.event = text(.event)
        inquiry.intent = try intent()
        inquiry.productClass = text(.productClass)
        inquiry.product = text(.product)
        inquiry.message = message
        inquiry.value = try money(.amount)
        inquiry.externalID = externalID
        inquiry.owner = text(.owner)
        inquiry.doNotEmail = try flag(.doNotEmail)
        inquiry.doNotCall = try flag(.doNotCall)
        inquiry.contactOnly = try flag(.contactOnly)
        inquiry.occurredAt = try instant(.createdAt)
        inquiry.fields = try plan.customFields(in: row)
        return inquiry
    }

    private func intent() throws(Refusal) -> Intent? {
        guard let word = text(.intent)?.lowercased() else { return nil }
        if let intent = Intent.allCases.first(where: { $0.rawValue == word || $0.label.lowercased() == word }) {
            return intent
        }
        let known = Intent.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal.invalid("/intent", "“\(word.prefix(40))” is no intent. Known: \(known).")
    }

    private var message: String? {
        let parts = [text(.subject), text(.description)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    func requirePast(_ moment: Instant?, _ now: Instant) throws(Refusal) {
        if let moment { try Refusal.requirePast(moment, now: now, "/created_at") }
    }

    /// What the file says about the lead's life before it came here: where it is, since when if the file knows, and that its
    /// owner has held it from the start.
    func history(of inquiry: Inquiry, _ process: LeadProcess) throws(Refusal) -> [CaptureLead.HistoryStep] {
        guard let (step, won) = try status(in: process) else {
            guard let born = inquiry.occurredAt, inquiry.owner != nil, let first = process.first(.new) else {
                return []
            }
            return [.init(status: first.status, at: born)]
        }
        let at: Instant?
        switch step.kind {
        case .new:
            guard let born = inquiry.occurredAt else { return [] }
            at = born
        case .rejected, .lost, .converted, .merged: at = try instant(firstOf: .at, .convertedAt, .closedAt)
        case .working, .qualified, .handed, .accepted, .nurture: at = try instant(.at)
        }
        return [.init(status: step.status, at: at, reason: text(.reason), won: won)]
    }
}
