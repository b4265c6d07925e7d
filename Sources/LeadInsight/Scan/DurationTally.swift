/// How many durations fall into each cell of a grid, and the sum per group.
struct DurationTally {
    let cells: DurationCells
    private(set) var counts: [UInt32]
    private(set) var sums: [Int64]

    init(_ cells: DurationCells) {
        self.cells = cells
        counts = [UInt32](repeating: 0, count: cells.count)
        sums = [Int64](repeating: 0, count: cells.groups + 1)
    }

    mutating func add(_ durations: [Int64], _ groups: [UInt32]) {
        let cells = cells
        let values = durations.span
        let ids = groups.span
        // Four partial sums per group, so that one addition need not wait for the one before.
        var partialSums = [Int64](repeating: 0, count: sums.count * 4)
        var partial = partialSums.mutableSpan
        var counters = counts.mutableSpan
        for i in 0..<durations.count {
            let group = ids[unchecked: i]
            let value = values[unchecked: i]
            counters[unchecked: cells.cell(value, group)] &+= 1
            partial[unchecked: Int(group) &* 4 &+ (i & 3)] &+= value
        }
        for i in partialSums.indices { sums[i / 4] += partialSums[i] }
    }

    func count(_ group: Int) -> Int {
        counts[group * cells.perGroup..<(group + 1) * cells.perGroup].reduce(0) { $0 + Int($1) }
    }

    /// Where the duration of a rank (0 = shortest) of a group is: its cell, and its rank among the members of that cell.
    func place(ofRank rank: Int, in group: Int) -> (cell: Int, rank: Int) {
        var left = rank
        var cell = group * cells.perGroup
        while left >= Int(counts[cell]) {
            left -= Int(counts[cell])
            cell += 1
        }
        return (cell, left)
    }
}
