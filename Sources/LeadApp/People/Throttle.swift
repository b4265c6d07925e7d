package import LeadCore
import Synchronization

/// Counts what happens too often: at most `limit` times per key within `window`, sliding.
///
/// It lives in memory and forgets on restart; it never keeps more than `mostKeys`, and lets go of those that were quiet
/// longest.
package final class Throttle: Sendable {
    private let limit: Int
    private let window: Span
    private let mostKeys: Int
    private let times = Mutex<[String: [Instant]]>([:])

    package init(limit: Int, per window: Span, mostKeys: Int = 10_000) {
        self.limit = limit
        self.window = window
        self.mostKeys = mostKeys
    }

    /// How many keys are remembered.
    package var keys: Int { times.withLock { $0.count } }

    /// Counts one, and says whether it was within the limit.
    @discardableResult
    package func count(_ key: String, at now: Instant) -> Bool {
        times.withLock { times in
            let recent = self.recent(times[key], now)
            guard recent.count < limit else { return false }
            if times[key] == nil, times.count >= mostKeys { makeRoom(&times, now) }
            times[key] = recent + [now]
            return true
        }
    }

    /// Takes back the last one that was counted, as when it turned out to be harmless.
    package func giveBack(_ key: String) {
        times.withLock { times in
            guard var counted = times[key], !counted.isEmpty else { return }
            counted.removeLast()
            times[key] = counted.isEmpty ? nil : counted
        }
    }

    package func forget(_ key: String) {
        times.withLock { $0[key] = nil }
    }

    /// How long until one more is within the limit.
    package func wait(_ key: String, at now: Instant) -> Span {
        times.withLock { times in
            let recent = self.recent(times[key], now)
            guard recent.count >= limit, let first = recent.first else { return .zero }
            return first + window - now
        }
    }

    private func recent(_ all: [Instant]?, _ now: Instant) -> [Instant] {
        (all ?? []).filter { $0 > now - window }
    }

    /// Forgets what is over; when that is not enough, the half that was quiet longest.
    private func makeRoom(_ times: inout [String: [Instant]], _ now: Instant) {
        times = times.filter { !self.recent($0.value, now).isEmpty }
        guard times.count >= mostKeys else { return }
        let quietest = times.map { (key: $0.key, last: $0.value.last ?? now) }.sorted { $0.last < $1.last }
        for entry in quietest.prefix(max(1, times.count / 2)) { times[entry.key] = nil }
    }
}

/// Too much, too fast: the refusal, and how long to wait.
package struct RateLimited: Error {
    package var refusal: Refusal
    package var wait: Span

    package init(_ refusal: Refusal, wait: Span) {
        self.refusal = refusal
        self.wait = wait
    }

    /// Whole seconds, rounded up, one at least: what `Retry-After` says.
    package var seconds: Int64 {
        max(1, (wait.milliseconds + 999) / 1000)
    }
}
