/// Round numbers along an axis from zero: the fewest that reach the largest value in at most `most` steps.
struct NiceScale: Hashable {
    enum Steps {
        /// 1, 2, 5, 10, 20 … of whole things.
        case counts
        /// Of milliseconds: minutes, hours, days, weeks, as people divide them.
        case durations
        /// Of a whole: 5 %, 10 %, 20 %, 25 %, 50 %.
        case shares
        /// 1, 2, 5 at any size, such as minor units of money.
        case amounts
    }

    let ticks: [Double]

    /// The end of the axis: the last tick.
    var top: Double { ticks.last ?? 1 }

    init(upTo largest: Double, _ steps: Steps, most: Int = 4) {
        let largest = largest.isFinite && largest > 0 ? largest : steps.least
        let step = steps.step(for: largest / Double(most))
        let count = max(1, Int((largest / step - 1e-9).rounded(.up)))
        ticks = (0...count).map { Double($0) * step }
    }

    /// Where a value is between zero and the end, 0–1.
    func position(_ value: Double) -> Double {
        min(max(value / top, 0), 1)
    }
}

extension NiceScale.Steps {
    private static let minute = 60_000.0
    private static let day = 1440 * minute

    fileprivate var least: Double {
        switch self {
        case .counts, .amounts: 1
        case .durations: Self.minute
        case .shares: 1
        }
    }

    /// The smallest round step that is not smaller than `least`.
    fileprivate func step(for wanted: Double) -> Double {
        switch self {
        case .counts: max(1, Self.round(wanted))
        case .amounts: Self.round(wanted)
        case .shares: [0.05, 0.1, 0.2, 0.25, 0.5].first { $0 >= wanted } ?? Self.round(wanted)
        case .durations: Self.times.first { $0 >= wanted } ?? Self.round(wanted / Self.day) * Self.day
        }
    }

    private static let times =
        [1, 5, 10, 15, 30, 60, 120, 240, 480].map { $0 * minute }
        + [1, 2, 5, 7, 14, 28, 50].map { $0 * day }

    /// The next of 1, 2, 5, 10 … at the size of `wanted`.
    private static func round(_ wanted: Double) -> Double {
        var size = 1.0
        while size * 10 <= wanted { size *= 10 }
        while size > wanted { size /= 10 }
        return ([1.0, 2, 5].first { $0 * size >= wanted - 1e-12 } ?? 10) * size
    }
}
