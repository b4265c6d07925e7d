/// All stays of all leads in one status, one row per stay in the order they began.
///
/// Each status has its own columns: grouping by status, which almost every report does, is then free.
package struct StayColumns: Sendable {
    /// The length of a stay that has not ended.
    package static let open: Int64 = -1

    package private(set) var lead: [UInt32] = []
    package private(set) var entered: [Int64] = []
    /// Wall time until it was left, or `open`.
    package private(set) var wall: [Int64] = []
    /// Working time until it was left, or `open`.
    package private(set) var working: [Int64] = []

    package var count: Int { lead.count }

    mutating func begin(lead row: Row, at instant: Int64) -> Int {
        lead.append(UInt32(row))
        entered.append(instant)
        wall.append(Self.open)
        working.append(Self.open)
        return count - 1
    }

    /// Ends a stay.
    ///
    /// A clock that stepped back between two machines makes a stay of length zero, never a negative one.
    mutating func end(_ stay: Int, at instant: Int64, working span: Int64) {
        wall[stay] = max(0, instant - entered[stay])
        working[stay] = max(0, span)
    }

    /// Puts the rows in the order of their leads, each lead's in the order they began: a counting sort.
    mutating func sortByLead(_ leadCount: Int) {
        var next = [Int](repeating: 0, count: leadCount + 1)
        for lead in lead { next[Int(lead) + 1] += 1 }
        for row in 0..<leadCount { next[row + 1] += next[row] }
        var order = [Int](repeating: 0, count: count)
        for stay in 0..<count {
            let row = Int(lead[stay])
            order[next[row]] = stay
            next[row] += 1
        }
        lead = order.map { lead[$0] }
        entered = order.map { entered[$0] }
        wall = order.map { wall[$0] }
        working = order.map { working[$0] }
    }
}
