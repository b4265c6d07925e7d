package import LeadCore

extension SQL {
    /// A condition as a question over `leads`, with the meaning that `Condition.holds(for:)` has.
    ///
    /// A comparison may be NULL where the condition is not met; that is the same to `WHERE`, `AND` and `OR`, and `NOT` is only
    /// put around what is made true or false before.
    package static func condition(_ condition: Condition, _ policy: Policy, now: Instant) -> SQL {
        ConditionSQL(policy: policy, now: now).sql(condition)
    }
}

/// Turns conditions into SQL that both engines read alike.
struct ConditionSQL {
    let policy: Policy
    let now: Instant
    private let catalogue: ConditionCatalogue

    init(policy: Policy, now: Instant) {
        self.policy = policy
        self.now = now
        catalogue = ConditionCatalogue(fields: policy.process.fields)
    }

    func sql(_ condition: Condition) -> SQL {
        switch condition {
        case .all(let parts): parts.isEmpty ? "TRUE" : "(\(parts.map(sql).joined(" AND ")))"
        case .any(let parts): parts.isEmpty ? "FALSE" : "(\(parts.map(sql).joined(" OR ")))"
        case .none(let parts): parts.isEmpty ? "TRUE" : "NOT COALESCE(\(parts.map(sql).joined(" OR ")), FALSE)"
        case .comparison(let comparison): sql(comparison)
        }
    }

    private func sql(_ comparison: Condition.Comparison) -> SQL {
        guard let entry = catalogue[comparison.field] else { return "FALSE" }
        if case .fact(let fact) = comparison.field {
            switch fact {
            case .need, .urgency, .fit, .authority, .money: return level(fact, comparison)
            case .weekday, .hour: return clock(comparison)
            default: break
            }
        }
        let column = ConditionColumn(comparison.field, policy)
        switch comparison.test {
        case .isEmpty: return "(\(column.value)) IS NULL"
        case .isNotEmpty: return "(\(column.value)) IS NOT NULL"
        default: break
        }
        switch entry.type {
        case .choice: return choice(column.value, comparison, entry.type)
        case .flag: return flag(column.value, comparison)
        case .text: return text(column.value, comparison)
        case .number: return number(column, comparison)
        case .money: return money(column, comparison)
        case .time: return time(column.value, comparison)
        case .day: return day(column.value, comparison)
        }
    }

    // MARK: Levels and the present moment

