import LeadApp
import Testing

@testable import LeadCore

/// What the random runs hold each ledger against is itself held against ledgers that are wrong.
@Suite("The examiner of ledgers finds what is wrong")
struct ExamTests {
    private static let lead: Lead.ID = 7
    private static let start = Instant(milliseconds: 1_000_000)

    private static func captured(_ status: Status = "open", _ kind: StatusKind = .new) -> LeadEvent {
        .captured(
            .init(
                account: 1,
                productClass: 2,
                source: 3,
                campaign: nil,
                status: status,
                kind: kind,
                value: nil,
                submission: nil
            )
        )
    }

    private static let strong = Qualification(levels: [.need: .high, .urgency: .high, .fit: .high])
    private static let weak = Qualification(levels: [.need: .low, .urgency: .high, .fit: .high])

    private func violation(_ events: [LeadEvent]) -> String? {
        let lines = events.enumerated().map { index, event -> Exam.Line in
            (Int64(index + 1), event, Self.start, .standard)
        }
        do {
            try Exam.reasons(Self.lead, lines)
            return nil
        } catch {
            return (error as? Violation)?.invariant ?? "\(error)"
        }
    }

    private func handedOff(_ levels: Qualification?, gate: Int = 1) -> LeadEvent {
        .handedOff(.init(giver: .person(1), gateVersion: gate, levels: levels))
    }

    @Test("X6: a pass that names another gate, shows nothing, or too little, is found; an honest one passes")
    func passes() {
        #expect(violation([Self.captured(), handedOff(Self.strong)]) == nil)
        #expect(violation([Self.captured(), handedOff(Self.strong, gate: 2)]) == "Handoff contract")
        #expect(violation([Self.captured(), handedOff(nil)]) == "Handoff contract")
        #expect(violation([Self.captured(), handedOff(Self.weak)]) == "Handoff contract")
    }

    @Test("A clock that breaches before it is due, or that nobody started, is found")
    func clocks() {
        let clock = Clock(id: 5, kind: .followUp, startedAt: Self.start, dueAt: Self.start + .hours(1))
        let breach = LeadEvent.clockBreached(.init(id: 5, kind: .followUp, escalatesAt: nil))
        #expect(violation([Self.captured(), .clockStarted(clock), breach]) == "One decision, one reason")
        #expect(violation([Self.captured(), breach]) == "One decision, one reason")
        let due = Clock(id: 5, kind: .followUp, startedAt: Self.start, dueAt: Self.start)
        #expect(violation([Self.captured(), .clockStarted(due), breach]) == nil)
    }

    @Test("X2: stays are retold with corrections and with what was undone")
    func retelling() {
        let moved = Lead.fold(Self.lead, [(Self.captured("a"), Self.start)])
        #expect(moved?.status == "a")
        let told = Retelling([
            (1, Self.captured("a"), Self.start),
            (2, .corrected(Correction(line: 9, .time(Self.start, isPresent: false))), Self.start + .hours(1)),
        ])
        #expect(told.statuses.map(\.value) == ["a"])
        #expect(told.owners.map(\.value) == ["elsewhere"])
    }
}
