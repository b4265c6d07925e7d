import LeadCore

/// Any id as a key of a row table, whatever entity it is of.
struct RowKey: Hashable, Sendable {
    var high: UInt64
    var low: UInt64

    init<Entity>(_ id: Identifier<Entity>) {
        high = id.high
        low = id.low
    }
}

/// The number of a row in one group of columns.
///
/// Rows are only ever added, so a row keeps its number.
package typealias Row = Int

/// Stored in a time column where something has not happened (yet): later than every instant that a report can ask for.
let never = Int64.max
