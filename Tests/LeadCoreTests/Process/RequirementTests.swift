import LeadCore
import Testing

@Suite("Requirements on entry")
struct RequirementTests {
    private static let budget = FieldDefinition(key: "budget", label: "Budget", kind: .money)

    private func policy(_ edit: (inout LeadProcess) -> Void, gate: Gate = .standard) -> Policy {
        var process = LeadProcess.standard
        process.fields = [Self.budget]
        edit(&process)
        return Policy(version: 3, process: process, gate: gate, calendar: .always)
    }

    /// A lead in a status, and what one act makes of it.
    private func act(_ policy: Policy, _ profile: LeadProfile = LeadProfile()) throws -> LeadAct {
        let facts = Facts(now: Instant(milliseconds: 1_780_000_000_000), actor: .system, policy: policy)
        let captured = LeadEvent.Captured(
            account: 1,
            productClass: 2,
            source: 3,
            campaign: nil,
            status: "open",
            kind: .new,
            value: nil,
            submission: nil
        )
        var act = try LeadAct.capture(
            9,
            captured,
            at: facts.now,
            response: nil,
            contact: .init(contact: 4, role: .responder),
            profile: profile,
            facts: facts,
            newClockID: { 1 }
        )
        act.takeIntoCustody(Allotment(owner: .person(1), reason: .turn, turn: 1))
        return act
    }

    private func missing(_ body: () throws -> Void) -> [String]? {
        do {
            try body()
            return nil
        } catch let refusal as Refusal where refusal.code == "fields_missing" {
            return refusal.issues.map(\.pointer)
        } catch {
            return ["\(error)"]
        }
    }

    private static let good: [Criterion: Level] = [.need: .high, .urgency: .high, .fit: .high]

