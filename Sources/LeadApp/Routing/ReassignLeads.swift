package import LeadCore
package import LeadStore

/// Gives the open leads of one person to others: to somebody, to a pool, or to whom the rules choose.
///
/// It works in parts, so that a great many leads hold nobody up: call it again while some remain.
package struct ReassignLeads: Command {
    package static let name = "reassign_leads"
    package static let permission = Permission.reassignLeads
    package static let isAudited = true
    /// How many are moved at most in one transaction.
    package static let most = 500

    package struct Outcome: Codable, Hashable, Sendable {
        package var moved: Int
        package var remaining: Int
    }

    package var person: User.ID
    package var to: Receiver
    package var reason: String

    package init(person: User.ID, to: Receiver, reason: String) {
        self.person = person
        self.to = to
        self.reason = reason
    }

    package var subject: String? { "person:\(person)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard try tx.read.user(person) != nil else { throw Refusal.notFound("person") }
        guard to != .person(person) else { throw Refusal.invalid("/to", "They hold these leads already.") }
        guard reason.trimmed != nil else {
            throw Refusal(.invalid, "reason_missing", "Say why.", issues: [.init("/reason", "A reason is needed.")])
        }
        let held = try tx.read.openLeads(heldBy: .person(person))
        var moved = 0
        for lead in held.prefix(Self.most) {
            var act = try desk.companion(lead, tx)
            let given = try to.allotment(&act, .manual, besides: person, tx, desk)
            try act.assign(to: given.owner, reason: to.isDecided ? .manual : given.reason)
            guard !act.records.isEmpty else { continue }
            try tx.update(act)
            try tx.announce(act)
            try tx.log(.note(on: lead, text: reason, at: tx.now))
            moved += 1
        }
        return Outcome(moved: moved, remaining: held.count - moved)
    }
}
