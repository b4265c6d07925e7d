extension Condition {
    /// Whether a lead meets it.
    package func holds(for subject: LeadSubject) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(for: subject) }
        case .any(let parts): parts.contains { $0.holds(for: subject) }
        case .none(let parts): !parts.contains { $0.holds(for: subject) }
        case .comparison(let comparison): comparison.holds(for: subject)
        }
    }
}

extension Condition.Comparison {
    package func holds(for subject: LeadSubject) -> Bool {
        if !subject.answers.isEmpty, let answer = subject.answers[self] { return answer }
        return holds(subject[field], subject)
    }

    private func holds(_ found: ConditionValue?, _ subject: LeadSubject) -> Bool {
        switch test {
        case .isEmpty: return found == nil
        case .isNotEmpty: return found != nil
        case .equals: return found.map(values.contains) ?? false
        case .differs: return found.map { found in !values.contains(found) } ?? true
        case .contains: return has(found) { $0.contains($1) }
        case .omits: return !has(found) { $0.contains($1) }
        case .startsWith: return has(found) { $0.starts(with: $1) }
        case .endsWith: return has(found) { $0.ends(with: $1) }
        case .atLeast: return order(found).map { $0 >= 0 } ?? false
        case .atMost: return order(found).map { $0 <= 0 } ?? false
        case .above: return order(found).map { $0 > 0 } ?? false
        case .below: return order(found).map { $0 < 0 } ?? false
        case .before, .since, .olderThan, .withinLast, .withinNext:
            guard let found, let value = values.first else { return false }
            return holds(found, against: value, subject)
        }
    }

    private func has(_ found: ConditionValue?, _ test: (FoldedText, FoldedText) -> Bool) -> Bool {
        guard case .text(let text)? = found else { return false }
        return values.contains { if case .text(let part) = $0 { test(text, part) } else { false } }
    }

    /// Below, at or above zero as the lead's amount is below, at or above the value; nil where they cannot be compared, as
    /// amounts in two currencies.
    private func order(_ found: ConditionValue?) -> Int? {
        switch (found, values.first) {
        case (.number(let a)?, .number(let b)?): a < b ? -1 : a == b ? 0 : 1
        case (.money(let a)?, .money(let b)?) where a.currency == b.currency:
            a.minor < b.minor ? -1 : a.minor == b.minor ? 0 : 1
        default: nil
        }
    }

    private func holds(_ found: ConditionValue, against value: ConditionValue, _ subject: LeadSubject) -> Bool {
        switch (found, value) {
        case (.time(let time), .day(let day)):
            let start = subject.zone.startOfDay(day)
            return test == .before ? time < start : time >= start
        case (.time(let time), .span(let span)):
            switch test {
            case .olderThan: return time <= subject.now - span
            case .withinLast: return time > subject.now - span && time <= subject.now
            default: return time > subject.now && time <= subject.now + span
            }
        case (.day(let found), .day(let day)): return test == .before ? found < day : found >= day
        case (.day(let found), .span(let span)):
            let today = subject.zone.local(subject.now).date
            switch test {
            case .olderThan: return found <= today + -span.wholeDays
            case .withinLast: return found > today + -span.wholeDays && found <= today
            default: return found > today && found <= today + span.wholeDays
            }
        default: return false
        }
    }
}

extension Span {
    package var wholeDays: Int { Int(milliseconds / Span.days(1).milliseconds) }
}
