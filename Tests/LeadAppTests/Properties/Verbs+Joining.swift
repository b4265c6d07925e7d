import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// Several leads, one deal: merging, linking, moving people, and taking it back.
    static let joining: [Verb] = [
        Verb("merge", 5) { scene in
            let lead = try await scene.lead()
            var merged = [try await scene.neighbour(of: lead)]
            if scene.dice.oneIn(3) { merged.append(try await scene.neighbour(of: lead)) }
            let command = MergeLeads(survivor: lead, merged: merged, otherAccounts: scene.dice.oneIn(2))
            try await scene.perform(command, as: try await scene.boss())
        },
        Verb("undo_merge", 4) { scene in
            let lead = try await scene.lead(where: "merged_into IS NOT NULL")
            try await scene.perform(UndoMerge(lead: lead), as: try await scene.boss())
        },
        Verb("link_leads", 3) { scene in
            let lead = try await scene.lead()
            let command = LinkLeads(lead: lead, other: try await scene.neighbour(of: lead))
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("unlink_lead", 2) { scene in
            let lead = try await scene.lead()
            try await scene.perform(UnlinkLead(lead: lead), as: try await scene.worker(of: lead))
        },
        Verb("move_contact", 3) { scene in
            let lead = try await scene.lead()
            let contact = try await scene.contact(of: lead)
            let firm = scene.dice.oneIn(15) ? " " : scene.dice.pick(Town.firms + ["Kappa Newcomers"])
            let command = MoveContact(contact: contact, company: firm, withLeads: scene.dice.oneIn(2))
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("undo_conversion", 5) { scene in
            let deal = try await scene.deal()
            let command = UndoConversion(opportunity: deal, confirmed: scene.dice.oneIn(2))
            try await scene.perform(command, as: try await scene.boss())
        },
        Verb("add_lead_to_deal", 4) { scene in
            let deal = try await scene.deal()
            let account = try await scene.stage.read { try $0.opportunity(deal)?.account }
            let rest: SQL = account.map { "AND account_id = \($0)" } ?? ""
            let any = scene.dice.oneIn(4)
            let lead = any ? try await scene.lead() : try await scene.lead(where: "open \(rest)")
            let command = AddLeadToOpportunity(opportunity: deal, lead: lead, otherAccounts: scene.dice.oneIn(2))
            try await scene.perform(command, as: try await scene.boss())
        },
    ]
}
