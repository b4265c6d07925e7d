package import LeadCore
package import LeadStore

/// A command that acts on one lead: load it (if the actor may see it), let the core decide, save.
package protocol LeadCommand: Command where Outcome == LeadOutcome {
    var lead: Lead.ID { get }

    /// The lead to be acted on, if the actor may.
    func load(_ tx: borrowing Transaction, _ desk: Desk) throws -> LeadAct
    func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws
    /// What is kept beside the life cycle: notes, evidence.
    func keep(_ tx: borrowing Transaction, _ desk: Desk) throws
}

/// Where a lead stands after an act.
package struct LeadOutcome: Codable, Hashable, Sendable {
    package var lead: Lead.ID
    package var status: Status
    package var owner: Owner
    package var version: Int
}

extension LeadCommand {
    package static var permission: Permission { .workLeads }

    package func load(_ tx: borrowing Transaction, _ desk: Desk) throws -> LeadAct { try desk.act(on: lead, tx) }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {}

    /// Keeps what somebody wrote beside the act, if they did, on the lead's timeline.
    func keep(_ note: String?, _ tx: borrowing Transaction) throws {
        guard let note = note?.trimmed else { return }
        try tx.log(.note(on: lead, text: note, at: tx.now))
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> LeadOutcome {
        var act = try load(tx, desk)
        try decide(&act, tx, desk)
        try tx.update(act)
        try tx.announce(act)
        try keep(tx, desk)
        return LeadOutcome(
            lead: lead,
            status: act.lead.status,
            owner: act.lead.owner,
            version: act.lead.version + (act.records.isEmpty ? 0 : 1)
        )
    }
}

/// Who shall hold a lead: a person who is there, a pool, or whom the rules choose.
package enum Receiver: Codable, Hashable, Sendable {
    case person(User.ID)
    case pool(Pool.ID)
    case rules

    /// Whether whoever acts has said who; the rules have not been asked then.
    var isDecided: Bool { self != .rules }

    /// The owner that this names; a pool gives it to whoever it chooses, and where it was asked the act remembers how.
    func allotment(
        _ act: inout LeadAct,
        _ reason: AssignmentReason,
        besides excluded: User.ID? = nil,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> Allotment {
        switch self {
        case .person(let id):
            guard let user = try tx.read.user(id), user.active else {
                throw Refusal.invalid("/to", "There is no such person, or the account is not active.")
            }
            return Allotment(owner: .person(id), reason: reason, turn: 0)
        case .pool(let id):
            guard try tx.read.pool(id, at: tx.now) != nil else {
                throw Refusal.invalid("/to", "There is no such pool.")
            }
            return try Dispatch(desk, only: id, excluded: excluded).route(&act, tx)
        case .rules: return try Dispatch(desk, excluded: excluded).route(&act, tx)
        }
    }
}
