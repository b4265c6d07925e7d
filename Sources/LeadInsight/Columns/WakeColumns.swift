package import LeadCore

/// When recycled leads were taken up again, and why: one row per time.
package struct WakeColumns: Sendable {
    package private(set) var lead: [UInt32] = []
    package private(set) var at: [Int64] = []
    package private(set) var cause: [WakeCause] = []

    package var count: Int { lead.count }

    mutating func add(_ row: Row, at instant: Int64, _ cause: WakeCause) {
        lead.append(UInt32(row))
        at.append(instant)
        self.cause.append(cause)
    }
}

/// Gives each key a number of its own, from 1 in the order in which they come; 0 means none.
struct KeyNumbers: Sendable {
    private var numbers: [RowKey: UInt32] = [:]

    /// One more than the largest number.
    var end: Int { numbers.count + 1 }

    mutating func number<Entity>(of id: Identifier<Entity>) -> UInt32 {
        let key = RowKey(id)
        if let number = numbers[key] { return number }
        let number = UInt32(numbers.count + 1)
        numbers[key] = number
        return number
    }
}
