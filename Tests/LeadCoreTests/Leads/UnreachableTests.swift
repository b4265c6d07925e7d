import LeadCore
import Testing

@Suite("Evidence of attempts")
struct UnreachableTests {
    static func desk() throws -> LeadOnDesk {
        try LeadOnDesk(policy: Policy(version: 1, calendar: try PlainCalendar().calendar))
    }

    @Test(
        "F6, X11: unreachable needs attempts on two channels in different parts of the day, and the refusal names what is missing"
    )
    func refused() throws {
        var desk = try Self.desk()
        try desk.act { try $0.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: nil) }
        let refusal = #expect(throws: Refusal.self) { try desk.act { try $0.reject(reason: "Unreachable") } }
        #expect(refusal?.code == "unreachable_not_shown")
        #expect(refusal?.issues.map(\.pointer) == ["/attempts", "/channels", "/dayParts"])
        #expect(refusal?.issues[0].message == "3 attempts are needed; there are 1.")
        #expect(refusal?.issues[1].message == "2 different channels are needed; so far: Call.")
        desk.now = desk.now + .hours(6)
        try desk.act { try $0.attempt(Attempt(channel: .phone, outcome: .busy), next: nil) }
        desk.now = desk.now + .minutes(5)
        try desk.act { try $0.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: nil) }
        let wakeAt = desk.now + .days(9)
        let second = #expect(throws: Refusal.self) {
            try desk.act { try $0.recycle(to: .person(1), reason: "Unreachable", wakeAt: wakeAt) }
        }
        #expect(second?.issues.map(\.pointer) == ["/channels"])
        try desk.act { try $0.attempt(Attempt(channel: .email, outcome: .sent), next: nil) }
        try desk.act { try $0.reject(reason: "Unreachable") }
        #expect(desk.lead.kind == .rejected)
        #expect(desk.folded == desk.lead)
    }

    @Test("F6: a conversation is no evidence, other reasons need none, and a lead that is new again begins anew")
    func rules() throws {
        var desk = try Self.desk()
        for _ in 0..<5 { try desk.act { try $0.attempt(Attempt(channel: .phone, outcome: .reached), next: nil) } }
        #expect(desk.lead.tried.count == 0)
        #expect(desk.lead.attempts == 5)
        try desk.act { try $0.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: nil) }
        #expect(desk.lead.tried.count == 1)
        try desk.act { try $0.reject(reason: "No need") }
        try desk.act {
            try $0.reopen(to: Allotment(owner: .person(1), reason: .turn, turn: 0), reason: "Called back")
        }
        #expect(desk.lead.tried == AttemptEvidence())
        #expect(desk.folded == desk.lead)
    }

    @Test("F6: the part of the day is the holder's own, and the ledger's text gives the evidence back")
    func parts() throws {
        let west = try PlainCalendar(offset: -8).calendar
        let calendars = Calendars(west)
        var desk = try LeadOnDesk(policy: Policy(version: 1, calendar: west), calendars: calendars)
        for (hours, part) in [(8, DayPart.morning), (14, .afternoon), (19, .evening)] {
            desk.now = LeadOnDesk.monday9 - .hours(9) + .hours(Int64(8 + hours)) + .days(1)
            try desk.act { try $0.attempt(Attempt(channel: .message, outcome: .sent), next: nil) }
            #expect(desk.lead.tried.parts.contains(part))
        }
        #expect(AttemptEvidence(desk.lead.tried.description) == desk.lead.tried)
        #expect(AttemptEvidence("") == AttemptEvidence())
        #expect(AttemptEvidence("three phone morning") == nil)
    }
}
