import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// What sets a lead right: corrections of its past, its clocks, what is known beside its life.
    static let mending: [Verb] = [
        Verb("correct_time", 3) { scene in
            let lead = try await scene.lead()
            let line = try await scene.line(of: lead, .moved)
            let at = line.at - .minutes(Int64(scene.dice.pick([-600, 0, 1, 30, 240, 3000])))
            try await scene.correct(lead, line.seq, .time(at))
        },
        Verb("correct_owner", 3) { scene in
            let lead = try await scene.lead()
            let line = try await scene.line(of: lead, .assigned)
            let pool = try await scene.stage.read { try $0.pools().map(\.id) }
            let owner: Owner = scene.dice.oneIn(4) ? .pool(scene.dice.pick(pool)) : .person(try await scene.user())
            try await scene.correct(lead, line.seq, .owner(owner))
        },
        Verb("correct_undo", 3) { scene in
            let lead = try await scene.lead()
            try await scene.correct(lead, try await scene.line(of: lead, .moved).seq, .undo)
        },
        Verb("pause_clock", 4) { scene in
            let lead = try await scene.lead()
            let until = scene.dice.oneIn(20) ? scene.stage.time.now + .days(400) : scene.moment()
            let command = PauseClock(lead: lead, until: until, reason: scene.dice.pick(["On holiday", " "]))
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("resume_clock", 3) { scene in
            let lead = try await scene.lead()
            try await scene.perform(ResumeClock(lead: lead), as: try await scene.worker(of: lead))
        },
        Verb("extend", 3) { scene in
            let lead = try await scene.lead()
            let next = NextStep(what: "Visit", dueAt: scene.moment())
            let command = ExtendLead(lead: lead, next: next, reason: scene.dice.pick(["They asked", ""]))
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("marketing_owner", 2) { scene in
            let lead = try await scene.lead()
            let command = SetMarketingOwner(lead: lead, owner: try await scene.user())
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("set_fields", 4) { scene in
            let lead = try await scene.lead()
            var values = ["budget": scene.dice.pick(["", "5000", "7000", "much"])]
            if scene.dice.oneIn(3) { values["region"] = scene.dice.pick(["North", "South", "Nowhere", ""]) }
            let command = SetLeadFields(lead: lead, values: values)
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("describe_account", 3) { scene in
            let lead = try await scene.lead()
            var command = DescribeAccount(lead: lead)
            command.industry = scene.dice.pick(["Machines", "", nil])
            command.employees = scene.dice.pick([nil, 20, -1])
            if scene.dice.oneIn(4) { command.company = scene.dice.pick(["Lambda Works", "Birk Foods", " "]) }
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
        Verb("at_version", 2) { scene in
            let lead = try await scene.lead()
            let version = try await scene.stage.read { try $0.lead(lead)?.version ?? 0 }
            let command = AtVersion(ValueLead(lead: lead, value: scene.money()), version: version - scene.dice.below(2))
            try await scene.perform(command, as: try await scene.worker(of: lead))
        },
    ]
}

extension Scene {
    /// A line of a lead's ledger, mostly the last one of the kind.
    mutating func line(of lead: Lead.ID, _ kind: LeadEvent.Kind) async throws -> LedgerLine {
        let lines = try await stage.read { try $0.ledger(of: lead).filter { $0.kind == kind.rawValue } }
        guard let last = lines.last else { throw Idle() }
        return dice.oneIn(3) ? dice.pick(lines) : last
    }

    mutating func correct(_ lead: Lead.ID, _ line: Int64, _ change: CorrectLead.Change) async throws {
        let reason = dice.oneIn(12) ? " " : "It was noted wrongly"
        try await perform(CorrectLead(lead: lead, line: line, change: change, reason: reason), as: try await boss())
    }
}
