import LeadApp
import LeadCore

/// Does what the server's timer does, in simulated time: records each breach and wakes each sleeper at its due time.
struct ClockTimer {
    let app: App
    let clock: SimulatedClock
    private var lookAt: Instant?

    /// No clock runs for less than this, so one that was started just now cannot be due earlier.
    private static let shortestPromise = Span.hours(4)

    init(app: App, clock: SimulatedClock) {
        self.app = app
        self.clock = clock
    }

    mutating func somethingHappened(at now: Instant) {
        let earliest = now + Self.shortestPromise
        lookAt = lookAt.map { min($0, earliest) } ?? earliest
    }

    mutating func catchUp(to now: Instant) async throws {
        while let at = lookAt, at <= now {
            clock.advance(to: at)
            _ = try await app.perform(BreachDueClocks(), as: .system)
            lookAt = try await app.fetch(NextClockDue(), as: .system)
        }
    }
}
