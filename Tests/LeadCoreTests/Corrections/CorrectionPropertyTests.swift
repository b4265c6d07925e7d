import Foundation
import LeadCore
import Testing

@Suite("Corrections of a lead's timeline")
struct CorrectionPropertyTests {
    private static let conclusive: [Criterion: Level] = [.need: .high, .urgency: .high, .fit: .high]

    @Test("X2, X20: whatever is corrected, the ledger tells what really happened, and custody holds", arguments: 1...40)
    func random(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var life = try CorrectedLife()
        for step in 0..<120 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where life.statuses.count > 1:
                let index = Int.random(in: 1..<life.statuses.count, using: &random)
                try life.correctTime(index, part: Int64.random(in: 0...100, using: &random))
            case 1:
                let owner = Owner.person(Identifier(high: 0, low: UInt64.random(in: 1...4, using: &random)))
                try life.correctOwner(Int.random(in: life.owners.indices, using: &random), to: owner)
            case 2 where life.statuses.count > 1: try life.undoLast()
            default: life.actAtRandom(&random)
            }
            #expect(Stay.fold(life.history).map(\.plain) == life.stays, "seed \(seed), step \(step)")
            #expect(life.folded == life.lead, "seed \(seed), step \(step)")
            #expect(life.lead.custodyGaps.isEmpty, "seed \(seed), step \(step)")
            #expect(life.lead.status == life.statuses.last?.value)
            #expect(life.lead.statusSince == life.statuses.last?.at)
            #expect(life.lead.owner == life.owners.last?.value)
            #expect(life.lead.kind == life.policy.process.kind(of: life.lead.status))
            #expect((life.lead.offer != nil) == (life.lead.kind == .handed), "seed \(seed), step \(step)")
        }
        #expect(life.corrections > 20)
    }

    @Test("X2: a correction survives the ledger's JSON")
    func codable() throws {
        let former = Correction.Former(
            status: "handed_off",
            kind: .handed,
            since: Instant(milliseconds: 5),
            reason: "Too small",
            offer: .init(giver: .person(3), gateVersion: 2)
        )
        for correction in [
            Correction(line: 17, .time(Instant(milliseconds: 99), isPresent: true)),
            Correction(line: 18, .owner(.pool(4), isPresent: false)), Correction(line: 19, .undone(former)),
        ] {
            let data = try JSONEncoder().encode(correction)
            #expect(try JSONDecoder().decode(Correction.self, from: data) == correction)
        }
    }

    @Test("X2: a change cannot be moved past its neighbours or into the future")
    func neighbours() throws {
        var life = try CorrectedLife()
        life.advance(.hours(1))
        try life.act { try $0.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: nil) }
        life.advance(.hours(1))
        try life.act { try $0.attempt(Attempt(channel: .phone, outcome: .reached), next: nil) }
        let (history, moves, lead) = (life.history, life.history.moves, life.lead)
        func code(_ line: Int64, _ at: Instant) -> String? {
            var code: String?
            do { try life.act { try $0.correct(timeOf: line, to: at, in: history) } } catch {
                code = (error as? Refusal)?.code
            }
            return code
        }
        #expect(code(moves[0].seq, lead.createdAt - .seconds(1)) == "time_out_of_order")
        #expect(code(moves[0].seq, moves[1].at + .seconds(1)) == "time_out_of_order")
        #expect(code(moves[1].seq, moves[1].at + .seconds(1)) == "time_out_of_order")
        #expect(code(1, lead.createdAt) == "no_such_line")
        #expect(life.lead == lead)
    }

    @Test("X2: only the latest change can be taken back, and a conversion not at all")
    func latest() throws {
        var life = try CorrectedLife()
        life.advance(.hours(1))
        try life.act { try $0.attempt(Attempt(channel: .phone, outcome: .reached), next: nil) }
        life.advance(.hours(1))
        try life.act { try $0.qualify(Self.conclusive, grade: nil, reason: "", conclude: true) }
        let (history, moves) = (life.history, life.history.moves)
        #expect(throws: Refusal.self) { try life.act { try $0.undo(move: moves[0].seq, in: history, keeper: nil) } }
        life.advance(.hours(1))
        try life.act { try $0.convert(to: 77) }
        let converted = life.history
        let last = try #require(converted.moves.last)
        #expect { try life.act { try $0.undo(move: last.seq, in: converted, keeper: nil) } } throws: {
            ($0 as? Refusal)?.code == "lead_converted"
        }
    }

    @Test("E10, X2: an acceptance taken back is an offer again; a handoff taken back returns the lead")
    func handoff() throws {
        var life = try CorrectedLife()
        life.advance(.hours(1))
        try life.act { try $0.qualify(Self.conclusive, grade: nil, reason: "", conclude: true) }
        life.advance(.hours(1))
        try life.act { try $0.handOff(to: .person(3)) }
        let offered = life.lead
        life.advance(.hours(1))
        try life.act { try $0.accept(by: 3) }
        try life.undoLast()
        #expect(life.lead.offer == offered.offer)
        #expect(life.lead.owner == .person(3))
        #expect(life.lead.clocks.map(\.kind) == [.accept])
        try life.undoLast()
        #expect(life.lead.offer == nil)
        #expect(life.lead.owner == .person(1))
        #expect(life.lead.kind == .qualified)
        #expect(life.lead.nextStep?.what == "Hand off to sales")
    }

    @Test("G3, X2: a lead whose waking is taken back waits for its wake date again")
    func wake() throws {
        var life = try CorrectedLife()
        life.advance(.hours(1))
        let wakeAt = life.lead.createdAt + .days(30)
        try life.act { try $0.recycle(to: .person(2), reason: "Not now, later", wakeAt: wakeAt) }
        life.advance(.days(1))
        try life.act { try $0.wake() }
        try life.undoLast()
        #expect(life.lead.kind == .nurture)
        #expect(life.lead.reason == "Not now, later")
        #expect(life.lead.clocks.map(\.dueAt) == [wakeAt])
    }
}

extension Stay {
    /// Without the cause, which the plain lists do not keep.
    fileprivate var plain: Stay {
        var stay = withoutWorkingTime
        stay.cause = nil
        return stay
    }
}
