/// Finds the place of a time among sorted instants in a step or two: a table of even slices says where to start looking.
struct InstantSlots {
    private let instants: [Int64]
    /// By slice: how many instants lie before it begins.
    private var starts: [Int] = []
    private let origin: Int64
    private let last: Int64
    private let shift: Int64

    var count: Int { instants.count }

    init(_ sorted: [Int64]) {
        instants = sorted
        origin = sorted.first ?? .max
        last = sorted.last ?? .min
        let width = sorted.isEmpty ? 0 : last - origin
        var shift: Int64 = 0
        while width >> shift >= 2048 { shift += 1 }
        self.shift = shift
        var next = 0
        for slice in 0...(width >> shift) {
            while next < sorted.count, (sorted[next] - origin) >> shift < slice { next += 1 }
            starts.append(next)
        }
    }

    /// The index of the first instant at or after a time; `count` when all are before it.
    @inline(__always)
    func first(notBefore time: Int64) -> Int {
        guard time <= last else { return count }
        guard time > origin else { return 0 }
        var index = starts[Int((time - origin) >> shift)]
        while instants[index] < time { index += 1 }
        return index
    }
}