    @Test("C4: every missing piece is named at once, and the act goes through once all are there")
    func names() throws {
        let all: [Requirement] = [
            .criterion(.money), .grade, .value, .wayToReach, .company, .campaign, .nextStep, .field("budget"),
        ]
        let policy = policy { $0.steps[2].requires = all }
        var bare = try act(policy)
        #expect(
            missing { try bare.move(to: "in_process") }
                == [
                    "/qualification/money", "/qualification/grade", "/value", "/contacts", "/account/company",
                    "/campaign", "/fields/budget",
                ]
        )
        let some = policy.process.steps[2].requires.filter { $0 != .campaign }
        let open = self.policy { $0.steps[2].requires = some }
        var ready = try act(open, LeadProfile(hasWayToReach: true, hasCompany: true))
        try ready.value(at: Money(minor: 5, currency: "EUR"))
        ready.setFields(["budget"])
        try ready.qualify([.money: .low], grade: .poor, reason: "Judged", conclude: false)
        try ready.move(to: "in_process")
        #expect(ready.lead.status == "in_process")
    }

    @Test("C5: each way into a status is closed while something is missing", arguments: StatusKind.allCases)
    func everyWay(kind: StatusKind) throws {
        guard kind != .new else { return }
        let policy = policy { process in
            for index in process.steps.indices where process.steps[index].kind == kind {
                process.steps[index].requires = [.field("budget")]
            }
        }
        // Working statuses but the wanted ones must stay open for the lead to get anywhere.
        var act = try act(policy)
        switch kind {
        case .working:
            #expect(
                missing { try act.attempt(Attempt(channel: .phone, outcome: .reached), next: nil) } == [
                    "/fields/budget"
                ]
            )
            #expect(missing { try act.move(to: "attempted") } == ["/fields/budget"])
        case .qualified:
            #expect(
                missing { try act.qualify(Self.good, grade: nil, reason: "", conclude: true) } == ["/fields/budget"]
            )
        case .rejected: #expect(missing { try act.reject(reason: "No need") } == ["/fields/budget"])
        case .nurture:
            let wake = act.facts.now + .days(3)
            #expect(
                missing { try act.recycle(to: .person(1), reason: "Not now, later", wakeAt: wake) } == [
                    "/fields/budget"
                ]
            )
        case .handed, .accepted, .converted, .lost:
            try act.qualify(Self.good, grade: nil, reason: "", conclude: true)
            if kind == .converted { return #expect(missing { try act.convert(to: 7) } == ["/fields/budget"]) }
            if kind == .handed { return #expect(missing { try act.handOff(to: .person(2)) } == ["/fields/budget"]) }
            try act.handOff(to: .person(2))
            if kind == .accepted { return #expect(missing { try act.accept(by: 2) } == ["/fields/budget"]) }
            try act.accept(by: 2)
            #expect(missing { try act.lose(reason: "Price") } == ["/fields/budget"])
        case .new, .merged: break
        }
    }

    @Test("C6: an attempt is kept and takes the lead as far as it may go")
    func attempt() throws {
        var act = try act(policy { $0.steps[2].requires = [.field("budget")] })
        try act.attempt(Attempt(channel: .phone, outcome: .reached), next: nil)
        #expect(act.lead.status == "attempted")
        #expect(act.lead.attempts == 1)
        act.setFields(["budget"])
        try act.attempt(Attempt(channel: .phone, outcome: .reached), next: nil)
        #expect(act.lead.status == "in_process")
    }

    @Test("C5: history that is imported is taken as it was")
    func history() throws {
        var act = try act(
            policy { process in
                for index in process.steps.indices.dropFirst() { process.steps[index].requires = [.field("budget")] }
            }
        )
        try act.recordHistory("qualified", at: act.facts.now)
        #expect(act.lead.status == "qualified")
    }

    @Test("F1: where a next step is required, the lead's own is kept")
    func nextStep() throws {
        var act = try act(policy { $0.steps[2].requires = [.nextStep] })
        let own = NextStep(what: "Send the drawing", dueAt: act.facts.now + .days(2))
        try act.setNextStep(own)
        try act.move(to: "in_process")
        #expect(act.lead.nextStep == own)
    }

    @Test("C9: the gate asks for a grade and for fields too, wherever a lead gets to sales")
    func gate() throws {
        let gate = Gate(version: 4, minimum: Qualification(), grade: .good, fields: ["budget"])
        let policy = policy({ _ in }, gate: gate)
        var act = try act(policy)
        func pointers(_ body: () throws -> Void) -> [String] {
            do { try body() } catch { return (error as? Refusal)?.issues.map(\.pointer) ?? [] }
            return []
        }
        #expect(pointers { try act.move(to: "qualified") } == ["/qualification/grade", "/fields/budget"])
        act.setFields(["budget"])
        try act.qualify([.need: .medium, .urgency: .medium, .fit: .medium], grade: nil, reason: "", conclude: true)
        try act.handOff(to: .person(2))
        let passes = act.records.compactMap { if case .handedOff(let passed) = $0.event { passed } else { nil } }
        #expect(passes.map(\.gateVersion) == [4])
        #expect(passes.map(\.levels) == [act.lead.qualification])
        #expect(passes.map(\.grade) == [.good])
        #expect(passes.map(\.fields) == [["budget"]])
    }

    @Test("E10: a lead can be given back also when the gate has become stricter since")
    func givenBack() throws {
        var offered = try act(policy { _ in })
        try offered.qualify(Self.good, grade: nil, reason: "", conclude: true)
        try offered.handOff(to: .person(2))
        let strict = policy({ _ in }, gate: Gate(version: 2, minimum: Qualification(levels: [.money: .high])))
        let facts = Facts(now: offered.facts.now, actor: .system, policy: strict)
        var act = LeadAct(offered.lead, facts: facts, newClockID: { 2 })
        try act.decline(reason: "No capacity")
        #expect(act.lead.status == "qualified")
        #expect(throws: Refusal.self) { try act.handOff(to: .person(2)) }
    }

    @Test("C10: only a qualified lead becomes an opportunity, whatever moves the process allows")
    func conversion() throws {
        let policy = policy { $0.steps[2].moves.append("converted") }
        var act = try act(policy)
        try act.move(to: "in_process")
        #expect {
            try act.convert(to: 7)
        } throws: {
            ($0 as? Refusal)?.code == "gate_not_passed"
        }
    }
}
