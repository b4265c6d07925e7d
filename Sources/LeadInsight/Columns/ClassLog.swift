/// Which product class a lead had before it was said to be about another one; few leads ever are.
package struct ClassLog: Sendable {
    struct Change {
        var row: Row
        var former: Code
        var at: Int64
    }

    /// In the order in which they happened to each lead.
    private(set) var changes: [Change] = []
    private var latest = Int64.min

    mutating func add(_ change: Change) {
        changes.append(change)
        latest = max(latest, change.at)
    }

    /// The class of each lead at an instant, from those of now.
    func classes(_ current: [Code], asOf instant: Int64) -> [Code] {
        guard latest > instant else { return current }
        var classes = current
        for change in changes.reversed() where change.at > instant { classes[change.row] = change.former }
        return classes
    }
}
