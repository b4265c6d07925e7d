import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// What people do on a lead between capture and sale.
    static let working: [Verb] = [
        Verb("attempt", 14) { scene in
            let lead = try await scene.lead()
            let attempt = Attempt(
                channel: scene.dice.pick(Channel.allCases),
                outcome: scene.dice.pick(AttemptOutcome.allCases),
                seconds: scene.dice.oneIn(2) ? 90 : nil
            )
            let next = scene.dice.oneIn(3) ? NextStep(what: "Call", dueAt: scene.moment()) : nil
            try await scene.perform(
                LogAttempt(lead: lead, attempt: attempt, note: "Said so", next: next),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("qualify", 8) { scene in
            let lead = try await scene.lead()
            let criteria = Criterion.allCases.map(\.rawValue) + (scene.dice.oneIn(8) ? ["mood"] : [])
            var levels = ["need": scene.dice.pick(Level.allCases)]
            levels[scene.dice.pick(criteria)] = scene.dice.pick(Level.allCases)
            let grade = scene.dice.oneIn(5) ? scene.dice.pick(Grade.allCases) : nil
            let command = QualifyLead(
                lead: lead,
                levels: levels,
                evidence: ["need": "Line stands still"],
                grade: grade,
                reason: scene.dice.oneIn(2) ? "Knows us" : nil,
                conclude: scene.dice.oneIn(4)
            )
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("conclude", 9) { scene in
            let lead = try await scene.lead()
            let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .high, "money": .medium]
            try await scene.perform(
                QualifyLead(lead: lead, levels: levels, conclude: true),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("move", 6) { scene in
            let lead = try await scene.lead()
            try await scene.perform(
                MoveLead(lead: lead, to: try await scene.status()),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("next_step", 4) { scene in
            let lead = try await scene.lead()
            let next = NextStep(what: scene.dice.pick(["Call", "Visit", " "]), dueAt: scene.moment())
            try await scene.perform(SetNextStep(lead: lead, next: next), as: try await scene.worker(of: lead))
        },
        Verb("value", 3) { scene in
            let lead = try await scene.lead()
            try await scene.perform(ValueLead(lead: lead, value: scene.money()), as: try await scene.worker(of: lead))
        },
        Verb("assign", 5) { scene in
            let lead = try await scene.lead()
            let reason = scene.dice.pick(["Territory", "Holiday", " "])
            try await scene.perform(
                AssignLead(lead: lead, to: try await scene.receiver(), reason: reason),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("take", 4) { scene in
            let lead = try await scene.lead()
            try await scene.perform(TakeLead(lead: lead), as: try await scene.worker(of: lead))
        },
        Verb("link", 4) { scene in
            let lead = try await scene.lead()
            let role = scene.dice.pick(ContactRole.allCases)
            try await scene.perform(
                LinkContact(lead: lead, person: scene.inquiry(), role: role),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("unlink", 3) { scene in
            let lead = try await scene.lead()
            let contacts = try await scene.stage.read { try $0.contacts(of: lead).map { $0.0 } }
            guard !contacts.isEmpty else { throw Idle() }
            try await scene.perform(
                UnlinkContact(lead: lead, contact: scene.dice.pick(contacts)),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("reject", 3) { scene in
            let lead = try await scene.lead()
            let reason = scene.dice.pick(Policy.standardRejectionReasons + [" "])
            try await scene.perform(RejectLead(lead: lead, reason: reason), as: try await scene.worker(of: lead))
        },
        Verb("recycle", 5) { scene in
            let lead = try await scene.lead()
            let keeper = scene.dice.oneIn(3) ? try await scene.user() : nil
            let command = RecycleLead(
                lead: lead,
                reason: scene.dice.pick(Policy.standardRecycleReasons + [" "]),
                wakeAt: scene.moment(),
                marketingOwner: keeper
            )
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("wake", 3) { scene in
            let lead = try await scene.lead()
            try await scene.perform(WakeLead(lead: lead), as: try await scene.worker(of: lead))
        },
        Verb("reopen", 4) { scene in
            let lead = try await scene.lead()
            try await scene.perform(
                ReopenLead(lead: lead, reason: "Called again"),
                as: try await scene.worker(of: lead)
            )
        },
    ]
}
