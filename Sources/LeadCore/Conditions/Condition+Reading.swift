extension Condition {
    package static let deepest = 8
    package static let mostComparisons = 100

    /// The condition with its values as its fields' types mean them, and what is wrong with it, each with its pointer.
    package func read(by catalogue: ConditionCatalogue, at pointer: String = "") -> (Condition, [Refusal.Issue]) {
        guard depth <= Self.deepest else {
            return (self, [.init(pointer, "Groups are nested more than \(Self.deepest) deep.")])
        }
        guard comparisons.count <= Self.mostComparisons else {
            return (self, [.init(pointer, "A condition has at most \(Self.mostComparisons) comparisons.")])
        }
        var issues: [Refusal.Issue] = []
        return (reading(catalogue, pointer, &issues), issues)
    }

    /// The condition as its fields mean it.
    ///
    /// - Throws: `condition_invalid` with all that is wrong.
    package func understood(by catalogue: ConditionCatalogue, at pointer: String = "") throws(Refusal) -> Condition {
        let (condition, issues) = read(by: catalogue, at: pointer)
        guard let first = issues.first else { return condition }
        throw Refusal(.invalid, "condition_invalid", first.message, issues: issues)
    }

    private func reading(
        _ catalogue: ConditionCatalogue,
        _ pointer: String,
        _ issues: inout [Refusal.Issue]
    ) -> Condition {
        func parts(_ parts: [Condition], _ name: String, _ issues: inout [Refusal.Issue]) -> [Condition] {
            parts.enumerated().map { $1.reading(catalogue, "\(pointer)/\(name)/\($0)", &issues) }
        }
        switch self {
        case .all(let all): return .all(parts(all, "all", &issues))
        case .any(let any): return .any(parts(any, "any", &issues))
        case .none(let none): return .none(parts(none, "none", &issues))
        case .comparison(let comparison): return .comparison(comparison.reading(catalogue, pointer, &issues))
        }
    }
}

extension Condition.Comparison {
    fileprivate func reading(
        _ catalogue: ConditionCatalogue,
        _ pointer: String,
        _ issues: inout [Refusal.Issue]
    ) -> Self {
        guard let entry = catalogue[field] else {
            issues.append(.init("\(pointer)/field", "There is no field \(field)."))
            return self
        }
        guard entry.type.operators.contains(test) else {
            let known = entry.type.operators.map(\.rawValue).joined(separator: ", ")
            issues.append(.init("\(pointer)/operator", "\(entry.words) can be asked with \(known)."))
            return self
        }
        guard test.arity.contains(values.count) else {
            let wanted = test.arity.upperBound == 0 ? "no value" : test.arity.upperBound == 1 ? "one value" : "values"
            issues.append(.init("\(pointer)/values", "“\(entry.words) \(test.words)” takes \(wanted)."))
            return self
        }
        var read = self
        for (index, value) in values.enumerated() {
            if let value = value.read(as: entry.type), test.takes(value, entry.type) {
                read.values[index] = value
            } else {
                issues.append(
                    .init("\(pointer)/values/\(index)", "“\(value.written)” cannot be a value of \(entry.words) here.")
                )
            }
        }
        return read
    }
}

extension ConditionOperator {
    /// Days for dates, spans for ages; everything else goes by the type alone.
    fileprivate func takes(_ value: ConditionValue, _ type: ConditionType) -> Bool {
        switch (self, value) {
        case (.before, .day), (.since, .day): true
        case (.before, _), (.since, _): false
        case (.olderThan, .span(let span)), (.withinLast, .span(let span)), (.withinNext, .span(let span)):
            type == .time || span.milliseconds % Span.days(1).milliseconds == 0
        case (.olderThan, _), (.withinLast, _), (.withinNext, _): false
        default: true
        }
    }
}
