/// Counts clocks into the rows of a `ClockReport`, one per kind and group.
struct ClockTally {
    private let rowCount: Int
    private let groupCount: Int
    /// By row, then by outcome; one row more for the clocks that are not in the report.
    private var counts: [Int]
    /// By clock: how long it ran, and the row that this counts in; the row after the last for clocks that still run.
    private var times: [Int64]
    private var timeRows: [UInt32]

    init(_ clocks: ClockColumns, kinds: Int, _ leads: LeadGroups, by groupBy: GroupBy, asOf: Int64) {
        groupCount = leads.count
        rowCount = kinds * leads.count
        counts = [Int](repeating: 0, count: (rowCount + 1) * Outcome.count)
        times = [Int64](repeating: 0, count: clocks.count)
        timeRows = [UInt32](repeating: 0, count: clocks.count)
        let ids = leads.ids.span
        for i in 0..<clocks.count {
            let lead = ids[Int(clocks.lead[i])]
            let group = groupBy == .owner ? clocks.owner[i] : lead
            let isIn = lead != leads.outside && clocks.started[i] <= asOf
            let row = isIn ? Int(clocks.kind[i]) * groupCount + Int(group) : rowCount
            let until = min(clocks.stopped[i], asOf)
            let outcome = Outcome(
                isStopped: clocks.stopped[i] <= asOf,
                isMet: clocks.met[i],
                isLate: until > clocks.due[i]
            )
            counts[row * Outcome.count + outcome.code] += 1
            times[i] = max(0, until - clocks.started[i])
            timeRows[i] = UInt32(outcome.hasTime ? row : rowCount)
        }
    }

    /// The rows that have clocks, by kind and then by group.
    func rows(_ clocks: ClockColumns, kinds: [String], groups: [String]) -> [ClockReport.Row] {
        let wall = DurationSummary.each(of: times, timeRows, groupCount: rowCount)
        let working = DurationSummary.each(of: clocks.working, timeRows, groupCount: rowCount)
        return (0..<rowCount).compactMap { index in
            func count(_ isCounted: (Outcome) -> Bool) -> Int {
                (0..<Outcome.count).reduce(0) { sum, code in
                    isCounted(Outcome(code: code)) ? sum + counts[index * Outcome.count + code] : sum
                }
            }
            let started = count { _ in true }
            guard started > 0 else { return nil }
            let (kind, group) = index.quotientAndRemainder(dividingBy: groupCount)
            let met = count { $0.isStopped && $0.isMet }
            let overdue = count { !$0.isStopped && $0.isLate }
            let breached = overdue + count { $0.isStopped && !$0.isMet && $0.isLate }
            return ClockReport.Row(
                kind: Code(kind),
                kindLabel: kinds[kind],
                group: Code(group),
                groupLabel: groups[group],
                started: started,
                met: met,
                breached: breached,
                running: count { !$0.isStopped && !$0.isLate },
                withdrawn: count { $0.isStopped && !$0.isMet && !$0.isLate },
                overdue: overdue,
                shareMet: share(met, of: met + breached),
                time: wall[index],
                workingTime: working[index]
            )
        }
    }
}

/// What became of a clock as of an instant: three yes-or-no facts in one small number, so that counting needs no branch.
private struct Outcome {
    static let count = 8

    let code: Int

    init(code: Int) {
        self.code = code
    }

    init(isStopped: Bool, isMet: Bool, isLate: Bool) {
        code = (isStopped ? 4 : 0) | (isMet ? 2 : 0) | (isLate ? 1 : 0)
    }

    var isStopped: Bool { code & 4 != 0 }
    var isMet: Bool { code & 2 != 0 }
    /// Stopped after it was due, or running past it.
    var isLate: Bool { code & 1 != 0 }
    /// Whether the time it ran says something: not while it runs, nor when nothing was waited for any more.
    var hasTime: Bool { isStopped && (isMet || isLate) }
}
