package import LeadCore
package import LeadInsight

/// Writes a report's cells for machines and people: CSV, JSON and the terminal share these words.
package struct ReportText: Sendable {
    package let zone: ZoneRules

    package init(zone: ZoneRules) {
        self.zone = zone
    }

    /// For people: "3 d 4 h", "1,204", "25.0 %", "12,400.00 EUR".
    package func words(_ cell: ReportTable.Cell) -> String {
        switch cell {
        case .none: "–"
        case .text(let text): text
        case .count(let n): Self.grouped(Int64(n))
        case .duration(let span): Self.words(span)
        case .money(let amounts): amounts.sums.isEmpty ? "–" : amounts.sums.map(Self.words).joined(separator: " + ")
        case .share(let share): "\(Self.fixed(share * 100, places: 1)) %"
        case .instant(let instant): zone.local(instant).date.description
        }
    }

    /// For machines: seconds with three decimals, minor units turned into major ones (with their currencies where there are
    /// several), shares of 1, RFC 3339.
    package func plain(_ cell: ReportTable.Cell) -> String {
        switch cell {
        case .none: ""
        case .text(let text): text
        case .count(let n): String(n)
        case .duration(let span): Self.fixed(Double(span.milliseconds) / 1000, places: 3)
        case .money(let amounts):
            amounts.single?.decimalText
                ?? amounts.sums.map { "\($0.decimalText) \($0.currency)" }.joined(separator: " + ")
        case .share(let share): Self.fixed(share, places: 6)
        case .instant(let instant): RFC3339.text(instant)
        }
    }

    /// The two largest units that say something: "3 d 4 h", "12 min", "8 s".
    package static func words(_ span: Span) -> String {
        let seconds = span.milliseconds / 1000
        let parts: [(Int64, String)] = [
            (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
        ]
        guard let first = parts.firstIndex(where: { $0.0 != 0 }) else { return "0 s" }
        return parts[first...].prefix(2).filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }

    static func words(_ money: Money) -> String {
        let sign = money.minor < 0 ? "-" : ""
        let (whole, decimals) = money.parts
        return "\(sign)\(grouped(Int64(clamping: whole)))\(decimals.isEmpty ? "" : ".")\(decimals) \(money.currency)"
    }

    /// Thousands apart: 1204 is "1,204".
    static func grouped(_ n: Int64) -> String {
        var digits = String(n.magnitude)
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = String(digits.dropLast(3))
        }
        return (n < 0 ? "-" : "") + ([digits[...]] + groups).joined(separator: ",")
    }

    static func fixed(_ value: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (value * scale).rounded()
        guard scaled.magnitude < 9e15 else { return String(value) }
        let whole = Int64(scaled.magnitude)
        let fraction = String(whole % Int64(scale))
        let padded = String(repeating: "0", count: places - fraction.count) + fraction
        return "\(scaled < 0 ? "-" : "")\(whole / Int64(scale)).\(padded)"
    }
}
