import LeadCore

/// Exact percentiles of many groups of durations in two passes: one counts them into cells, one collects the members of
/// the few cells that the wanted ranks are in.
///
/// The work is a few nanoseconds a duration, however many groups there are.
///
/// Some durations may still be going on; then `mediansWithGoing()` says what is known of the whole.
struct DurationSelector {
    private let groupCount: Int
    private let done: DurationTally
    private let all: DurationTally
    /// By cell: where its members begin in `members`, or `unwanted`.
    private var starts: [UInt32]
    private var members: [Int64] = []

    private static let unwanted = UInt32.max

    /// Rows in the group `groupCount` are outside the report.
    init(
        done durations: [Int64],
        _ groups: [UInt32],
        going ages: [Int64] = [],
        _ ageGroups: [UInt32] = [],
        groupCount: Int
    ) {
        self.groupCount = groupCount
        var tally = DurationTally(DurationCells(groups: groupCount))
        tally.add(durations, groups)
        done = tally
        if !ages.isEmpty { tally.add(ages, ageGroups) }
        all = tally
        starts = [UInt32](repeating: Self.unwanted, count: tally.cells.count)
        makeRoom()
        // The members of a cell: first those that are done, then those still going.
        var next = starts
        collect(durations, groups, &next)
        collect(ages, ageGroups, &next)
    }

    /// What is known of each group's ended durations.
    func summaries() -> [DurationSummary?] {
        var members = members
        return (0..<groupCount).map { group in
            let count = done.count(group)
            guard count > 0 else { return nil }
            return DurationSummary(
                count: count,
                mean: Span(milliseconds: Int64((Double(done.sums[group]) / Double(count)).rounded())),
                median: percentile(5, done, group, count, &members),
                p90: percentile(9, done, group, count, &members),
                max: percentile(10, done, group, count, &members)
            )
        }
    }

    /// The median of each group over ended and going durations alike, the latter with their age so far.
    func mediansWithGoing() -> [Span?] {
        var members = members
        return (0..<groupCount).map { group in
            let count = all.count(group)
            return count > 0 ? percentile(5, all, group, count, &members) : nil
        }
    }

    /// Gives each wanted cell its part of `members`.
    private mutating func makeRoom() {
        var room = 0
        func want(_ tally: DurationTally, _ quantile: Int, _ group: Int, _ count: Int) {
            let position = Position(quantile, count)
            for rank in [position.low, position.high] {
                let cell = tally.place(ofRank: rank, in: group).cell
                guard starts[cell] == Self.unwanted else { continue }
                starts[cell] = UInt32(room)
                room += Int(all.counts[cell])
            }
        }
        for group in 0..<groupCount {
            let count = done.count(group)
            if count > 0 {
                for quantile in [5, 9, 10] { want(done, quantile, group, count) }
            }
            let whole = all.count(group)
            if whole > count { want(all, 5, group, whole) }
        }
        members = [Int64](repeating: 0, count: room)
    }

    private mutating func collect(_ durations: [Int64], _ groups: [UInt32], _ next: inout [UInt32]) {
        let cells = done.cells
        let values = durations.span
        let ids = groups.span
        var places = next.mutableSpan
        var target = members.mutableSpan
        for i in 0..<durations.count {
            let value = values[unchecked: i]
            let cell = cells.cell(value, ids[unchecked: i])
            let place = places[unchecked: cell]
            guard place != Self.unwanted else { continue }
            target[unchecked: Int(place)] = value
            places[unchecked: cell] = place &+ 1
        }
    }

    private func percentile(
        _ quantile: Int,
        _ tally: DurationTally,
        _ group: Int,
        _ count: Int,
        _ members: inout [Int64]
    ) -> Span {
        let position = Position(quantile, count)
        let low = value(position.low, tally, group, &members)
        guard position.tenths > 0 else { return Span(milliseconds: low) }
        let high = value(position.high, tally, group, &members)
        return Span(milliseconds: low + ((high - low) * position.tenths + 5) / 10)
    }

    private func value(_ rank: Int, _ tally: DurationTally, _ group: Int, _ members: inout [Int64]) -> Int64 {
        let place = tally.place(ofRank: rank, in: group)
        let start = Int(starts[place.cell])
        return members.withUnsafeMutableBufferPointer { members in
            let part = members[start..<start + Int(tally.counts[place.cell])]
            return Selection.place(place.rank, in: UnsafeMutableBufferPointer(rebasing: part))
        }
    }
}

/// Where a quantile is in `count` sorted values: between two ranks, and how many tenths of the way along.
///
/// In whole numbers, so that the last millisecond does not depend on how a fraction happened to be rounded.
private struct Position {
    let low: Int
    let high: Int
    let tenths: Int64

    /// `quantile` in tenths: 5 is the median.
    init(_ quantile: Int, _ count: Int) {
        let position = quantile * (count - 1)
        low = position / 10
        high = min(low + 1, count - 1)
        tenths = Int64(position % 10)
    }
}
