import LeadCore
import Testing

@testable import LeadInsight

@Suite("Duration summary")
struct DurationSummaryTests {
    @Test(
        "Exact for any number of groups and any shape of values",
        arguments: [1, 3, 200, 4000],
        ["even", "skewed", "equal", "two", "huge"]
    )
    func exact(groupCount: Int, shape: String) {
        var random = SeededRandom(seed: UInt64(groupCount))
        let n = 5000
        let groups = (0..<n).map { _ in UInt32.random(in: 0...UInt32(groupCount), using: &random) }
        let values = (0..<n).map { _ -> Int64 in
            switch shape {
            case "even": .random(in: 0..<1_000_000, using: &random)
            case "skewed": 1 << Int64.random(in: 0..<38, using: &random)
            case "equal": 86_400_000
            case "two": Bool.random(using: &random) ? 1_000_000 : 1_000_001
            default: .random(in: (1 << 39)..<(1 << 45), using: &random)
            }
        }
        var expected = [[Int64]](repeating: [], count: groupCount + 1)
        for (value, group) in zip(values, groups) { expected[Int(group)].append(value) }
        let found = DurationSummary.each(of: values, groups, groupCount: groupCount)
        let isEqual = found == expected.dropLast().map { Plain.summary($0) }
        #expect(isEqual)
    }

    @Test("Quickselect finds every rank", arguments: 1...40)
    func quickselect(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let values = (0..<count).map { _ in Int64.random(in: 0..<12, using: &random) }
        let sorted = values.sorted()
        for rank in 0..<count {
            var copy = values
            let found = copy.withUnsafeMutableBufferPointer { Selection.place(rank, in: $0) }
            #expect(found == sorted[rank])
        }
    }
}
