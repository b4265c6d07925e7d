/// The part of the day in which somebody was tried, by the wall clock of whoever tried (requirement X11).
package enum DayPart: String, CaseIterable, Codable, Sendable {
    case morning, afternoon, evening

    package var label: String {
        switch self {
        case .morning: "Morning"
        case .afternoon: "Afternoon"
        case .evening: "Evening"
        }
    }

    /// Until noon, until five, after that.
    package init(_ time: LocalDateTime) {
        switch time.hour {
        case ..<12: self = .morning
        case ..<17: self = .afternoon
        default: self = .evening
        }
    }
}
