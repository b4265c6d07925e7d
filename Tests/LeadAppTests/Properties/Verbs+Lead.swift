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
        Verb("call", 8) { scene in
            let lead = try await scene.lead()
            let need = scene.dice.pick(["problem", "plan", "curious", "none", "maybe"])
            let urgency = scene.dice.pick(["now", "later", "never"])
            let command = RecordCall(
                lead: lead,
                outcome: scene.dice.pick(AttemptOutcome.allCases),
                note: scene.dice.oneIn(2) ? "Said so" : nil,
                answers: [
                    CallAnswer(question: "need", answer: need, text: "Line stands still"),
                    CallAnswer(question: "urgency", answer: scene.dice.oneIn(2) ? urgency : nil),
                    CallAnswer(question: "fit", answer: scene.dice.oneIn(3) ? "core" : nil),
                ],
                next: scene.dice.oneIn(3) ? NextStep(what: "Call", dueAt: scene.moment()) : nil,
                conclude: scene.dice.oneIn(6)
            )
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("skip", 3) { scene in
            let lead = try await scene.lead()
            let reason = scene.dice.pick(CallPolicy.standard.skipReasons + ["Lazy"])
            try await scene.perform(SkipLead(lead: lead, reason: reason), as: try await scene.worker(of: lead))
        },
        Verb("undo act", 6) { scene in
            let lead = try await scene.lead()
            try await scene.perform(UndoLastAct(lead: lead), as: try await scene.worker(of: lead))
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
        Verb("reclassify", 3) { scene in
            let lead = try await scene.lead()
            let command = ReclassifyLead(
                lead: lead,
                productClass: scene.dice.pick(["General", "Service", "Nothing"]),
                reason: scene.dice.pick(["Asked for service", " "])
            )
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("note", 2) { scene in
            let lead = try await scene.lead()
            let note = AddNote(lead: lead, text: scene.dice.pick(["They like it", " "]))
            try await scene.perform(note, as: try await scene.worker(of: lead))
        },
        Verb("update_contact", 3) { scene in
            let lead = try await scene.lead()
            let contacts = try await scene.stage.read { try $0.contacts(of: lead).map { $0.0 } }
            guard !contacts.isEmpty else { throw Idle() }
            var update = UpdateContact(contact: scene.dice.pick(contacts))
            // Not what they are found by: the books count people by their addresses.
            if scene.dice.oneIn(2) { update.title = scene.dice.pick(["Buyer", "Admiral", ""]) }
            if scene.dice.oneIn(2) { update.city = scene.dice.pick(["Berlin", ""]) }
            if scene.dice.oneIn(3) { update.doNotCall = scene.dice.oneIn(2) }
            try await scene.perform(update, as: try await scene.worker(of: lead))
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
