import LeadCore
import Synchronization

/// A lead on a desk: acts on it at moments that the test sets, and keeps everything that happened to it.
struct LeadOnDesk {
    private(set) var lead: Lead
    private(set) var events: [(event: LeadEvent, at: Instant)] = []
    private(set) var last: LeadAct
    var now: Instant
    var policy: Policy
    var calendars: Calendars?
    private let ids: ClockIDs

    /// Monday 2026-06-15 09:00 UTC.
    static let monday9 = Instant(milliseconds: 1_781_514_000_000)

    /// A new lead of person 1, whose first-response clock has just started.
    init(at now: Instant = Self.monday9, policy: Policy, calendars: Calendars? = nil, owner: Owner = .person(1)) throws
    {
        self.now = now
        self.policy = policy
        self.calendars = calendars
        let ids = ClockIDs()
        self.ids = ids
        var act = try LeadAct.capture(
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
            at: now,
            response: nil,
            contact: .init(contact: 4, role: .responder),
            facts: Facts(now: now, actor: .system, policy: policy, calendars: calendars),
            newClockID: { ids.next() }
        )
        act.takeIntoCustody(Allotment(owner: owner, reason: .turn, turn: 1))
        lead = act.lead
        last = act
        events = act.records.map { ($0.event, $0.at) }
    }

    var clock: Clock? { lead.clocks.first }
    var folded: Lead? { Lead.fold(lead.id, events) }
    /// What the last act did, in the names of the ledger.
    var kinds: [LeadEvent.Kind] { last.records.map(\.event.kind) }

    mutating func act(by user: User.ID? = 1, _ body: (inout LeadAct) throws -> Void) rethrows {
        let ids = ids
        let actor = user.map { Actor(user: $0, role: .manager) } ?? .system
        let facts = Facts(now: now, actor: actor, policy: policy, calendars: calendars)
        var act = LeadAct(lead, facts: facts, newClockID: { ids.next() })
        try body(&act)
        lead = act.lead
        last = act
        events += act.records.map { ($0.event, $0.at) }
    }

    /// Fires the lead's clock at a moment, as the timer does.
    mutating func fire(at moment: Instant, relief: Pool? = nil) throws {
        now = moment
        guard let id = clock?.id else { return }
        try act(by: nil) { try $0.fire(id, relief: relief) }
    }
}

/// Counts up, as ids for clocks.
final class ClockIDs: Sendable {
    private let last = Mutex<UInt64>(100)

    func next() -> Clock.ID {
        last.withLock { last in
            last += 1
            return Clock.ID(high: 0, low: last)
        }
    }
}

/// A working calendar counted minute by minute, as slowly and as plainly as can be.
struct PlainCalendar {
    /// Hours ahead of UTC.
    var offset = 0
    /// Hours of the day, Monday to Friday.
    var hours: Range<Int> = 9..<17
    var absences: [Range<Instant>] = []

    var calendar: WorkingCalendar {
        get throws {
            let name = "Zone\(offset)"
            let interval = try DayInterval(start: hours.lowerBound * 60, end: hours.upperBound * 60)
            let week = Dictionary(uniqueKeysWithValues: Weekday.workdays.map { ($0, [interval]) })
            let zone = try ZoneRules(identifier: name, firstOffset: offset * 3600)
            return try WorkingCalendar(
                CalendarPolicy(name: "Plain \(offset) \(hours)", zone: name, hours: week),
                zone: zone,
                absences: absences
            )
        }
    }

    func isWorked(_ minute: Instant) -> Bool {
        let local = minute.milliseconds + Int64(offset) * 3_600_000
        let day = local / 86_400_000
        let hour = Int(local % 86_400_000 / 3_600_000)
        let weekday = (day + 3) % 7
        return weekday < 5 && hours.contains(hour) && !absences.contains { $0.contains(minute) }
    }

    /// The worked minutes from one moment to another.
    func minutes(from start: Instant, to end: Instant) -> Int {
        var count = 0
        var minute = start
        while minute < end {
            if isWorked(minute) { count += 1 }
            minute = minute + .minutes(1)
        }
        return count
    }

    /// The moment by which so many minutes have been worked since `start`.
    func add(_ minutes: Int, to start: Instant) -> Instant {
        var left = minutes
        var minute = start
        while left > 0 {
            if isWorked(minute) { left -= 1 }
            minute = minute + .minutes(1)
        }
        return minute
    }
}
