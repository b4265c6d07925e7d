package import LeadCore
package import LeadStore

/// Changes what somebody is called, may do, and whether they are here.
package struct UpdateUser: Command {
    package typealias Outcome = Done
    package static let name = "update_user"
    package static let permission = Permission.administer

    package var user: User.ID
    package var name: String?
    package var role: Role?
    package var active: Bool?
    /// Until when pools pass over the person; a time in the past means back.
    package var awayUntil: Instant?
    /// Who takes over leads, deals and duties of somebody who leaves.
    package var successor: User.ID?
    /// Whether the rules choose who takes over the leads of somebody who leaves; the successor gets the rest.
    package var byRules: Bool?

    package init(user: User.ID) {
        self.user = user
    }

    package var subject: String? { "person:\(user)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard var record = try tx.read.user(user) else { throw Refusal.notFound("person") }
        let wasAdministrator = record.active && record.role == .administrator
        if let name { record.name = try NewPerson.checked(name: name) }
        if let role { record.role = role }
        if let awayUntil { record.awayUntil = awayUntil > tx.now ? awayUntil : nil }
        let leaves = active == false && record.active
        if let active { record.active = active }
        if wasAdministrator, !record.active || record.role != .administrator {
            guard try tx.read.activeAdministrators() != [user] else {
                throw Refusal(
                    .conflict,
                    "last_administrator",
                    "This is the last administrator. Make somebody else one first."
                )
            }
        }
        if leaves { try Succession(of: user, to: successor, byRules: byRules ?? false).carryOut(tx, desk) }
        try tx.save(record)
        if awayUntil != nil { try tx.setAway(user, until: record.awayUntil, in: desk.policy.calendar.zone) }
        if leaves {
            try tx.closeSessions(of: user)
            try tx.revokeTokens(of: user)
        }
        return Done()
    }
}

/// What somebody who leaves holds goes to a successor, in the same transaction: no lead is dropped.
private struct Succession {
    let leaver: User.ID
    let successor: User.ID?
    let byRules: Bool

    init(of leaver: User.ID, to successor: User.ID?, byRules: Bool) {
        self.byRules = byRules
        self.leaver = leaver
        self.successor = successor
    }

    func carryOut(_ tx: borrowing Transaction, _ desk: Desk) throws {
        let leads = try tx.read.openLeads(heldBy: .person(leaver))
        let deals = try tx.read.openOpportunities(of: leaver)
        let pools = try tx.read.pools(heldBy: leaver)
        if byRules { try route(leads, tx, desk) }
        guard !((leads.isEmpty || byRules) && deals.isEmpty && pools.isEmpty) else { return }
        guard let successor else {
            throw Refusal(
                .conflict,
                "holds_leads",
                """
                They hold \(leads.count) open leads and \(deals.count) open deals and answer for \(pools.count) pools. \
                Say who takes over.
                """,
                issues: [.init("/successor", "Name who takes over.")]
            )
        }
        guard successor != leaver, let taker = try tx.read.user(successor), taker.active else {
            throw Refusal.invalid("/successor", "This person is not here to take over.")
        }
        for lead in byRules ? [] : leads {
            _ = try AssignLead(lead: lead, to: .person(successor), reason: "The former owner left.").perform(tx, desk)
        }
        for id in deals {
            guard let deal = try tx.read.opportunity(id) else { continue }
            var act = OpportunityAct(deal, facts: desk.facts(tx))
            try act.own(successor)
            try tx.update(act)
        }
        for pool in pools { try tx.setDutyHolder(successor, of: pool) }
    }

    /// Each lead goes where a new one like it would go, but never back to who leaves.
    private func route(_ leads: [Lead.ID], _ tx: borrowing Transaction, _ desk: Desk) throws {
        for lead in leads {
            var act = try desk.companion(lead, tx)
            let given = try Dispatch(desk, excluded: leaver).route(&act, tx)
            try act.assign(to: given.owner, reason: given.reason)
            try tx.update(act)
            try tx.announce(act)
        }
    }
}
