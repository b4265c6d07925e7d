/// A day of the week, in ISO 8601 order.
package enum Weekday: String, Hashable, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// 0 for Monday to 6 for Sunday.
    package var index: Int {
        switch self {
        case .monday: 0
        case .tuesday: 1
        case .wednesday: 2
        case .thursday: 3
        case .friday: 4
        case .saturday: 5
        case .sunday: 6
        }
    }

    package static let workdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
}

extension LocalDate {
    package var weekday: Weekday {
        Weekday.allCases[mondayIndex]
    }

    /// 0 for Monday to 6 for Sunday; day 0 of the count, 1970-01-01, was a Thursday.
    package var mondayIndex: Int {
        let shifted = (dayNumber + 3) % 7
        return shifted < 0 ? shifted + 7 : shifted
    }
}
