import LeadApp
import LeadCore
import Synchronization
import Testing

@Suite("Taking turns")
struct TurnsTests {
    @Test("X: one goes on at a time, all come to their turn, and one that fails passes it on")
    func oneAtATime() async throws {
        let turns = Turns()
        let tally = Tally()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask { try? await tally.count(number, in: turns) }
            }
        }
        #expect(tally.most == 1)
        #expect(tally.done == 60)
    }

    @Test("J6: only administrators verify the whole workspace")
    func check() async throws {
        let workplace = try await Workplace()
        for user in [Workplace.ann, Workplace.fay, Workplace.mia, Workplace.manager] {
            await #expect {
                try await workplace.app.fetch(CheckInvariants(), as: Workplace.actor(user))
            } throws: { ($0 as? Refusal)?.kind == .forbidden }
        }
        let administrator = Actor(user: Workplace.manager, role: .administrator)
        #expect(try await workplace.app.fetch(CheckInvariants(), as: administrator).holds)
    }
}

/// Counts who is at it at once.
private final class Tally: Sendable {
    private struct Nothing: Error {}

    private let state = Mutex((active: 0, most: 0, done: 0))

    var most: Int { state.withLock { $0.most } }
    var done: Int { state.withLock { $0.done } }

    func count(_ number: Int, in turns: Turns) async throws {
        try await turns.take {
            state.withLock { state in
                state.active += 1
                state.most = max(state.most, state.active)
            }
            for _ in 0..<5 { await Task.yield() }
            state.withLock { state in
                state.active -= 1
                state.done += 1
            }
            if number % 7 == 0 { throw Nothing() }
        }
    }
}
