import LeadCore

/// When a campaign runs, as people write it: whole days, the last one included.
///
/// The store keeps the half-open interval from the start of the first day to the end of the last.
struct CampaignPeriod {
    let now: Instant
    let zone: ZoneRules

    /// "1 Mar – 30 Apr 2026"; nil without any date.
    func words(_ start: Instant?, _ end: Instant?) -> String? {
        switch (start.map(firstDay), end.map(lastDay)) {
        case (nil, nil): nil
        case (let first?, nil): "from \(day(first, withYear: true))"
        case (nil, let last?): "until \(day(last, withYear: true))"
        case (let first?, let last?) where first == last: day(first, withYear: true)
        case (let first?, let last?):
            "\(day(first, withYear: first.components.year != last.components.year)) – \(day(last, withYear: true))"
        }
    }

    func state(_ start: Instant?, _ end: Instant?) -> StatusView {
        if let start, start > now { return StatusView(code: "planned", label: "Planned", tone: "parked") }
        if let end, end <= now { return StatusView(code: "ended", label: "Ended", tone: "closed") }
        if start == nil, end == nil { return StatusView(code: "undated", label: "Undated", tone: "parked") }
        return StatusView(code: "running", label: "Running", tone: "ready")
    }

    func firstDay(_ start: Instant) -> LocalDate { zone.local(start).date }

    func lastDay(_ end: Instant) -> LocalDate { zone.local(end - Span(milliseconds: 1)).date }

    /// The first instant of a day that was typed as `2026-11-22`; nil for an empty field.
    func start(_ text: String?, _ pointer: String) throws(Refusal) -> Instant? {
        try date(text, pointer).map { zone.startOfDay($0) }
    }

    /// The end of a day that was typed.
    func end(_ text: String?, _ pointer: String) throws(Refusal) -> Instant? {
        try date(text, pointer).map { zone.startOfDay($0 + 1) }
    }

    private func date(_ text: String?, _ pointer: String) throws(Refusal) -> LocalDate? {
        guard let text else { return nil }
        guard let date = LocalDate(text) else { throw Refusal.invalid(pointer, "A date is written like 2026-11-22.") }
        return date
    }

    private func day(_ date: LocalDate, withYear: Bool) -> String {
        let (year, month, day) = date.components
        return "\(day) \(TimeWords.months[month - 1].prefix(3))\(withYear ? " \(year)" : "")"
    }
}
