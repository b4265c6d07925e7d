import Testing

@testable import LeadServer

@Suite("Nice scales")
struct NiceScaleTests {
    private static let minute = 60_000.0
    private static let day = 86_400_000.0

    @Test(
        "A scale begins at zero, reaches the largest value and has no more steps than asked for",
        arguments: [
            (0.3, NiceScale.Steps.amounts), (1, .counts), (7, .counts), (10, .counts), (99, .counts), (5_345, .counts),
            (0.07, .shares), (0.5, .shares), (1, .shares), (1.8, .shares), (90_000, .durations),
            (5_000_000, .durations),
            (86_400_000, .durations), (9e9, .durations), (1e12, .durations), (123_456_789, .amounts),
        ]
    )
    func reachesTheLargest(largest: Double, steps: NiceScale.Steps) {
        let scale = NiceScale(upTo: largest, steps)
        #expect(scale.ticks.first == 0)
        #expect(scale.top >= largest * (1 - 1e-9))
        #expect((2...5).contains(scale.ticks.count))
        let gaps = zip(scale.ticks, scale.ticks.dropFirst()).map { $1 - $0 }
        #expect(gaps.allSatisfy { abs($0 - gaps[0]) < gaps[0] * 1e-6 })
        #expect(scale.top - largest < gaps[0] * (1 + 1e-6), "a shorter scale would do")
    }

    @Test("Counts step by whole round numbers")
    func counts() {
        #expect(NiceScale(upTo: 3, .counts).ticks == [0, 1, 2, 3])
        #expect(NiceScale(upTo: 7, .counts).ticks == [0, 2, 4, 6, 8])
        #expect(NiceScale(upTo: 860, .counts).ticks == [0, 500, 1000])
        #expect(NiceScale(upTo: 400, .counts).ticks == [0, 100, 200, 300, 400])
    }

    @Test("Durations step as people divide time, not by powers of ten")
    func durations() {
        #expect(NiceScale(upTo: 100 * Self.minute, .durations).ticks.map { $0 / Self.minute } == [0, 30, 60, 90, 120])
        #expect(NiceScale(upTo: 20 * Self.day, .durations).ticks.map { $0 / Self.day } == [0, 5, 10, 15, 20])
    }

    @Test("Nothing to show still gives a scale")
    func nothing() {
        #expect(NiceScale(upTo: 0, .counts).ticks == [0, 1])
        #expect(NiceScale(upTo: .nan, .shares).top == 1)
        #expect(NiceScale(upTo: -4, .durations).top == 60_000)
    }

    @Test("A value's place is its share of the scale, held inside of it")
    func positions() {
        let scale = NiceScale(upTo: 8, .counts)
        #expect(scale.position(4) == 0.5)
        #expect(scale.position(-1) == 0)
        #expect(scale.position(80) == 1)
    }
}
