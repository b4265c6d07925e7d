import Testing

@testable import LeadCore

@Suite("Lead recognition")
struct RecognitionTests {
    private static let now = Instant(milliseconds: 1_781_690_400_000)
    private let policy = RecognitionPolicy.standard

    private func signal(_ n: UInt64, _ intent: Intent, by contact: UInt64 = 1, daysAgo: Int64) -> Signal {
        Signal(
            response: Response.ID(integerLiteral: n),
            contact: Contact.ID(integerLiteral: contact),
            intent: intent,
            at: Self.now - .days(daysAgo)
        )
    }

    private func recognized(_ signals: [Signal], touches: [Instant] = []) -> Recognition {
        Recognition(signals: signals, touches: touches, policy: policy, now: Self.now)
    }

    @Test("B9: signals of several people of an account add up to a lead, and each is named")
    func adds() {
        let three = [
            signal(1, .click, daysAgo: 20), signal(2, .download, by: 2, daysAgo: 10),
            signal(3, .click, by: 2, daysAgo: 2),
        ]
        let answer = recognized(three)
        #expect(answer.points == 30 + 40 + 30)
        #expect(answer.isLead)
        #expect(answer.evidence.map(\.signal) == three)
        #expect(!recognized(Array(three.dropLast())).isLead)
    }

    @Test("B9: what we did towards them counts beside their signals, never alone")
    func touches() {
        let mailings = (1...20).map { Self.now - .days($0) }
        #expect(recognized([], touches: mailings).points == 0)
        let answer = recognized([signal(1, .click, daysAgo: 1)], touches: mailings)
        #expect(answer.points == 30 + 20 * 5)
        #expect(answer.isLead)
    }

    @Test("B9: only the window counts, its end included and its beginning not")
    func window() {
        let edge = policy.windowDays
        #expect(recognized([signal(1, .click, daysAgo: Int64(edge))]).points == 0)
        #expect(recognized([signal(1, .click, daysAgo: Int64(edge) - 1)]).points == 30)
        #expect(recognized([signal(1, .click, daysAgo: 0)]).points == 30)
        #expect(recognized([signal(1, .click, daysAgo: -1)]).points == 0)
    }

    @Test("B9: the same person doing the same on one day counts once, as mail scanners click on everything")
    func repetition() {
        let clicks = (1...50).map { signal($0, .click, daysAgo: 3) }
        #expect(recognized(clicks).points == 30)
        #expect(recognized(clicks + [signal(99, .click, by: 2, daysAgo: 3)]).points == 60)
    }

    @Test("A9: brochure requests alone are no lead, however many")
    func brochures() {
        let requests = (1...30).map { signal($0, .brochure, by: $0, daysAgo: Int64($0)) }
        let answer = recognized(requests)
        #expect(answer.points == 600)
        #expect(!answer.isLead)
    }

    @Test("B9: the order in which signals are told does not matter")
    func order() {
        var generator = SeededGenerator(seed: 7)
        let signals = (1...40).map { n in
            signal(
                n,
                Intent.allCases.randomElement(using: &generator) ?? .click,
                by: UInt64.random(in: 1...3, using: &generator),
                daysAgo: Int64.random(in: 0...120, using: &generator)
            )
        }
        for _ in 0..<20 { #expect(recognized(signals.shuffled(using: &generator)) == recognized(signals)) }
    }

    @Test("A5: every intent has a treatment, and a gap in the rules makes a lead rather than lose one")
    func gaps() {
        var holey = policy
        holey.rules.removeAll()
        for intent in Intent.allCases { #expect(holey.rule(for: intent).treatment == .lead) }
        for intent in [Intent.quote, .demo, .visit, .eventAttendance] {
            #expect(policy.rule(for: intent).treatment == .lead)
        }
    }

    @Test("Rules that cannot work are refused with each fault")
    func faults() {
        var broken = policy
        broken.rules.append(.init(.click, .lead, points: -1))
        broken.threshold = 0
        broken.windowDays = 9_999
        let refusal = #expect(throws: Refusal.self) { try broken.validate() }
        #expect(refusal?.code == "invalid_recognition")
        #expect(
            refusal?.issues.map(\.pointer) == [
                "/recognition/rules", "/recognition/rules/11/points", "/recognition/threshold",
                "/recognition/windowDays",
            ]
        )
    }
}
