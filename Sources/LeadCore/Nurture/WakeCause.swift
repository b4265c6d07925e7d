/// Why a recycled lead was taken up again (requirements G3, X12): what the yield of the pool is told by.
package enum WakeCause: String, CaseIterable, Codable, Sendable {
    /// Its wake date came.
    case date = "wake_date"
    /// Its people asked again before that.
    case signal
    /// Somebody took it up by hand.
    case person

    package var label: String {
        switch self {
        case .date: "Its wake date came"
        case .signal: "A new signal came"
        case .person: "Taken up by hand"
        }
    }
}
