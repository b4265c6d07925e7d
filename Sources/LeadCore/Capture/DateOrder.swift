/// In which order a file writes day and month; dates that begin with the year need no telling.
package enum DateOrder: String, Hashable, CaseIterable, Codable, Sendable {
    /// Only what can be read in one way.
    case automatic = "auto"
    case dayFirst = "dd/MM/yyyy"
    case monthFirst = "MM/dd/yyyy"

    /// What the values of a column show; nil when they show nothing, or contradict each other.
    package static func sniff(_ samples: some Sequence<String>) -> DateOrder? {
        var found: DateOrder?
        for sample in samples where (try? TextDate(sample)) != nil {
            let asDayFirst = try? TextDate(sample, order: .dayFirst)
            let asMonthFirst = try? TextDate(sample, order: .monthFirst)
            guard asDayFirst == nil || asMonthFirst == nil else { continue }
            let order: DateOrder = asMonthFirst == nil ? .dayFirst : .monthFirst
            if let found, found != order { return nil }
            found = order
        }
        return found
    }
}
