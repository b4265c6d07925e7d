import LeadApp
import LeadCore

/// Performs planned lives through the doors, each deed at its own time and by whoever holds the lead then.
struct Player {
    let app: App
    let clock: SimulatedClock
    let staff: Staff
    let calendar: WorkingCalendar
    let end: Instant
    var lives: [PlayedLife] = []
    /// Which life a lead belongs to.
    var lifeOf: [Lead.ID: Int] = [:]
    private var agenda = Agenda<Turn>()
    private var timer: ClockTimer

    /// A deed of a life, by its number; out of date when the life has gone on meanwhile.
    private struct Turn {
        var life: Int
        var deed: Int
    }

    /// A life with what became of it so far.
    struct PlayedLife {
        var life: Life
        var done = 0
        var lead: Lead.ID?
        var owner: Owner?
        var deal: Opportunity.ID?
        /// How often it was tried again because the evidence was missing.
        var tries = 0
    }

    /// - Parameter end: the last moment to be played; what is planned later stays open, as in life.
    init(app: App, clock: SimulatedClock, staff: Staff, calendar: WorkingCalendar, end: Instant) {
        self.app = app
        self.end = end
        self.clock = clock
        self.staff = staff
        self.calendar = calendar
        timer = ClockTimer(app: app, clock: clock)
    }

    mutating func play(_ planned: [Life]) async throws {
        lives = planned.map { PlayedLife(life: $0) }
        for index in lives.indices { agenda.plan(Turn(life: index, deed: 0), at: lives[index].life.begins) }
        while let (at, turn) = agenda.next(until: end) {
            guard lives[turn.life].done == turn.deed else { continue }
            try await timer.catchUp(to: at)
            clock.advance(to: at)
            let isDone = try await perform(lives[turn.life].nextDeed, of: turn.life)
            timer.somethingHappened(at: at)
            guard isDone else {
                planNext(of: turn.life, at: calendar.add(.hours(5), to: at))
                continue
            }
            lives[turn.life].done += 1
            guard let next = lives[turn.life].nextPause else { continue }
            planNext(of: turn.life, at: time(of: next, after: at, for: turn.life))
        }
        try await timer.catchUp(to: end)
        clock.advance(to: end)
    }

    private mutating func planNext(of index: Int, at: Instant) {
        agenda.plan(Turn(life: index, deed: lives[index].done), at: at)
    }

    /// Somebody whose lead sleeps with marketing has written again: it goes on now, not at its wake date.
    mutating func wakeUp(_ lead: Lead.ID) {
        guard let index = lifeOf[lead], lives[index].sleeps else { return }
        planNext(of: index, at: calendar.add(.hours(2), to: clock.now))
    }

    private func time(of pause: Step.Pause, after at: Instant, for index: Int) -> Instant {
        switch pause {
        case .working(let span):
            let pace = staff.person(for: lives[index].owner).pace
            let own = Span(milliseconds: Int64(Double(span.milliseconds) * pace))
            return calendar.add(own, to: at)
        case .days(let days):
            return calendar.add(.minutes(20), to: at + .days(Int64(days)))
        }
    }
}

extension Player.PlayedLife {
    fileprivate var sleeps: Bool {
        guard done > 0, done <= life.steps.count, case .days = life.steps[done - 1].after else { return false }
        return deal == nil
    }

    var nextDeed: Deed {
        done == 0 ? life.arrival : life.steps[done - 1].deed
    }

    /// Nil when the life is over, or went on in another lead's.
    var nextPause: Step.Pause? {
        guard lead != nil, done <= life.steps.count else { return nil }
        return life.steps[done - 1].after
    }
}
