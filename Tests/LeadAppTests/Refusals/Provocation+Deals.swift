import LeadApp
import LeadCore
import LeadStore

extension Provocation {
    static let merging: [Provocation] = [
        Provocation("lead_merged") { site in
            let merged = try await site.merged().merged
            try await site.app.perform(ReopenLead(lead: merged, reason: "Again"), as: site.manager)
        },
        Provocation("not_merged") { site in
            try await site.app.perform(UndoMerge(lead: try await site.lead()), as: site.manager)
        },
        Provocation("survivor_moved_on") { site in
            let (survivor, merged) = try await site.merged()
            try await site.workplace.qualify(survivor)
            try await site.app.perform(ConvertLeads(leads: [survivor], name: "Deal"), as: site.manager)
            try await site.app.perform(UndoMerge(lead: merged), as: site.manager)
        },
        Provocation("people_moved") { site in
            let merged = try await site.merged().merged
            let contact = try await site.contact(of: merged)
            site.workplace.advance(.minutes(1))
            let move = MoveContact(contact: contact, company: "Eckert", withLeads: false)
            try await site.app.perform(move, as: site.manager)
            try await site.app.perform(UndoMerge(lead: merged), as: site.manager)
        },
        Provocation("undo_too_late") { site in
            let merged = try await site.merged().merged
            site.workplace.advance(.days(15))
            try await site.app.perform(UndoMerge(lead: merged), as: site.manager)
        },
        Provocation("different_accounts", ["/otherAccounts"]) { site in
            let merge = MergeLeads(survivor: try await site.lead(), merged: [try await site.other()])
            try await site.app.perform(merge, as: site.manager)
        },
        Provocation("open_lead_exists", ["/lead"]) { site in
            let contact = try await site.contact(of: try await site.lead())
            _ = try await site.other()
            let move = MoveContact(contact: contact, company: "Other", withLeads: true)
            try await site.app.perform(move, as: site.manager)
        },
        Provocation("not_linked") { site in
            try await site.app.perform(UnlinkLead(lead: try await site.lead()), as: site.manager)
        },
    ]

    static let undoing: [Provocation] = [
        Provocation("nothing_to_undo") { site in
            try await site.act(on: try await site.lead()) { act, _ in try act.restore(.merge, []) }
        },
        Provocation("came_closed") { site in
            let lead = try await site.qualified()
            try await site.app.perform(ConvertLeads(leads: [lead], name: "Deal"), as: site.manager)
            try await site.act(on: lead) { act, past in
                // As an import leaves it: taken in, and a deal at once, without having been in anybody's custody.
                try act.restore(.conversion, past.filter { [.captured, .converted].contains($0.event.kind) })
            }
        },
        Provocation("opportunity_worked_on", ["/confirmed"]) { site in
            let deal = try await site.deal()
            try await site.app.perform(MoveOpportunity(opportunity: deal, stage: "proposal"), as: site.manager)
            try await site.app.perform(UndoConversion(opportunity: deal), as: site.manager)
        },
        Provocation("opportunity_withdrawn") { site in
            let deal = try await site.deal()
            try await site.app.perform(UndoConversion(opportunity: deal), as: site.manager)
            try await site.app.perform(MoveOpportunity(opportunity: deal, stage: "proposal"), as: site.manager)
        },
        Provocation("no_such_line", ["/line"]) { site in
            let lead = try await site.lead()
            try await site.app.perform(
                CorrectLead(lead: lead, line: -1, change: .undo, reason: "Slip"),
                as: site.manager
            )
        },
        Provocation("not_latest_change") { site in
            let lead = try await site.qualified()
            try await site.app.perform(HandOffLead(lead: lead, to: .person(Workplace.fay)), as: site.manager)
            let line = try await site.moves(of: lead)[0].seq
            try await site.app.perform(
                CorrectLead(lead: lead, line: line, change: .undo, reason: "Slip"),
                as: site.manager
            )
        },
        Provocation("time_out_of_order", ["/at"]) { site in
            let lead = try await site.qualified()
            let line = try await site.moves(of: lead)[0]
            let change = CorrectLead.Change.time(line.at - .days(1))
            try await site.app.perform(
                CorrectLead(lead: lead, line: line.seq, change: change, reason: "Slip"),
                as: site.manager
            )
        },
    ]
}

extension ProvokedSite {
    /// A lead of another account than `lead()`.
    func other() async throws -> Lead.ID {
        try await workplace.lead {
            $0.name = "Otto Other"
            $0.email = "otto@other.example"
            $0.company = "Other"
        }
    }

    func merged() async throws -> (survivor: Lead.ID, merged: Lead.ID) {
        let (survivor, merged) = (try await lead(), try await other())
        let merge = MergeLeads(survivor: survivor, merged: [merged], otherAccounts: true)
        try await app.perform(merge, as: manager)
        return (survivor, merged)
    }

    func contact(of lead: Lead.ID) async throws -> Contact.ID {
        try await workplace.detail(lead).people[0].contact.id
    }

    func moves(of lead: Lead.ID) async throws -> [LeadDetail.Event] {
        try await workplace.detail(lead).events.filter { $0.event.kind == .moved }
    }

    /// An act of the core on a lead with its ledger, of which nothing is saved.
    func act(
        on id: Lead.ID,
        _ verb: @escaping @Sendable (inout LeadAct, [(event: LeadEvent, at: Instant)]) throws -> Void
    )
        async throws
    {
        try await app.database.write(as: .system) { tx in
            guard let lead = try tx.read.lead(id) else { return }
            let facts = Facts(now: tx.now, actor: tx.actor, policy: try app.policies.current(tx.read))
            var act = LeadAct(lead, facts: facts, newClockID: tx.newClockID)
            try verb(&act, tx.read.ledger(of: id).map { (event: try $0.leadEvent(), at: $0.at) })
        }
    }
}
