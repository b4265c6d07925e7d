/// Who or what a row had, and since when: one entry per change, each row's entries in the order they happened.
///
/// Answers "whose was it on that day" for reports as of a date.
package struct ChangeLog: Sendable {
    private var rows: [UInt32] = []
    private var values: [Code] = []
    private var since: [Int64] = []
    /// The present value of each row.
    package private(set) var current: [Code] = []
    private var latest = Int64.min

    mutating func set(_ value: Code, row: Row, at instant: Int64) {
        while current.count <= row { current.append(Codebook.none) }
        guard current[row] != value else { return }
        current[row] = value
        rows.append(UInt32(row))
        values.append(value)
        since.append(instant)
        latest = max(latest, instant)
    }

    /// The value that each of the first `count` rows had at an instant.
    func values(count: Int, asOf instant: Int64) -> [Code] {
        var result = current
        if latest > instant {
            result = [Code](repeating: Codebook.none, count: count)
            for i in rows.indices where since[i] <= instant { result[Int(rows[i])] = values[i] }
        }
        while result.count < count { result.append(Codebook.none) }
        return result
    }

    /// Calls `body` with each time that a row had one of the values, until `never` where it has it still.
    func eachPeriod(
        of wanted: Set<Code>,
        _ body: (_ row: Row, _ value: Code, _ from: Int64, _ until: Int64) -> Void
    ) {
        var running = [Int](repeating: -1, count: current.count)
        let isWanted = (0...Int(wanted.max() ?? 0)).map { wanted.contains(Code($0)) }
        for i in rows.indices {
            let row = Int(rows[i])
            if running[row] >= 0 { body(row, values[running[row]], since[running[row]], since[i]) }
            running[row] = Int(values[i]) < isWanted.count && isWanted[Int(values[i])] ? i : -1
        }
        for (row, entry) in running.enumerated() where entry >= 0 { body(row, values[entry], since[entry], never) }
    }

    mutating func reserve(_ n: Int) {
        rows.reserveCapacity(n)
        values.reserveCapacity(n)
        since.reserveCapacity(n)
        current.reserveCapacity(n)
    }
}
