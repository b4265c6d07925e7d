import LeadApp
package import LeadCore
package import LeadStore

/// Two years in the life of Lumen Metrik, told again the same way from the same seed: leads from every source, worked on,
/// handed over, won, lost, and some of them waiting right now.
///
///     try await DemoWorld(seed: 1, leads: 300, end: now).fill(.sqlite("data/demo/baton.sqlite"))
package struct DemoWorld: Sendable {
    package var seed: UInt64
    /// How many inquiries make a life of their own; a few of them join an open lead.
    package var leads: Int
    /// The last moment of the story.
    package var end: Instant

    package init(seed: UInt64 = 1, leads: Int = 1500, end: Instant) {
        self.seed = seed
        self.leads = leads
        self.end = end
    }

    /// Fills an empty workspace.
    package func fill(_ place: WorkspacePlace) async throws {
        let clock = SimulatedClock(end - .days(Int64(Arrivals.days)))
        let app = try await App.open(place, durability: .off) { clock.now }
        try await app.perform(SetDemoMark(mark: .unfinished), as: .system)
        let staff = try await Furnishing(app: app, end: end).furnish()
        let policy = try await app.fetch(PolicyInForce(), as: .system)
        var player = Player(app: app, clock: clock, staff: staff, calendar: policy.calendar, end: end)
        try await player.play(lives())
        for person in Cast.everybody {
            try await app.perform(ReadAllNotices(until: end - .days(2)), as: staff.actor(person))
        }
        try await app.perform(SetDemoMark(mark: .filled), as: .system)
    }

    private func lives() -> [Life] {
        var arrivals = Arrivals(end: end, chance: Chance(seed: seed, part: -1))
        let whole = arrivals.plan(leads)
        let ready = arrivals.planReady(max(4, leads / 60))
        let talked = [10, 3, 0].flatMap { arrivals.planRound(daysBefore: $0) }
        var unwanted = Unwanted(end: end, chance: Chance(seed: seed, part: -2))
        return (whole + ready + talked).enumerated().map { number, arrival in
            var plan = LifePlan(arrival, Chance(seed: seed, part: number))
            switch number {
            case ..<whole.count: return plan.write()
            case ..<(whole.count + ready.count): return plan.writeUntilReady(offered: number % 3 > 0)
            default: return plan.writeUntilTalked()
            }
        } + unwanted.plan(max(4, leads / 40))
    }
}
