import HTTPTypes
import LeadApp
import LeadCore
import Synchronization

/// So many requests a minute for each person; it lives in memory, in each process by itself.
final class RateLimiter: Sendable {
    /// What is left of a minute.
    struct Allowance: Sendable {
        var limit: Int
        var remaining: Int
        /// Until the next minute begins.
        var wait: Span

        var headers: HTTPFields {
            [
                .rateLimit: "\(limit)", .rateRemaining: "\(remaining)",
                .rateReset: "\((wait.milliseconds + 999) / 1000)",
            ]
        }
    }

    private struct Minute {
        var began: Instant
        var count: Int
    }

    private let limit: Int
    private let clock: @Sendable () -> Instant
    private let minutes = Mutex<[[UInt8]: Minute]>([:])
    private static let length = Span.minutes(1)
    private static let mostCallers = 10_000

    /// - Parameter limit: 0 lets everything pass.
    init(limit: Int, clock: @escaping @Sendable () -> Instant) {
        self.limit = limit
        self.clock = clock
    }

    /// Counts a request of somebody who has shown who they are; nil when nothing is limited.
    func take(_ caller: [UInt8]) -> (isAllowed: Bool, Allowance)? {
        guard limit > 0 else { return nil }
        let now = clock()
        return minutes.withLock { minutes in
            if minutes.count >= Self.mostCallers { minutes = minutes.filter { $0.value.began + Self.length > now } }
            var minute = minutes[caller] ?? Minute(began: now, count: 0)
            if minute.began + Self.length <= now { minute = Minute(began: now, count: 0) }
            let isAllowed = minute.count < limit
            if isAllowed { minute.count += 1 }
            minutes[caller] = minute
            let wait = minute.began + Self.length - now
            return (isAllowed, Allowance(limit: limit, remaining: limit - minute.count, wait: wait))
        }
    }
}
