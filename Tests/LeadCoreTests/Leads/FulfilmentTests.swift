import LeadCore
import Testing

@Suite("What ends a clock")
struct FulfilmentTests {
    private let born = Instant(milliseconds: 1_780_000_000_000)

    private func act(on lead: Lead?, after span: Span, _ body: (inout LeadAct) throws -> Void) throws -> LeadAct {
        let facts = Facts(
            now: born + span,
            actor: Actor(user: 1, role: .manager),
            policy: Policy(version: 1, calendar: .always)
        )
        var act =
            if let lead {
                LeadAct(lead, facts: facts, newClockID: { 7 })
            } else {
                try LeadAct.capture(
                    9,
                    .init(
                        account: 1,
                        productClass: 2,
                        source: 3,
                        campaign: nil,
                        status: "open",
                        kind: .new,
                        value: nil,
                        submission: nil
                    ),
                    at: born,
                    response: nil,
                    contact: .init(contact: 4, role: .responder),
                    facts: facts,
                    newClockID: { 6 }
                )
            }
        try body(&act)
        return act
    }

    private func lead() throws -> Lead {
        try act(on: nil, after: .hours(0)) {
            $0.takeIntoCustody(Allotment(owner: .person(1), reason: .turn, turn: 1))
        }.lead
    }

    private func outcomes(_ act: LeadAct) -> [ClockKind: Bool] {
        var outcomes: [ClockKind: Bool] = [:]
        for case .clockStopped(let stopped) in act.records.map(\.event) { outcomes[stopped.kind] = stopped.met }
        return outcomes
    }

    @Test("D2: an untouched lead that is rejected, recycled or qualified has had no first response")
    func withdrawn() throws {
        let verbs: [(inout LeadAct) throws -> Void] = [
            { try $0.reject(reason: "Spam") },
            { try $0.recycle(to: .person(1), reason: "Not now, later", wakeAt: $0.facts.now + .days(9)) },
            { try $0.move(to: "in_process") },
            {
                try $0.recordHistory("attempted", at: $0.facts.now)
                $0.settleHistory(.init(owner: .person(1), reason: .imported, turn: 0))
            },
        ]
        for verb in verbs {
            #expect(outcomes(try act(on: lead(), after: .hours(1), verb)) == [.firstResponse: false])
        }
    }

    @Test("D2: an attempt in time meets the first response, a late one does not")
    func firstResponse() throws {
        for (span, isMet) in [(Span.hours(1), true), (.hours(5), false)] {
            let done = try act(on: lead(), after: span) {
                try $0.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: nil)
            }
            #expect(outcomes(done) == [.firstResponse: isMet])
        }
    }

    @Test("D2: qualification is met by qualifying, or by rejecting after an attempt; recycling withdraws it")
    func qualification() throws {
        let working = try act(on: lead(), after: .hours(1)) {
            try $0.attempt(Attempt(channel: .phone, outcome: .reached), next: nil)
        }.lead
        let unasked = try act(on: lead(), after: .hours(1)) { try $0.move(to: "in_process") }.lead
        #expect(working.status == "in_process" && unasked.status == "in_process")
        let levels: [Criterion: Level] = [.need: .high, .urgency: .high, .fit: .high]
        let qualified = try act(on: working, after: .hours(2)) {
            try $0.qualify(levels, grade: nil, reason: "", conclude: true)
        }
        #expect(outcomes(qualified) == [.qualification: true])
        let rejected = try act(on: working, after: .hours(2)) { try $0.reject(reason: "No need") }
        #expect(outcomes(rejected) == [.qualification: true])
        #expect(
            outcomes(try act(on: unasked, after: .hours(2)) { try $0.reject(reason: "Spam") }) == [
                .qualification: false
            ]
        )
        let recycled = try act(on: working, after: .hours(2)) {
            try $0.recycle(to: .person(1), reason: "Not now, later", wakeAt: $0.facts.now + .days(9))
        }
        #expect(outcomes(recycled) == [.qualification: false])
    }

    @Test(
        "D2: accepting and declining answer the offer; a wake-up is kept by waking, though its timer fires after its date"
    )
    func answers() throws {
        let levels: [Criterion: Level] = [.need: .high, .urgency: .high, .fit: .high]
        let offered = try act(on: lead(), after: .hours(1)) {
            try $0.qualify(levels, grade: nil, reason: "", conclude: true)
            try $0.handOff(to: .person(2))
        }.lead
        #expect(outcomes(try act(on: offered, after: .hours(2)) { try $0.accept(by: 2) }) == [.accept: true])
        #expect(
            outcomes(try act(on: offered, after: .hours(2)) { try $0.decline(reason: "No capacity") }) == [
                .accept: true
            ]
        )
        #expect(outcomes(try act(on: offered, after: .hours(99)) { try $0.accept(by: 2) }) == [.accept: false])
        let asleep = try act(on: lead(), after: .hours(1)) {
            try $0.recycle(to: .person(1), reason: "Not now, later", wakeAt: $0.facts.now + .days(9))
        }.lead
        let clock = try #require(asleep.clocks.first)
        let woken = try act(on: asleep, after: .days(10)) { try $0.fire(clock.id) }
        #expect(outcomes(woken) == [.wakeUp: true])
        #expect(outcomes(try act(on: asleep, after: .days(2)) { try $0.reject(reason: "Spam") }) == [.wakeUp: false])
    }
}
