package import LeadCore

/// What is said about a set of durations.
///
/// A percentile is SQL's `percentile_cont`: at position q·(n − 1) of the sorted durations, on the straight line between its
/// two neighbours. Mean and percentiles are rounded to the millisecond, halves up.
package struct DurationSummary: Hashable, Sendable {
    package var count: Int
    package var mean: Span
    package var median: Span
    package var p90: Span
    package var max: Span

    package init(count: Int, mean: Span, median: Span, p90: Span, max: Span) {
        self.count = count
        self.mean = mean
        self.median = median
        self.p90 = p90
        self.max = max
    }
}

extension DurationSummary {
    /// The summary of each group of the durations; nil for a group without any.
    static func each(of durations: [Int64], _ groups: [UInt32], groupCount: Int) -> [DurationSummary?] {
        DurationSelector(done: durations, groups, groupCount: groupCount).summaries()
    }
}
