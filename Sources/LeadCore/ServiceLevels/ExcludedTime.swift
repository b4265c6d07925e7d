/// Intervals taken out of a measure of time that only grows, such as holidays out of working hours.
///
/// Points and amounts are milliseconds; `measure` is the amount before anything is taken out.
struct ExcludedTime: Hashable, Sendable {
    private let starts: [Int64]
    private let ends: [Int64]
    private let measuredAtStart: [Int64]
    /// What the intervals before each one took out; one element more than there are intervals.
    private let lostBefore: [Int64]

    static let none = ExcludedTime([], measure: { $0 })

    /// Intervals may overlap and come in any order; empty ones are ignored.
    init(_ intervals: [Range<Int64>], measure: (Int64) -> Int64) {
        var starts: [Int64] = []
        var ends: [Int64] = []
        for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) where !interval.isEmpty {
            if let last = ends.last, interval.lowerBound <= last {
                ends[ends.count - 1] = max(last, interval.upperBound)
            } else {
                starts.append(interval.lowerBound)
                ends.append(interval.upperBound)
            }
        }
        let measuredAtStart = starts.map(measure)
        var lostBefore: [Int64] = [0]
        for (atStart, end) in zip(measuredAtStart, ends) {
            lostBefore.append(lostBefore[lostBefore.count - 1] + measure(end) - atStart)
        }
        self.starts = starts
        self.ends = ends
        self.measuredAtStart = measuredAtStart
        self.lostBefore = lostBefore
    }

    /// The amount that is left at `point`.
    func remaining(at point: Int64, measure: (Int64) -> Int64) -> Int64 {
        let next = starts.partitioningIndex { $0 > point }
        guard next > 0 else { return measure(point) }
        // Inside an interval the amount stands still.
        return point < ends[next - 1]
            ? measuredAtStart[next - 1] - lostBefore[next - 1]
            : measure(point) - lostBefore[next]
    }

    /// The amount before anything was taken out at the first point where `remaining` is left.
    func measured(remaining: Int64) -> Int64 {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if measuredAtStart[middle] - lostBefore[middle] < remaining { low = middle + 1 } else { high = middle }
        }
        return remaining + lostBefore[low]
    }
}