    private func level(_ fact: LeadFact, _ comparison: Condition.Comparison) -> SQL {
        let name = LeadFact.criteria.first { $0.0 == fact }?.1.rawValue ?? ""
        func has(_ level: String) -> SQL { "leads.levels LIKE \("%\"\(name)\":\(level)%")" }
        switch comparison.test {
        case .isEmpty: return "NOT (\(has("\"")))"
        case .isNotEmpty: return has("\"")
        default:
            let levels = comparison.values.map { has("\"\($0.written)\"") }.joined(" OR ")
            return comparison.test == .differs ? "NOT (\(levels))" : "(\(levels))"
        }
    }

    private func clock(_ comparison: Condition.Comparison) -> SQL {
        comparison.holds(for: LeadSubject(now: now, zone: policy.calendar.zone)) ? "TRUE" : "FALSE"
    }

    // MARK: Types

    private func choice(_ column: SQL, _ comparison: Condition.Comparison, _ type: ConditionType) -> SQL {
        let list = comparison.values.map { key($0, type) }.joined(", ")
        return comparison.test == .differs
            ? "((\(column)) IS NULL OR (\(column)) NOT IN (\(list)))" : "(\(column)) IN (\(list))"
    }

    private func key(_ value: ConditionValue, _ type: ConditionType) -> SQL {
        switch type {
        case .choice(.source), .choice(.campaign), .choice(.productClass), .choice(.person):
            "\(Identifier<LeadFact>(value.written))"
        default: "\(value.written)"
        }
    }

    private func flag(_ column: SQL, _ comparison: Condition.Comparison) -> SQL {
        let wanted = comparison.values.map { $0 == .flag(true) }
        if case .custom = comparison.field {
            return "(\(column)) IN (\(wanted.map { "\($0 ? "true" : "false")" as SQL }.joined(", ")))"
        }
        return "(\(wanted.map { $0 ? "(\(column))" as SQL : "NOT (\(column))" }.joined(" OR ")))"
    }

    private func number(_ column: ConditionColumn, _ comparison: Condition.Comparison) -> SQL {
        let numbers = comparison.values.map { value -> Int64 in
            if case .number(let number) = value { number } else { 0 }
        }
        switch comparison.test {
        case .equals, .differs:
            let isCustom = column.isScaled
            let fitting = isCustom ? numbers : numbers.filter { $0 % 10_000 == 0 }.map { $0 / 10_000 }
            let isIn: SQL =
                fitting.isEmpty ? "FALSE" : "(\(column.number)) IN (\(fitting.map { "\($0)" as SQL }.joined(", ")))"
            return comparison.test == .equals ? isIn : "NOT COALESCE(\(isIn), FALSE)"
        default:
            let bound = numbers.first ?? 0
            return order(column.number, comparison.test, column.isScaled ? bound : bound.whole(for: comparison.test))
        }
    }

    private func money(_ column: ConditionColumn, _ comparison: Condition.Comparison) -> SQL {
        guard case .money(let money)? = comparison.values.first else { return "FALSE" }
        return "(\(order(column.number, comparison.test, money.minor)) AND (\(column.currency)) = \(money.currency))"
    }

    private func order(_ column: SQL, _ test: ConditionOperator, _ bound: Int64) -> SQL {
        switch test {
        case .atLeast: "(\(column)) >= \(bound)"
        case .atMost: "(\(column)) <= \(bound)"
        case .above: "(\(column)) > \(bound)"
        default: "(\(column)) < \(bound)"
        }
    }

    private func time(_ column: SQL, _ comparison: Condition.Comparison) -> SQL {
        switch (comparison.test, comparison.values.first) {
        case (.before, .day(let day)?): "(\(column)) < \(policy.calendar.zone.startOfDay(day))"
        case (.since, .day(let day)?): "(\(column)) >= \(policy.calendar.zone.startOfDay(day))"
        case (.olderThan, .span(let span)?): "(\(column)) <= \(now - span)"
        case (.withinLast, .span(let span)?): "((\(column)) > \(now - span) AND (\(column)) <= \(now))"
        case (.withinNext, .span(let span)?): "((\(column)) > \(now) AND (\(column)) <= \(now + span))"
        default: "FALSE"
        }
    }

    /// Days are stored as text whose order is that of time.
    private func day(_ column: SQL, _ comparison: Condition.Comparison) -> SQL {
        let today = policy.calendar.zone.local(now).date
        func text(_ day: LocalDate) -> String { day.description }
        return switch (comparison.test, comparison.values.first) {
        case (.before, .day(let day)?): "(\(column)) < \(text(day))"
        case (.since, .day(let day)?): "(\(column)) >= \(text(day))"
        case (.olderThan, .span(let span)?): "(\(column)) <= \(text(today + -span.wholeDays))"
        case (.withinLast, .span(let span)?):
            "((\(column)) > \(text(today + -span.wholeDays)) AND (\(column)) <= \(text(today)))"
        case (.withinNext, .span(let span)?):
            "((\(column)) > \(text(today)) AND (\(column)) <= \(text(today + span.wholeDays)))"
        default: "FALSE"
        }
    }
}

extension Int64 {
    /// The whole number that a bound in ten-thousandths comes to for a column of whole numbers.
    fileprivate func whole(for test: ConditionOperator) -> Int64 {
        let (quotient, rest) = quotientAndRemainder(dividingBy: 10_000)
        let floor = rest < 0 ? quotient - 1 : quotient
        let isExact = rest == 0
        return switch test {
        case .atLeast, .below: isExact ? quotient : floor + 1
        default: floor
        }
    }
}
