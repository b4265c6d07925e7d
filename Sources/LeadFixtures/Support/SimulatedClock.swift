package import LeadCore
import Synchronization

/// A clock that stands where it was put, so that years of history happen at their own times within seconds.
package final class SimulatedClock: Sendable {
    private let time: Mutex<Instant>

    package init(_ start: Instant) {
        time = Mutex(start)
    }

    package var now: Instant {
        time.withLock { $0 }
    }

    /// Goes on to `instant`; never back.
    package func advance(to instant: Instant) {
        time.withLock { $0 = max($0, instant) }
    }
}
