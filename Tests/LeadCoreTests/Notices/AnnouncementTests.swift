import LeadCore
import Testing

@Suite("What an act tells people")
struct AnnouncementTests {
    static func desk() throws -> LeadOnDesk {
        try LeadOnDesk(policy: Policy(version: 1, calendar: try PlainCalendar().calendar))
    }

    @Test("F8: who gets a lead is told, as an offer when it is one; the giver is told yes or no")
    func handoff() throws {
        var desk = try Self.desk()
        try desk.act(by: 7) { try $0.assign(to: .person(2), reason: .manual) }
        #expect(desk.last.announcements.map(\.kind) == [.assigned])
        #expect(desk.last.announcements.map(\.to) == [.holder(.person(2))])
        #expect(desk.last.announcements.first?.details.by == 7)
        try desk.act(by: 2) { act in
            try act.qualify([.need: .high, .urgency: .high, .fit: .high], grade: nil, reason: "", conclude: true)
            try act.handOff(to: .person(3))
        }
        #expect(desk.last.announcements.map(\.kind) == [.offered])
        try desk.act(by: 3) { try $0.decline(reason: "Too small") }
        #expect(desk.last.announcements.map(\.kind) == [.declined])
        #expect(desk.last.announcements.map(\.to) == [.holder(.person(2))])
        try desk.act(by: 2) { try $0.handOff(to: .person(3)) }
        try desk.act(by: 3) { try $0.accept(by: 3) }
        #expect(desk.last.announcements.map(\.kind) == [.accepted])
    }

    @Test("F8: a pool's duty holder is told what waits there; who wakes a lead tells its holder; a call tells nobody")
    func others() throws {
        var desk = try Self.desk()
        try desk.act(by: 7) { try $0.assign(to: .pool(5), reason: .manual) }
        #expect(desk.last.announcements.map(\.kind) == [.waiting])
        try desk.act { try $0.attempt(Attempt(channel: .phone, outcome: .reached), next: nil) }
        #expect(desk.last.announcements.isEmpty)
        let wakeAt = desk.now + .days(3)
        try desk.act { try $0.recycle(to: .person(6), reason: "Not now, later", wakeAt: wakeAt) }
        #expect(desk.last.announcements.map(\.to) == [.holder(.person(6))])
        try desk.fire(at: desk.now + .days(4))
        #expect(desk.last.announcements.map(\.kind) == [.woken])
        #expect(desk.last.announcements.map(\.to) == [.holder(.person(6))])
    }
}
