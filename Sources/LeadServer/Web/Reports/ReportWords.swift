import LeadApp
import LeadCore
import LeadInsight

/// A report's cells and values as its page writes them; the last digit is a title away.
struct ReportWords: Sendable {
    let zone: ZoneRules
    let currency: String

    func cell(_ cell: ReportTable.Cell, heading: Bool = false) -> ReportCellView {
        ReportCellView(
            text: text(cell),
            exact: exact(cell),
            numeric: cell.isNumber,
            heading: heading,
            absent: cell == .none
        )
    }

    private func text(_ cell: ReportTable.Cell) -> String {
        switch cell {
        case .money(let amounts):
            amounts.sums.isEmpty ? "–" : amounts.sums.map { MoneyWords.full($0) }.joined(separator: " + ")
        case .instant(let instant): month(instant)
        default: ReportText(zone: zone).words(cell)
        }
    }

    /// Durations to the second and shares to a ten-thousandth; the others are exact as they stand.
    private func exact(_ cell: ReportTable.Cell) -> String? {
        switch cell {
        case .duration(let span): "\(ReportText(zone: zone).plain(cell)) s (\(Self.allUnits(span)))"
        case .share: ReportText(zone: zone).plain(cell)
        default: nil
        }
    }

    /// "2 d 3 h 4 min 5 s".
    static func allUnits(_ span: Span) -> String {
        let seconds = max(0, span.milliseconds) / 1000
        let units = [
            (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
        ]
        let parts = units.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "0 s" : parts.joined(separator: " ")
    }

    /// A value on a chart, which is a plain number of the unit.
    func value(_ value: Double, _ unit: ReportTable.Kind) -> String {
        guard value.magnitude < 9e15 else { return String(value) }
        return switch unit {
        case .count: text(.count(Int(value.rounded())))
        case .duration: text(.duration(Span(milliseconds: Int64(value.rounded()))))
        case .share: text(.share(value))
        case .money: MoneyWords.short(Money(minor: Int64(value.rounded()), currency: currency))
        case .instant: month(Instant(milliseconds: Int64(value)))
        case .text: String(value)
        }
    }

    /// "Nov 2026" for the start of a month, the whole date for any other day.
    func month(_ instant: Instant) -> String {
        let date = zone.local(instant).date
        let (year, month, day) = date.components
        return day == 1 ? "\(TimeWords.months[month - 1].prefix(3)) \(year)" : date.description
    }
}

extension ReportTable.Cell {
    var isNumber: Bool {
        switch self {
        case .count, .duration, .money, .share: true
        case .none, .text, .instant: false
        }
    }
}

extension ReportTable.Kind {
    /// Aligns to the right.
    var isNumeric: Bool { self != .text && self != .instant }
}
