import LeadCore
import LeadStore

/// Rows that are deals of their own: opened and closed at the file's times.
///
/// A deal that is known and open is brought up to what the file says now.
struct OpportunityRows: SingleRowImporter {
    private static let keyKind = "opportunity"

    let context: ImportContext

    init(_ context: ImportContext) {
        self.context = context
    }

    func perform(_ row: DelimitedRow, _ tx: borrowing Transaction, _ desk: Desk) throws -> RowResult {
        let mapped = context.mapped(row)
        try mapped.requireShape()
        let key = mapped.dedupeKey(file: context.fileHash)
        if let known = try tx.read.subject(Opportunity.self, kind: Self.keyKind, key: key) {
            return try bringUpToDate(known, mapped, tx, desk)
        }
        guard let began = try mapped.instant(.createdAt) else {
            throw Refusal.invalid("/created_at", "The row does not say when the deal began.")
        }
        try mapped.requirePast(began, tx.now)
        let id: Opportunity.ID = tx.newID()
        let names = ImportNames(context.mapping.createMissing)
        let product = try mapped.text(.product).map { try names.product($0, of: mapped.text(.productClass), tx) }
        let account = try mapped.text(.company).map { try names.account($0, tx) }
        let stage = try mapped.stage(in: desk.policy)
        let opened = OpportunityEvent.Opened(
            account: account,
            stage: try stage.flatMap { $0.kind == .open ? $0.key : nil } ?? desk.policy.firstStage(),
            owner: try mapped.text(.owner).map { try names.user($0, tx) },
            amount: try mapped.money(.amount),
            leads: []
        )
        var deal = try OpportunityAct.open(id, opened, at: began, facts: desk.facts(tx))
        try close(&deal, stage, mapped, tx.now)
        var details = OpportunityDetails(
            name: name(of: mapped),
            product: product?.id,
            productClass: product?.productClass
        )
        details.closeOn = try mapped.instant(.closeOn)
        try tx.insert(deal, details, contacts: [])
        try tx.bind(id, kind: Self.keyKind, key: key)
        return RowResult(.created, subject: id.bytes)
    }

    private func bringUpToDate(
        _ id: Opportunity.ID,
        _ row: MappedRow,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> RowResult {
        guard let deal = try tx.read.opportunity(id) else { throw Refusal.notFound("opportunity") }
        var act = OpportunityAct(deal, facts: desk.facts(tx))
        if deal.kind == .open {
            if let amount = try row.money(.amount) { try act.amend(amount) }
            let stage = try row.stage(in: desk.policy)
            if let stage, stage.kind == .open { try act.move(to: stage.key) }
            try close(&act, stage, row, tx.now)
        }
        guard !act.records.isEmpty else { return RowResult(.duplicate, subject: id.bytes) }
        try tx.update(act)
        return RowResult(.updated, subject: id.bytes)
    }

    private func close(
        _ act: inout OpportunityAct,
        _ stage: OpportunityStage?,
        _ row: MappedRow,
        _ now: Instant
    ) throws {
        guard let stage, stage.kind != .open else { return }
        guard let at = try row.instant(firstOf: .closedAt, .convertedAt) else {
            throw Refusal.invalid("/closed_at", "The row does not say when the deal closed.")
        }
        try row.requirePast(at, now)
        if stage.kind == .won { try act.win(at: at) } else { try act.lose(try row.loss(), at: at) }
    }

    private func name(of row: MappedRow) -> String {
        let parts = [row.text(.company), row.text(.product)].compactMap { $0 }.joined(separator: ", ")
        return row.text(.subject) ?? (parts.isEmpty ? "Imported deal" : parts)
    }
}
