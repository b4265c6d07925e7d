/// A lead as conditions see it: what is known of it, its account, its first contact and its last response, at one moment.
package struct LeadSubject: Sendable {
    package let now: Instant
    /// Where days begin.
    package let zone: ZoneRules
    private var facts: [ConditionValue?]
    package private(set) var custom: [String: ConditionValue]
    /// What comparisons on personal data answered when the subject was put down; those data themselves are not kept.
    package internal(set) var answers: [Condition.Comparison: Bool] = [:]

    package init(now: Instant, zone: ZoneRules) {
        self.now = now
        self.zone = zone
        facts = Array(repeating: nil, count: LeadFact.allCases.count)
        custom = [:]
        let local = zone.local(now)
        self[.weekday] = .key(local.date.weekday.rawValue)
        self[.hour] = .whole(Int64(local.hour))
    }

    package subscript(fact: LeadFact) -> ConditionValue? {
        get { facts[fact.rawValue] }
        set { facts[fact.rawValue] = newValue }
    }

    package subscript(field: ConditionField) -> ConditionValue? {
        get {
            switch field {
            case .fact(let fact): facts[fact.rawValue]
            case .custom(let key): custom[key]
            }
        }
        set {
            switch field {
            case .fact(let fact): facts[fact.rawValue] = newValue
            case .custom(let key): custom[key] = newValue
            }
        }
    }
}

extension LeadSubject {
    /// Texts that are empty count as missing.
    package mutating func set(_ fact: LeadFact, text: String?) {
        self[fact] = text.flatMap { $0.isEmpty ? nil : .word($0) }
    }

    package mutating func set(_ fact: LeadFact, key: String?) {
        self[fact] = key.map { .key($0) }
    }

    package mutating func set(_ fact: LeadFact, time: Instant?) {
        self[fact] = time.map { .time($0) }
    }

    package mutating func set(_ fact: LeadFact, money: Money?) {
        self[fact] = money.map { .money($0) }
    }

    package mutating func set(_ fact: LeadFact, number: Int64?) {
        self[fact] = number.map { .whole($0) }
    }

    package mutating func set(_ key: String, _ value: FieldValue?) {
        custom[key] = value.flatMap { value -> ConditionValue? in
            switch value {
            case .text(let text): text.isEmpty ? nil : .word(text)
            case .choice(let option): .key(option)
            case .number(let number): .number(number)
            case .money(let money): .money(money)
            case .date(let day): .day(day)
            case .boolean(let flag): .flag(flag)
            }
        }
    }

    /// What the life of a lead tells; the rest comes from beside it.
    package mutating func set(_ lead: Lead) {
        set(.status, key: lead.status.rawValue)
        set(.kind, key: lead.kind.rawValue)
        set(.grade, key: lead.grade?.rawValue)
        set(.owner, key: lead.owner.description)
        set(.marketingOwner, key: lead.marketingOwner?.description)
        set(.source, key: lead.source.description)
        set(.campaign, key: lead.campaign?.description)
        set(.productClass, key: lead.productClass.description)
        set(.reason, text: lead.reason)
        set(.value, money: lead.value)
        set(.responses, number: Int64(lead.responses))
        set(.attempts, number: Int64(lead.attempts))
        set(.created, time: lead.createdAt)
        set(.statusSince, time: lead.statusSince)
        set(.ownerSince, time: lead.ownerSince)
        set(.firstAttempt, time: lead.firstAttemptAt)
        set(.nextStepDue, time: lead.nextStep?.dueAt)
        for (fact, criterion) in LeadFact.criteria {
            set(fact, key: lead.qualification.level(criterion)?.rawValue)
        }
    }
}

extension LeadFact {
    package static let criteria: [(LeadFact, Criterion)] = [
        (.need, .need), (.urgency, .urgency), (.fit, .fit), (.authority, .authority), (.money, .money),
    ]
}
