/// What a decision was made from, kept so that it can be made again: ids, codes and values of the lead's life, and of what is
/// personal only whether a comparison was met.
package struct RoutingRecord: Hashable, Codable, Sendable {
    package struct Answer: Hashable, Codable, Sendable {
        package var comparison: Condition
        package var isMet: Bool
    }

    /// The version of the policy whose rules decided.
    package var policy: Int
    package var at: Instant
    package var day: LocalDate
    package var wanted: Wanted
    /// Values by field, as `ConditionValue.kept` writes them; only what the rules asked for.
    package var facts: [String: String]
    package var answers: [Answer]
    package var accountOwner: Pool.Member?
    package var pools: [Pool]
    package var catchAll: Pool.ID
    package var excluded: User.ID?
    package var only: Pool.ID?

    /// - Parameter rules: those that were asked, up to the one that held.
    package init(_ asked: RoutingCase, policy: Int, rules: [AssignmentRule], _ catalogue: ConditionCatalogue) {
        self.policy = policy
        at = asked.subject.now
        day = asked.day
        wanted = asked.wanted
        accountOwner = asked.accountOwner
        pools = asked.pools
        catchAll = asked.catchAll
        excluded = asked.excluded
        only = asked.only
        facts = [:]
        answers = []
        var kept: Set<Condition.Comparison> = []
        for comparison in rules.flatMap(\.condition.comparisons) where kept.insert(comparison).inserted {
            let entry = catalogue[comparison.field]
            if entry?.isPersonal ?? true || entry?.type == .time || entry?.type == .day {
                answers.append(Answer(comparison: .comparison(comparison), isMet: comparison.holds(for: asked.subject)))
            } else if let value = asked.subject[comparison.field] {
                facts[comparison.field.description] = value.kept
            }
        }
    }

    /// The case as it was, as far as it decides.
    ///
    /// - Parameter catalogue: reads the comparisons that were kept as those of the rules are read.
    package func asked(_ catalogue: ConditionCatalogue) -> RoutingCase {
        var subject = LeadSubject(now: at, zone: .utc)
        subject[.weekday] = nil
        subject[.hour] = nil
        for (field, text) in facts {
            if let field = ConditionField(field) { subject[field] = ConditionValue(kept: text) }
        }
        for answer in answers {
            if case .comparison(let comparison) = answer.comparison.read(by: catalogue).0 {
                subject.answers[comparison] = answer.isMet
            }
        }
        return RoutingCase(
            subject: subject,
            wanted: wanted,
            day: day,
            accountOwner: accountOwner,
            pools: pools,
            catchAll: catchAll,
            excluded: excluded,
            only: only
        )
    }
}

/// A decision with what it was made from, on its way into the store.
package struct RoutingTrace: Hashable, Codable, Sendable {
    package var record: RoutingRecord
    package var decision: RoutingDecision

    package init(record: RoutingRecord, decision: RoutingDecision) {
        self.record = record
        self.decision = decision
    }
}

extension ConditionValue {
    /// With its kind in front, so that it reads back alone.
    var kept: String {
        switch self {
        case .text: "t\(written)"
        case .key: "k\(written)"
        case .number(let number): "n\(number)"
        case .money(let money): "m\(money.currency)\(money.minor)"
        case .span(let span): "s\(span.milliseconds)"
        case .day: "d\(written)"
        case .flag: "f\(written)"
        case .time(let time): "i\(time.milliseconds)"
        }
    }

    init?(kept text: String) {
        let rest = String(text.dropFirst())
        switch text.first {
        case "t": self = .word(rest)
        case "k": self = .key(rest)
        case "n": self.init(number: rest)
        case "m":
            guard let minor = Int64(rest.dropFirst(3)) else { return nil }
            self = .money(Money(minor: minor, currency: String(rest.prefix(3))))
        case "s":
            guard let span = Int64(rest) else { return nil }
            self = .span(Span(milliseconds: span))
        case "d":
            guard let day = LocalDate(rest) else { return nil }
            self = .day(day)
        case "f": self = .flag(rest == "true")
        case "i":
            guard let time = Int64(rest) else { return nil }
            self = .time(Instant(milliseconds: time))
        default: return nil
        }
    }

    private init?(number: String) {
        guard let number = Int64(number) else { return nil }
        self = .number(number)
    }
}
