/// What a lead's life is measured along.
package enum Dimension: String, CaseIterable, Codable, Sendable {
    case status, owner, stage
}

/// A half-open interval `[enteredAt, leftAt)` of a lead in one value of one dimension; still going on while `leftAt` is nil.
///
/// The stays of a lead in a dimension tile its life: no gap, no overlap (DESIGN section 4, invariant 2).
package struct Stay: Hashable, Sendable {
    package var dimension: Dimension
    package var value: String
    package var enteredAt: Instant
    package var leftAt: Instant?
    /// Working time between the two, by the calendar in force when it ended.
    package var working: Span?
    /// Why a recycled lead entered this status; nil for every other stay.
    package var cause: WakeCause?

    package init(
        dimension: Dimension,
        value: String,
        enteredAt: Instant,
        leftAt: Instant?,
        working: Span?,
        cause: WakeCause? = nil
    ) {
        self.dimension = dimension
        self.value = value
        self.enteredAt = enteredAt
        self.leftAt = leftAt
        self.working = working
        self.cause = cause
    }
}
