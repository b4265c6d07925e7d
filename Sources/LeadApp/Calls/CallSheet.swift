package import LeadCore
package import LeadStore

/// Everything that a caller needs of one lead: who it is, why it is next, the script, and what was answered before.
package struct CallSheet: Query {
    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package struct Answer: Sendable {
        package var detail: LeadDetail.Answer
        /// Nil where none is meant for this lead.
        package var script: CallScript?
        /// From earlier calls by this script.
        package var answers: [CallAnswer]
        package var cost: WaitingCost?
        /// The last act of the person that can still be taken back, on whichever lead.
        package var undoable: OwnAct?
    }

    /// Something that a person did just now.
    package struct OwnAct: Sendable {
        package var lead: Lead.ID
        package var name: String
        package var act: LeadEvent.TakenBack.Act
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let detail = try LeadDetail(lead: lead).answer(snapshot, desk, now: now)
        let script = desk.policy.calls.script(for: detail.lead.productClass, in: detail.lead.status)
        return Answer(
            detail: detail,
            script: script,
            answers: try script.map { try snapshot.callAnswers(of: lead, script: $0.key) } ?? [],
            cost: try WorkSource(snapshot, desk, now: now).cost(of: lead, snapshot),
            undoable: try LastOwnAct().answer(snapshot, desk, now: now)
        )
    }
}

/// What the person did last, if it can still be taken back.
package struct LastOwnAct: Query {
    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> CallSheet.OwnAct? {
        guard let user = desk.access.actor.user else { return nil }
        let since = now - .minutes(Int64(desk.policy.calls.undoMinutes))
        guard let last = try snapshot.lastOwnAct(of: user, since: since),
            let kind = LeadEvent.Kind(rawValue: last.kind), let row = try snapshot.leadRow(last.lead)
        else { return nil }
        let act: LeadEvent.TakenBack.Act? =
            switch kind {
            case .called: .call
            case .attempted: .attempt
            case .skipped: .skip
            default: nil
            }
        return act.map { CallSheet.OwnAct(lead: last.lead, name: row.name, act: $0) }
    }
}
