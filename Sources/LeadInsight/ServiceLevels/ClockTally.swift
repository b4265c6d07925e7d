/// Counts clocks into the rows of a `ClockReport`, one per kind and group.
struct ClockTally {
    private let clocks: ClockColumns
    private let groupCount: Int
    private var rows: [ClockReport.Row] = []
    private var times: [Int64] = []
    private var workingTimes: [Int64] = []
    private var timeRows: [UInt32] = []

    init(_ columns: Columns, _ groups: LeadGroups) {
        clocks = columns.clocks
        groupCount = groups.count
        for (kind, kindLabel) in columns.clockKinds.labels.enumerated() {
            for (group, label) in groups.labels.enumerated() {
                rows.append(
                    ClockReport.Row(kind: Code(kind), kindLabel: kindLabel, group: Code(group), groupLabel: label)
                )
            }
        }
    }

    mutating func add(_ clock: Row, _ group: Code, asOf: Int64) {
        guard clocks.started[clock] <= asOf else { return }
        let row = Int(clocks.kind[clock]) * groupCount + Int(group)
        let stopped = clocks.stopped[clock]
        let isLate = min(stopped, asOf) > clocks.due[clock]
        rows[row].started += 1
        if stopped > asOf {
            if isLate {
                rows[row].breached += 1
                rows[row].overdue += 1
            } else {
                rows[row].running += 1
            }
        } else if clocks.met[clock] {
            rows[row].met += 1
            addTime(clock, row)
        } else if isLate {
            rows[row].breached += 1
            addTime(clock, row)
        } else {
            rows[row].withdrawn += 1
        }
    }

    private mutating func addTime(_ clock: Row, _ row: Int) {
        times.append(max(0, clocks.stopped[clock] - clocks.started[clock]))
        workingTimes.append(max(0, clocks.working[clock]))
        timeRows.append(UInt32(row))
    }

    func finished() -> [ClockReport.Row] {
        let wall = DurationSummary.each(of: times, timeRows, groupCount: rows.count)
        let working = DurationSummary.each(of: workingTimes, timeRows, groupCount: rows.count)
        return rows.indices.compactMap { index in
            var row = rows[index]
            guard row.started > 0 else { return nil }
            row.shareMet = share(row.met, of: row.met + row.breached)
            row.time = wall[index]
            row.workingTime = working[index]
            return row
        }
    }
}
