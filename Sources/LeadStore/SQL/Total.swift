import LeadCore

/// A sum that no engine can refuse: SQLite ends a statement whose integer `SUM` does not fit, PostgreSQL a cast of one.
///
/// The billions and the rest are added up apart, both exactly, and put together in Swift.
struct Total: Sendable {
    private static let unit: Int64 = 1_000_000_000

    /// Two columns to select, for `init(_:)` to read; each row counts `times`.
    static func columns(of column: SQL, times: SQL = "1") -> SQL {
        """
        CAST(COALESCE(SUM(\(times) * ((\(column)) / 1000000000)), 0) AS BIGINT),
          CAST(COALESCE(SUM(\(times) * ((\(column)) % 1000000000)), 0) AS BIGINT)
        """
    }

    /// The sum, or the nearest number that fits.
    let value: Int64

    init(_ row: inout Row) throws {
        let billions: Int64 = try row.next()
        let rest: Int64 = try row.next()
        let (product, overflow) = billions.multipliedReportingOverflow(by: Self.unit)
        value = overflow ? (billions < 0 ? .min : .max) : product.addingSaturated(rest)
    }
}
