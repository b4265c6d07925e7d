import LeadApp
import LeadCore
import Logging
import ServiceLifecycle

/// The timer: records each breach and wakes each sleeping lead when it is due, and catches up after an outage.
///
/// It keeps nothing in memory; what is due stands in the workspace.
struct ClockService: Service {
    let app: App
    let logger: Logger
    /// How late a clock may fire that was started while the timer slept.
    private static let longestSleep = Span.seconds(1)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let wait = await fire()
                try? await Task.sleep(for: .milliseconds(wait.milliseconds))
            }
        }
    }

    /// Fires what is due and says how long to wait for the next.
    private func fire() async -> Span {
        do {
            guard let due = try await app.fetch(NextClockDue(), as: .system) else { return Self.longestSleep }
            let now = app.clock()
            guard due <= now else { return min(due - now, Self.longestSleep) }
            let fired = try await app.perform(BreachDueClocks(), as: .system)
            logger.info("clocks fired", metadata: ["count": "\(fired)"])
            return .zero
        } catch {
            logger.error("clocks could not be read", metadata: ["error": "\(error)"])
            return Self.longestSleep
        }
    }
}
