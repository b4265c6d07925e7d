import LeadApp
import LeadCore
import LeadStore

extension Provocation {
    static let working: [Provocation] = [
        Provocation("already_taken") { site in
            try await site.app.perform(TakeLead(lead: try await site.lead()), as: site.ann)
        },
        Provocation("changed_meanwhile") { site in
            let id = try await site.lead()
            try await site.app.database.write(as: .system) { tx in
                let policy = try site.app.policies.current(tx.read)
                guard let lead = try tx.read.lead(id) else { return }
                let facts = Facts(now: tx.now, actor: tx.actor, policy: policy)
                for value in [Int64(1), 2] {
                    var act = LeadAct(lead, facts: facts, newClockID: tx.newClockID)
                    try act.value(at: Money(minor: value, currency: "EUR"))
                    try tx.update(act)
                }
            }
        },
        Provocation("different_accounts", ["/otherAccounts"]) { site in
            let first = try await site.qualified()
            let other = try await site.workplace.lead {
                $0.email = "x@other.example"
                $0.company = "Other"
            }
            try await site.app.perform(ConvertLeads(leads: [first, other], name: "Deal"), as: site.manager)
        },
        Provocation("gate_not_passed", ["/qualification/urgency", "/qualification/fit"]) { site in
            let id = try await site.lead()
            try await site.app.perform(
                QualifyLead(lead: id, levels: ["need": .high], conclude: true),
                as: site.manager
            )
        },
        Provocation("history_out_of_order", ["/at"]) { site in
            let id = try await site.lead()
            try await site.app.database.write(as: .system) { tx in
                guard let lead = try tx.read.lead(id) else { return }
                let facts = Facts(now: tx.now, actor: tx.actor, policy: try site.app.policies.current(tx.read))
                var act = LeadAct(lead, facts: facts, newClockID: tx.newClockID)
                try act.recordHistory("qualified", at: lead.createdAt - .days(1))
            }
        },
        Provocation("invalid_input", ["/dueAt"]) { site in
            let next = NextStep(what: "Call", dueAt: site.workplace.now - .hours(1))
            try await site.app.perform(SetNextStep(lead: try await site.lead(), next: next), as: site.manager)
        },
        Provocation("last_contact") { site in
            let id = try await site.lead()
            let contact = try await site.workplace.detail(id).people[0].contact.id
            try await site.app.perform(UnlinkContact(lead: id, contact: contact), as: site.manager)
        },
        Provocation("lead_closed") { site in
            let value = Money(minor: 1, currency: "EUR")
            try await site.app.perform(ValueLead(lead: try await site.rejected(), value: value), as: site.manager)
        },
        Provocation("lead_converted") { site in
            let id = try await site.qualified()
            try await site.app.perform(ConvertLeads(leads: [id], name: "Deal"), as: site.manager)
            try await site.app.perform(ReopenLead(lead: id, reason: "Again"), as: site.manager)
        },
        Provocation("lead_open") { site in
            try await site.app.perform(ReopenLead(lead: try await site.lead(), reason: "Again"), as: site.manager)
        },
        Provocation("move_not_allowed") { site in
            try await site.app.perform(LoseLead(lead: try await site.lead(), reason: "Price"), as: site.manager)
        },
        Provocation("needs_act", ["/act"]) { site in
            try await site.app.perform(MoveLead(lead: try await site.lead(), to: "not_qualified"), as: site.manager)
        },
        Provocation("no_such_kind") { site in
            var body = PolicyBody.standard
            body.process.steps.removeAll { $0.kind == .lost }
            for index in body.process.steps.indices { body.process.steps[index].moves.removeAll { $0 == "lost" } }
            try await site.app.perform(SetPolicy(body: body), as: .system)
            try await site.app.perform(LoseLead(lead: try await site.lead(), reason: "Price"), as: site.manager)
        },
        Provocation("no_such_stage") { site in
            let deal = try await site.deal()
            try await site.app.database.write(as: .system) { tx in
                // As an older version stored it, before such stages were refused.
                var body = PolicyBody.standard
                body.stages.removeAll { $0.kind == .won }
                try tx.insertPolicy(2, body: try JSON.text(body))
            }
            try await site.app.perform(WinOpportunity(opportunity: deal), as: site.manager)
        },
        Provocation("not_found") { site in
            try await site.app.perform(WakeLead(lead: try await site.lead()), as: site.fay)
        },
        Provocation("not_offered") { site in
            try await site.app.perform(AcceptLead(lead: try await site.lead()), as: site.manager)
        },
        Provocation("not_offered_to_you") { site in
            let id = try await site.lead()
            let levels: [String: Level] = ["need": .high, "urgency": .high, "fit": .high]
            try await site.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: site.ann)
            try await site.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: site.ann)
            try await site.app.perform(AcceptLead(lead: id), as: site.ann)
        },
        Provocation("not_permitted") { site in
            let command = AssignLead(lead: try await site.lead(), to: .person(Workplace.ben), reason: "Mine")
            try await site.app.perform(command, as: site.ann)
        },
        Provocation("not_recycled") { site in
            try await site.app.perform(WakeLead(lead: try await site.lead()), as: site.manager)
        },
        Provocation("open_lead_exists", ["/lead"]) { site in
            let closed = try await site.rejected()
            _ = try await site.lead()
            try await site.app.perform(ReopenLead(lead: closed, reason: "Again"), as: site.manager)
        },
        Provocation("opportunity_closed") { site in
            let deal = try await site.deal()
            try await site.app.perform(WinOpportunity(opportunity: deal), as: site.manager)
            try await site.app.perform(WinOpportunity(opportunity: deal), as: site.manager)
        },
        Provocation("reason_missing", ["/reason"]) { site in
            try await site.app.perform(RejectLead(lead: try await site.lead(), reason: " \n"), as: site.manager)
        },
        Provocation("unknown_status") { site in
            try await site.app.perform(MoveLead(lead: try await site.lead(), to: "nowhere"), as: site.manager)
        },
    ]
}
