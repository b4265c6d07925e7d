package import LeadCore
import Synchronization

/// Counts what happens too often: at most `limit` times per key within `window`, sliding.
///
/// It lives in memory and forgets on restart; nothing but politeness depends on it.
package final class Throttle: Sendable {
    private let limit: Int
    private let window: Span
    private let times = Mutex<[String: [Instant]]>([:])

    package init(limit: Int, per window: Span) {
        self.limit = limit
        self.window = window
    }

    /// Whether one more is within the limit; does not count it.
    package func allows(_ key: String, at now: Instant) -> Bool {
        times.withLock { self.recent($0[key], now).count < limit }
    }

    /// Counts one, and says whether it was within the limit.
    @discardableResult
    package func count(_ key: String, at now: Instant) -> Bool {
        times.withLock { times in
            if times.count > 10_000 { times = times.filter { !self.recent($0.value, now).isEmpty } }
            let recent = self.recent(times[key], now)
            guard recent.count < limit else { return false }
            times[key] = recent + [now]
            return true
        }
    }

    package func forget(_ key: String) {
        times.withLock { $0[key] = nil }
    }

    private func recent(_ all: [Instant]?, _ now: Instant) -> [Instant] {
        (all ?? []).filter { $0 > now - window }
    }
}
