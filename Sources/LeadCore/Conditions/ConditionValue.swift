/// What a field is held against, and what a lead has in a field.
package enum ConditionValue: Hashable, Sendable {
    case text(FoldedText)
    /// One of several words or ids, exactly.
    case key(String)
    /// In ten-thousandths, as custom fields count: 12.5 is 125000.
    case number(Int64)
    case money(Money)
    case span(Span)
    case day(LocalDate)
    case flag(Bool)
    /// Only what a lead has; conditions name days and spans.
    case time(Instant)

    package static func word(_ text: String) -> ConditionValue { .text(FoldedText(text)) }

    /// A whole number, clamped to what can be compared.
    package static func whole(_ number: Int64) -> ConditionValue {
        let (scaled, overflow) = number.multipliedReportingOverflow(by: 10_000)
        return .number(overflow ? (number < 0 ? .min : .max) : scaled)
    }

    /// As it is written in conditions: `DE`, `12.5`, `5000.00 EUR`, `3d`, `2026-11-22`, `true`.
    package var written: String {
        switch self {
        case .text(let text): text.text
        case .key(let key): key
        case .number(let number): FieldValue.number(number).stored
        case .money(let money): FieldValue.money(money).stored
        case .span(let span): span.written
        case .day(let day): day.description
        case .flag(let flag): flag ? "true" : "false"
        case .time(let time): String(time.milliseconds)
        }
    }
}

extension Span {
    /// `3d`, `12h` or `30m`: the largest unit that says it exactly.
    package var written: String {
        let minutes = milliseconds / 60_000
        if minutes % 1440 == 0 { return "\(minutes / 1440)d" }
        return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
    }

    /// Reads what `written` writes, at most ten years.
    package init?(written text: String) {
        guard let unit = text.last, let count = Int64(text.dropLast()), (0...5_256_000).contains(count) else {
            return nil
        }
        let minutes: Int64
        switch unit {
        case "d": minutes = count * 1440
        case "h": minutes = count * 60
        case "m": minutes = count
        default: return nil
        }
        guard minutes <= 5_256_000 else { return nil }
        self = .minutes(minutes)
    }

    /// "3 days", "1 hour".
    package var spoken: String {
        let text = written
        let count = String(text.dropLast())
        let unit = text.hasSuffix("d") ? "day" : text.hasSuffix("h") ? "hour" : "minute"
        return "\(count) \(unit)\(count == "1" ? "" : "s")"
    }
}
