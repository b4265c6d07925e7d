import LeadCore
import LeadStore

/// Life-cycle history that comes with an imported lead: it becomes ledger events at its own times, none invented.
struct History {
    let steps: [CaptureLead.HistoryStep]
    let inquiry: Inquiry

    init(_ steps: [CaptureLead.HistoryStep], _ inquiry: Inquiry) {
        self.steps = steps
        self.inquiry = inquiry
    }

    func bring(
        into act: inout LeadAct,
        _ names: References,
        _ person: Identification.Person,
        _ birth: SubjectBirth,
        byRules: Bool,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws {
        if let owner = names.owner { act.heldBefore(by: .person(owner)) }
        for step in steps {
            if desk.policy.process.kind(of: step.status) == .converted {
                try Conversion.bringWon(&act, step, inquiry, names, person, tx, desk)
            } else {
                try act.recordHistory(step.status, at: step.at ?? tx.now, reason: step.reason)
            }
        }
        if act.lead.isOpen {
            let allotment = try names.allotment(&act, birth, .file, byRules: byRules, tx, desk)
            act.settleHistory(allotment)
        }
    }
}
