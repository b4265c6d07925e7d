/// A grid of counters over (group × size of a duration): the coarse view that exact percentiles are found through.
///
/// Sizes are split evenly inside each power of two, so a cell is never wider than a fixed share of its values. The more
/// groups there are, the coarser the split, so that the counters stay in the processor's cache. Coarseness costs only time:
/// the value itself is picked from the cell's own members.
struct DurationCells {
    /// Durations of 2^40 ms (34 years) or more share the last cell.
    private static let largest: Int64 = (1 << 40) - 1

    /// log2 of the number of cells in each power of two.
    private let split: UInt64
    /// The leading bits of 1.0, the smallest size.
    private let first: UInt64
    let perGroup: Int
    let groups: Int

    /// The grid has one group more than it is asked for: rows outside the report are counted there.
    init(groups: Int) {
        self.groups = groups
        var split: UInt64 = 6
        while split > 2, (groups + 1) * Self.cells(split) > 1 << 17 { split -= 1 }
        self.split = split
        first = 1.0.bitPattern >> (52 - split)
        perGroup = Self.cells(split)
    }

    var count: Int { (groups + 1) * perGroup }

    private static func cells(_ split: UInt64) -> Int {
        41 << Int(split)
    }

    /// The cell of a duration in a group.
    ///
    /// Order-preserving inside a group; a negative duration counts as zero.
    ///
    /// The leading bits of a floating-point number are its power of two and its place in it: just what is wanted.
    @inline(__always)
    func cell(_ duration: Int64, _ group: UInt32) -> Int {
        let size = Double(min(max(duration, 0), Self.largest) &+ 1)
        return Int(group) &* perGroup &+ Int(truncatingIfNeeded: (size.bitPattern &>> (52 &- split)) &- first)
    }
}
