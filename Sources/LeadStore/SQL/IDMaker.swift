package import LeadCore
import Synchronization

/// Makes UUIDv7 ids (RFC 9562 section 5.7, method 1: a counter in `rand_a`): they sort by the time they were made, also within
/// one millisecond or when the clock steps back.
package final class IDMaker: Sendable {
    private struct State {
        var milliseconds: UInt64 = 0
        var counter: UInt64 = 0
    }

    private let state = Mutex(State())

    package init() {}

    package func next<Entity>(at now: Instant) -> Identifier<Entity> {
        let (milliseconds, counter) = state.withLock { state in
            let wanted = UInt64(clamping: now.milliseconds)
            if wanted > state.milliseconds {
                state = State(milliseconds: wanted, counter: 0)
            } else if state.counter == 0xFFF {
                state = State(milliseconds: state.milliseconds + 1, counter: 0)
            } else {
                state.counter += 1
            }
            return (state.milliseconds, state.counter)
        }
        let random = UInt64.random(in: .min ... .max)
        return Identifier(high: milliseconds << 16 | 0x7000 | counter, low: 0x8000_0000_0000_0000 | random >> 2)
    }
}
