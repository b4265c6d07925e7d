import LeadCore
import Testing

@Suite("Calls, skips and taking back")
struct LeadCallTests {
    private func desk(owner: Owner = .person(1)) throws -> LeadOnDesk {
        try LeadOnDesk(policy: Policy(version: 1, calendar: try PlainCalendar().calendar), owner: owner)
    }

    private func lines(_ desk: LeadOnDesk, by user: User.ID? = 1) -> [LeadHistory.Line] {
        desk.events.enumerated().map { index, event in
            LeadHistory.Line(seq: Int64(index + 1), event: event.event, at: event.at, actor: index < 3 ? nil : user)
        }
    }

    @Test("C8: one call qualifies, answers the first-response clock, moves the lead along and sets the next step")
    func call() throws {
        var desk = try desk()
        let reading = try CallScript.standard.read([
            CallAnswer(question: "need", answer: "problem"), CallAnswer(question: "urgency", answer: "now"),
            CallAnswer(question: "fit", answer: "core"),
        ])
        try desk.act { act throws(Refusal) in
            try act.call(.standard, reading, Attempt(channel: .phone, outcome: .reached), next: nil)
        }
        #expect(desk.lead.status == "in_process")
        #expect(desk.lead.grade == .hot)
        #expect(desk.lead.nextStep?.what == "Complete the qualification")
        #expect(desk.lead.custodyGaps.isEmpty)
        let stopped = desk.last.records.compactMap { record -> Bool? in
            if case .clockStopped(let stopped) = record.event { stopped.met } else { nil }
        }
        #expect(stopped == [true])
        #expect(desk.folded == desk.lead)
    }

    @Test("C8: a call that ends early keeps its answers, and a concluded one passes the gate or is refused")
    func endings() throws {
        var desk = try desk()
        let early = try CallScript.standard.read([CallAnswer(question: "need", answer: "plan")])
        try desk.act { act throws(Refusal) in
            try act.call(.standard, early, Attempt(channel: .phone, outcome: .callBack), next: nil)
        }
        #expect(desk.lead.qualification.levels == [.need: .medium])
        #expect(desk.lead.status == "attempted")
        #expect(desk.lead.nextStep?.what == "Call back")
        #expect(desk.lead.tried.count == 0, "who asks to be called back is not unreachable")
        #expect(throws: Refusal.self) {
            try desk.act { act throws(Refusal) in
                let none = CallReading()
                let attempt = Attempt(channel: .phone, outcome: .reached)
                try act.call(.standard, none, attempt, next: nil, conclude: true)
            }
        }
        let rest = try CallScript.standard.read(
            [CallAnswer(question: "urgency", answer: "now"), CallAnswer(question: "fit", answer: "partly")],
            before: ["need": "plan"]
        )
        try desk.act { act throws(Refusal) in
            let attempt = Attempt(channel: .phone, outcome: .reached)
            try act.call(.standard, rest, attempt, next: nil, conclude: true)
        }
        #expect(desk.lead.kind == .qualified)
        #expect(desk.folded == desk.lead)
    }

    @Test("F10: taking a call back gives the exact former state, whatever it did", arguments: AttemptOutcome.allCases)
    func takenBack(outcome: AttemptOutcome) throws {
        var desk = try desk()
        desk.now = desk.now + .hours(1)
        let before = desk.lead
        let reading = try CallScript.standard.read([CallAnswer(question: "need", answer: "problem")])
        try desk.act { act throws(Refusal) in
            try act.call(.standard, reading, Attempt(channel: .phone, outcome: outcome), set: ["x"], next: nil)
        }
        #expect(desk.lead != before)
        desk.now = desk.now + .minutes(9)
        let past = lines(desk)
        try desk.act { act throws(Refusal) in try act.takeBack(past) }
        var restored = desk.lead
        restored.lastAt = before.lastAt
        #expect(restored == before)
        #expect(desk.lead.custodyGaps.isEmpty)
        #expect(desk.folded == desk.lead)
        #expect(Stay.fold(LeadHistory(lines(desk))).filter { $0.dimension == .status }.count == 1)
        let again = #expect(throws: Refusal.self) {
            let past = lines(desk)
            try desk.act { act throws(Refusal) in try act.takeBack(past) }
        }
        #expect(again?.code == "nothing_to_undo")
    }

    @Test("F10: only its author can take an act back, only soon, and only while nothing else has happened")
    func limits() throws {
        var desk = try desk()
        desk.now = desk.now + .hours(1)
        try desk.act { act throws(Refusal) in
            try act.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: nil)
        }
        func code(by user: User.ID?, after span: Span) -> String? {
            var later = desk
            later.now = later.now + span
            let past = lines(desk)
            do {
                try later.act(by: user) { act throws(Refusal) in try act.takeBack(past) }
                return nil
            } catch { return (error as? Refusal)?.code }
        }
        #expect(code(by: 2, after: .minutes(1)) == "not_own_act")
        #expect(code(by: nil, after: .minutes(1)) == "not_own_act")
        #expect(code(by: 1, after: .minutes(11)) == "undo_too_late")
        #expect(code(by: 1, after: .minutes(10)) == nil)
        desk.now = desk.now + .minutes(1)
        try desk.act { act throws(Refusal) in try act.value(at: Money(minor: 5, currency: "EUR")) }
        #expect(code(by: 1, after: .minutes(1)) == "acted_since")
    }

    @Test("X10: a skip needs one of the reasons, changes nothing of the lead, and can be taken back")
    func skip() throws {
        var desk = try desk()
        let refusal = #expect(throws: Refusal.self) {
            try desk.act { act throws(Refusal) in try act.skip(1, reason: "Lazy", decile: 3) }
        }
        #expect(refusal?.code == "skip_reason_unknown")
        var before = desk.lead
        desk.now = desk.now + .minutes(5)
        try desk.act { act throws(Refusal) in try act.skip(1, reason: "I must prepare first", decile: 3) }
        before.lastAt = desk.now
        #expect(desk.lead == before)
        guard case .skipped(let skipped)? = desk.last.records.first?.event else {
            Issue.record("no skip")
            return
        }
        #expect(skipped.until == desk.now + .hours(2))
        let past = lines(desk)
        try desk.act { act throws(Refusal) in try act.takeBack(past) }
        #expect(desk.lead == before)
        #expect(desk.folded == desk.lead)
    }

    @Test("X10: deciles are tenths by rank, and fewer than ten values have none")
    func deciles() {
        let values = (1...100).map { Int64($0) }
        #expect([1, 10, 11, 50, 91, 100].map { Decile.of($0, among: values) } == [1, 1, 2, 5, 10, 10])
        #expect(Decile.of(5, among: [5, 5, 5]) == nil)
        #expect(Decile.of(5, among: Array(repeating: 5, count: 10)) == 5)
    }
}
