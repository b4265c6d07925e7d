import LeadCore
import LeadStore

/// Rows that are status changes of known leads, each at its own time.
///
/// A lead's rows of one part are brought in together, the oldest first, and then the lead is put into custody from now
/// on. A file may be sorted by lead or by time; a change that lies before one that is recorded already is refused.
struct HistoryRows: RowImporter {
    private struct Change {
        var index: Int
        var step: LeadProcess.Step
        var won: Bool
        var at: Instant
        var reason: String?
    }

    let context: ImportContext

    init(_ context: ImportContext) {
        self.context = context
    }

    func perform(_ rows: [DelimitedRow], _ tx: borrowing Transaction, _ desk: Desk) throws -> [RowResult] {
        var results = rows.map { _ in RowResult(.refused) }
        var changes: [String: [Change]] = [:]
        var order: [String] = []
        for (index, row) in rows.enumerated() {
            do {
                let (key, change) = try read(context.mapped(row), index, desk.policy.process)
                if changes[key] == nil { order.append(key) }
                changes[key, default: []].append(change)
            } catch {
                results[index] = RowResult(error)
            }
        }
        for key in order {
            let group = (changes[key] ?? []).sorted { ($0.at, $0.index) < ($1.at, $1.index) }
            do {
                let outcomes = try tx.savepoint { try bring(group, to: key, tx, desk) }
                for (change, result) in zip(group, outcomes) { results[change.index] = result }
            } catch let refusal as Refusal {
                for change in group { results[change.index] = RowResult(refusal) }
            }
        }
        return results
    }

    private func read(_ row: MappedRow, _ index: Int, _ process: LeadProcess) throws(Refusal) -> (String, Change) {
        try row.requireShape()
        guard let key = row.externalID else { throw Refusal.invalid("/external_id", "The row names no lead.") }
        guard let (step, won) = try row.status(in: process) else {
            throw Refusal.invalid("/status", "The row names no status.")
        }
        guard let at = try row.instant(firstOf: .at, .updatedAt, .createdAt) else {
            throw Refusal.invalid("/at", "The row gives no time.")
        }
        return (key, Change(index: index, step: step, won: won, at: at, reason: row.text(.reason)))
    }

    private func bring(
        _ group: [Change],
        to key: String,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> [RowResult] {
        var act = try tx.leadAct(importedAs: key, desk)
        let known = try tx.read.statusTimes(of: act.lead.id)
        let before = act.records.count
        let results = try group.map { change in try bring(change, &act, known, tx, desk) }
        guard act.records.count > before else { return results }
        if act.lead.isOpen {
            try tx.read.requireNoOpenLead(beside: act.lead)
            let owner = act.lead.owner
            let keeper = try Allotment.present(owner, .imported, &act, tx, desk)
            act.settleHistory(keeper)
        }
        try tx.update(act)
        return results
    }

    private func bring(
        _ change: Change,
        _ act: inout LeadAct,
        _ known: [Instant: Status],
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> RowResult {
        let subject = act.lead.id.bytes
        if known[change.at] == change.step.status || act.lead.status == change.step.status {
            return RowResult(.duplicate, subject: subject)
        }
        do {
            if change.step.kind == .converted {
                try Refusal.requirePast(change.at, now: tx.now, "/at")
                let deal = ImportedDeal(closedAt: change.at, won: change.won, amount: act.lead.value)
                try deal.bring(into: &act, status: change.step.status, tx, desk)
            } else {
                try act.recordHistory(change.step.status, at: change.at, reason: change.reason)
            }
            return RowResult(.updated, subject: subject)
        } catch let refusal as Refusal {
            return RowResult(refusal)
        }
    }
}

extension Transaction {
    /// The lead that a file brought in under its own id.
    func leadAct(importedAs key: String, _ desk: Desk) throws -> LeadAct {
        guard let id = try read.arrival(under: "id:\(key)")?.lead, let lead = try read.lead(id) else {
            throw Refusal(
                .notFound,
                "lead_not_known",
                "There is no lead \(key.prefix(60)). Import the leads first, under the same system.",
                issues: [.init("/external_id", "Not known.")]
            )
        }
        return try desk.act(on: lead, self)
    }
}
