import LeadCore
import LeadInsight

/// Statistics as a textbook has them: sort everything, then look.
enum Plain {
    /// SQL's percentile_cont, a quantile given in tenths, rounded half up to a whole number.
    static func percentile(tenths quantile: Int, _ values: [Int64]) -> Span {
        let sorted = values.sorted()
        let (rank, part) = (quantile * (sorted.count - 1)).quotientAndRemainder(dividingBy: 10)
        let next = min(rank + 1, sorted.count - 1)
        let tenfold = sorted[rank] * Int64(10 - part) + sorted[next] * Int64(part)
        return Span(milliseconds: (tenfold + 5) / 10)
    }

    static func summary(_ values: [Int64]) -> DurationSummary? {
        guard let max = values.max() else { return nil }
        return DurationSummary(
            count: values.count,
            mean: Span(milliseconds: Int64((Double(values.reduce(0, +)) / Double(values.count)).rounded())),
            median: percentile(tenths: 5, values),
            p90: percentile(tenths: 9, values),
            max: Span(milliseconds: max)
        )
    }
}
