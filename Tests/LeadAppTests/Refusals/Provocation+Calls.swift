import LeadApp
import LeadCore
import LeadStore

extension Provocation {
    static let calling: [Provocation] = [
        Provocation("skip_reason_unknown", ["/reason"]) { site in
            try await site.app.perform(SkipLead(lead: try await site.lead(), reason: "Lazy"), as: site.manager)
        },
        Provocation("answers_invalid", ["/answers/urgency"]) { site in
            let answers = [CallAnswer(question: "urgency", answer: "now")]
            let call = RecordCall(lead: try await site.lead(), outcome: .reached, answers: answers)
            try await site.app.perform(call, as: site.manager)
        },
        Provocation("scripts_invalid", ["/calls/scripts/0/name"]) { site in
            var body = PolicyBody.standard
            var calls = CallPolicy.standard
            calls.scripts[0].name = ""
            body.calls = calls
            try await site.app.perform(SetPolicy(body: body), as: .system)
        },
        Provocation("not_own_act") { site in
            let lead = try await site.called()
            try await site.app.perform(UndoLastAct(lead: lead), as: .system)
        },
        Provocation("acted_since") { site in
            let lead = try await site.called()
            site.workplace.advance(.minutes(1))
            let value = Money(minor: 1, currency: "EUR")
            try await site.app.perform(ValueLead(lead: lead, value: value), as: site.manager)
            try await site.app.perform(UndoLastAct(lead: lead), as: site.manager)
        },
    ]
}

extension ProvokedSite {
    func called() async throws -> Lead.ID {
        let lead = try await lead()
        workplace.advance(.minutes(1))
        try await app.perform(RecordCall(lead: lead, outcome: .busy), as: manager)
        return lead
    }
}
