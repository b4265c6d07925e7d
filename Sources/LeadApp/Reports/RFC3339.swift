package import LeadCore

/// Times as RFC 3339 text in UTC, to the second or, where there are any, the millisecond: `2026-11-22T09:30:00Z`.
package enum RFC3339 {
    package static func text(_ instant: Instant) -> String {
        let (days, rest) = instant.milliseconds.dividedDown(by: 86_400_000)
        let date = LocalDate(year: 1970, month: 1, day: 1).map { $0 + Int(days) }
        let (seconds, milliseconds) = rest.quotientAndRemainder(dividingBy: 1000)
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { pad($0, 2) }.joined(separator: ":")
        let fraction = milliseconds == 0 ? "" : ".\(pad(milliseconds, 3))"
        return "\(date?.description ?? "")T\(clock)\(fraction)Z"
    }

    private static func pad(_ n: Int64, _ width: Int) -> String {
        let digits = String(n)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Int64 {
    fileprivate func dividedDown(by divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
