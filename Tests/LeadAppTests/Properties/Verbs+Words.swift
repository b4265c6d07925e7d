import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// What nobody says but whoever types words in these verbs.
    static let marker = "Zorbulak"

    private static func typed(_ scene: inout Scene) -> String {
        scene.dice.pick([
            "\(marker) wants it", "ring \(marker) on +49 171 5550123", "text:\(marker)", "No budget, says \(marker)",
            "text:00000000-0000-7000-8000-000000000001 \(marker)", "\"what\":\"\(marker)\"",
        ])
    }

    /// Everything in a life for which people find words of their own.
    static let typing: [Verb] = [
        Verb("typed_next_step", 9) { scene in
            let lead = try await scene.lead()
            let next = NextStep(what: typed(&scene), dueAt: scene.moment())
            try await scene.perform(SetNextStep(lead: lead, next: next), as: try await scene.worker(of: lead))
        },
        Verb("typed_attempt", 6) { scene in
            let lead = try await scene.lead()
            let next = NextStep(what: typed(&scene), dueAt: scene.moment())
            let attempt = Attempt(channel: .phone, outcome: scene.dice.pick(AttemptOutcome.allCases))
            let command = LogAttempt(lead: lead, attempt: attempt, note: typed(&scene), next: next)
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("typed_reject", 4) { scene in
            let lead = try await scene.lead()
            try await scene.perform(
                RejectLead(lead: lead, reason: typed(&scene)),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("typed_reopen", 8) { scene in
            let lead = try await scene.lead()
            try await scene.perform(
                ReopenLead(lead: lead, reason: typed(&scene)),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("typed_recycle", 4) { scene in
            let lead = try await scene.lead()
            try await scene.perform(
                RecycleLead(lead: lead, reason: typed(&scene), wakeAt: scene.moment()),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("typed_decline", 8) { scene in
            let lead = try await scene.lead()
            try await scene.perform(
                DeclineLead(lead: lead, reason: typed(&scene)),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("typed_pause", 3) { scene in
            let lead = try await scene.lead()
            try await scene.perform(
                PauseClock(lead: lead, until: scene.moment(), reason: typed(&scene)),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("typed_correction", 8) { scene in
            let lead = try await scene.lead()
            let lines = try await scene.stage.read { try $0.history(of: lead).moves }
            guard let last = lines.last else { throw Idle() }
            try await scene.perform(
                CorrectLead(lead: lead, line: last.seq, change: .undo, reason: typed(&scene)),
                as: scene.stage.administrator
            )
        },
        Verb("typed_loss", 4) { scene in
            let deal = try await scene.deal()
            let loss = OpportunityEvent.Loss(reason: typed(&scene), competitor: typed(&scene), rank: 2)
            try await scene.perform(LoseOpportunity(opportunity: deal, loss: loss), as: try await scene.anybody())
        },
    ]
}
