import LeadCore

/// What is to happen, in the order of its time; what was planned first comes first within one moment.
struct Agenda<Entry> {
    /// The latest first, so that the next one is taken off the end.
    private var entries: [(at: Instant, number: Int, entry: Entry)] = []
    private var planned = 0

    mutating func plan(_ entry: Entry, at: Instant) {
        planned += 1
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].at > at { low = middle + 1 } else { high = middle }
        }
        entries.insert((at, planned, entry), at: low)
    }

    /// The next entry, unless it lies after `end`.
    mutating func next(until end: Instant) -> (at: Instant, entry: Entry)? {
        guard let last = entries.last, last.at <= end else { return nil }
        entries.removeLast()
        return (last.at, last.entry)
    }
}
