import LeadCore
import LeadStore

/// Rows that are deals of known leads: the lead converts at the row's own time, and the deal is won unless a status
/// says that it was lost.
///
/// A deal that lies before its lead began is refused.
struct DealRows: SingleRowImporter {
    let context: ImportContext

    init(_ context: ImportContext) {
        self.context = context
    }

    func perform(_ row: DelimitedRow, _ tx: borrowing Transaction, _ desk: Desk) throws -> RowResult {
        let mapped = context.mapped(row)
        try mapped.requireShape()
        guard let key = mapped.externalID else { throw Refusal.invalid("/external_id", "The row names no lead.") }
        guard let closedAt = try mapped.instant(firstOf: .closedAt, .convertedAt) else {
            throw Refusal.invalid("/closed_at", "The row does not say when the deal closed.")
        }
        try mapped.requirePast(closedAt, tx.now)
        var act = try tx.leadAct(importedAs: key, desk)
        guard act.lead.isOpen else {
            if act.lead.kind == .converted { return RowResult(.duplicate, subject: act.lead.id.bytes) }
            throw Refusal(.conflict, "lead_closed", "This lead is closed: \(act.lead.status.rawValue).")
        }
        guard let target = desk.policy.process.first(.converted) else {
            throw Refusal(.conflict, "no_such_kind", "The lead process has no status of kind converted.")
        }
        try deal(mapped, closedAt, tx, desk).bring(into: &act, status: target.status, tx, desk)
        try tx.update(act)
        return RowResult(.updated, subject: act.lead.id.bytes)
    }

    private func deal(
        _ row: MappedRow,
        _ closedAt: Instant,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> ImportedDeal {
        let names = ImportNames(context.mapping.createMissing)
        let stage = try row.stage(in: desk.policy)
        var deal = ImportedDeal(closedAt: closedAt, won: stage?.kind ?? .won == .won, amount: try row.money(.amount))
        deal.openedAt = try row.instant(.createdAt)
        deal.name = row.text(.subject)
        deal.owner = try row.text(.owner).map { try names.user($0, tx) }
        deal.product = try row.text(.product).map { try names.product($0, of: row.text(.productClass), tx) }
        if stage?.kind == .lost { deal.loss = try row.loss() }
        return deal
    }
}

extension MappedRow {
    /// What the file's status word means in the sales process: by the mapping, or a stage's own key or label.
    func stage(in policy: Policy) throws(Refusal) -> OpportunityStage? {
        guard let word = text(.status) else { return nil }
        let name = plan.mapping.meaning(of: word).status.lowercased()
        let found = policy.opportunityStages.first { $0.key == name || $0.label.lowercased() == name }
        guard let found else {
            throw Refusal(
                .invalid,
                "unknown_stage",
                "The sales process has no stage “\(word.prefix(40))”. Say in the mapping's statuses what it means.",
                issues: [.init("/status", "One of: \(policy.opportunityStages.map(\.key).joined(separator: ", ")).")]
            )
        }
        return found
    }

    /// Why a deal was lost; a file that does not say so leaves exactly that.
    func loss() throws(Refusal) -> OpportunityEvent.Loss {
        .init(reason: text(.reason) ?? "Not given", competitor: text(.competitor), rank: try integer(.rank))
    }
}
