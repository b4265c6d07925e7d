import LeadCore
import Testing

@Suite("Whose calendar counts")
struct RosterTests {
    @Test("E3: a person's own calendar counts before their team's, that before the workspace's, each without absences")
    func precedence() throws {
        let office = try PlainCalendar().calendar
        let night = try PlainCalendar(hours: 1..<5).calendar
        let west = try PlainCalendar(offset: -8).calendar
        let away = LeadOnDesk.monday9..<(LeadOnDesk.monday9 + .days(2))
        let roster = Roster(
            choices: [.pool(10): "West", .person(2): "Night", .person(4): "Gone"],
            memberships: [.init(user: 1, pool: 10), .init(user: 2, pool: 10), .init(user: 3, pool: 11)],
            absences: [1: [away], 3: [away]]
        )
        let calendars = roster.calendars(standard: office, named: ["West": west, "Night": night])
        #expect(calendars[.person(1)] == west.absent(during: [away]))
        #expect(calendars[.person(2)] == night)
        #expect(calendars[.person(3)] == office.absent(during: [away]))
        #expect(calendars[.person(4)] == office)
        #expect(calendars[.pool(10)] == west)
        #expect(calendars[.pool(11)] == office)
    }
}
