package import LeadCore
package import LeadStore

/// Sets right what a line of a lead's timeline says wrongly; the line stays, and the correction stands beside it.
package struct CorrectLead: LeadCommand {
    package enum Change: Codable, Hashable, Sendable {
        /// The change of status happened then.
        case time(Instant)
        /// That is who got the lead.
        case owner(Owner)
        /// The latest change of status never happened.
        case undo
    }

    package static let name = "correct_lead"
    package static let permission = Permission.correctHistory

    package var lead: Lead.ID
    /// The sequence number of the line in the ledger.
    package var line: Int64
    package var change: Change
    package var reason: String

    package init(lead: Lead.ID, line: Int64, change: Change, reason: String) {
        self.lead = lead
        self.line = line
        self.change = change
        self.reason = reason
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.require(reason: reason)
        let history = try tx.read.history(of: lead)
        switch change {
        case .time(let at): try act.correct(timeOf: line, to: at, in: history)
        case .owner(let owner):
            try requireKnown(owner, tx)
            try act.correct(ownerOf: line, to: owner, in: history)
            try requirePresence(act.lead, owner, tx)
        case .undo: try undo(&act, history, tx, desk)
        }
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(reason, tx)
    }

    private func requireKnown(_ owner: Owner, _ tx: borrowing Transaction) throws {
        let isKnown: Bool =
            switch owner {
            case .person(let id): try tx.read.user(id) != nil
            case .pool(let id): try tx.read.pool(id, at: tx.now) != nil
            case .elsewhere: false
            }
        guard isKnown else { throw Refusal.invalid("/owner", "There is no such person or pool.") }
    }

    /// Who holds an open lead now must be there to do so; who held one once may have left.
    private func requirePresence(_ lead: Lead, _ owner: Owner, _ tx: borrowing Transaction) throws {
        guard lead.isOpen, lead.owner == owner, let person = owner.person else { return }
        guard try tx.read.user(person)?.active == true else {
            throw Refusal.invalid("/owner", "This account is not active, so it cannot hold an open lead.")
        }
    }

    private func undo(
        _ act: inout LeadAct,
        _ history: LeadHistory,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws {
        let (lead, wasOpen) = (act.lead, act.lead.isOpen)
        let keeper = lead.owner == .elsewhere && !wasOpen ? try DefaultPool.allot(tx) : nil
        try act.undo(move: line, in: history, keeper: keeper)
        try act.requirePresentOwner(tx, desk)
        guard act.lead.isOpen, !wasOpen else { return }
        try tx.read.requireNoOpenLead(beside: lead)
    }
}
