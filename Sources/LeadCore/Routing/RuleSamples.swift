/// Values of one field, enough that each way in which its comparisons can come out together is among them.
struct RuleSamples {
    struct Sample {
        var value: ConditionValue?
        var isOther = false
    }

    private(set) var samples: [Sample] = []

    init(_ field: ConditionField, _ asked: [Condition.Comparison], _ world: RuleWorld) {
        let type = world.catalogue[field]?.type ?? .text
        let values = asked.flatMap(\.values)
        switch type {
        case .choice(let choice): addChoices(field, choice, values, world)
        case .text: addTexts(asked)
        case .number: addNumbers(field, values)
        case .money: addMoney(field, values)
        case .time: addTimes(field, asked, world)
        case .day: addDays(asked, world)
        case .flag: samples += [Sample(value: .flag(true)), Sample(value: .flag(false))]
        }
        if field.canBeMissing { samples.append(Sample(value: nil)) }
    }

    private mutating func addChoices(
        _ field: ConditionField,
        _ choice: ConditionChoice,
        _ values: [ConditionValue],
        _ world: RuleWorld
    ) {
        switch (choice, choice.words) {
        case (.status, _), (.kind, _): samples += world.kinds.keys.sorted().map { Sample(value: .key($0)) }
        case (_, let words?): samples += words.map { Sample(value: .key($0)) }
        default:
            samples.append(Sample(value: .key("\u{FFFF}"), isOther: true))
            samples += values.map { Sample(value: $0) }
        }
    }

    /// Letters that nobody writes keep the parts of a text apart, so that it holds what it is made of and nothing more.
    private mutating func addTexts(_ asked: [Condition.Comparison]) {
        func texts(_ tests: Set<ConditionOperator>) -> [String] {
            let found = asked.filter { tests.contains($0.test) }.flatMap(\.values).map(\.written)
            return Array(Set(found)).sorted()
        }
        samples.append(Sample(value: .word("\u{FFFF}"), isOther: true))
        samples += texts([.equals, .differs]).map { Sample(value: .word($0)) }
        let beginnings = [""] + texts([.startsWith])
        let ends = [""] + texts([.endsWith])
        let parts = texts([.contains, .omits])
        let subsets: [[String]] =
            parts.count <= 8
            ? (0..<(1 << parts.count)).map { bits in parts.indices.filter { bits >> $0 & 1 == 1 }.map { parts[$0] } }
            : [[], parts] + parts.map { [$0] }
        for beginning in beginnings {
            for end in ends {
                for subset in subsets where !(beginning.isEmpty && end.isEmpty && subset.isEmpty) {
                    let text = ([beginning] + subset + [end]).joined(separator: "\u{FFFF}")
                    samples.append(Sample(value: .word(text)))
                }
            }
        }
    }

    private mutating func addNumbers(_ field: ConditionField, _ values: [ConditionValue]) {
        if field == .fact(.hour) {
            samples += (0..<24).map { Sample(value: .whole($0)) }
            return
        }
        let isWhole = field.isWhole
        let bounds = values.compactMap { value -> Int64? in if case .number(let number) = value { number } else { nil }
        }
        var numbers: Set<Int64> = [0]
        for bound in bounds {
            if isWhole {
                let floor = bound / 10_000 * 10_000
                numbers.formUnion([floor - 10_000, floor, floor + 10_000])
            } else {
                numbers.formUnion([bound.addingSaturated(-1), bound, bound.addingSaturated(1)])
            }
        }
        samples += numbers.sorted().filter { !isWhole || $0 >= 0 }.map { Sample(value: .number($0)) }
    }

    private mutating func addMoney(_ field: ConditionField, _ values: [ConditionValue]) {
        samples.append(Sample(value: .money(Money(minor: 0, currency: "XXX")), isOther: true))
        var seen: Set<Money> = []
        for case .money(let money) in values {
            for minor in [0, money.minor - 1, money.minor, money.minor + 1] where field.isCustom || minor >= 0 {
                seen.insert(Money(minor: minor, currency: money.currency))
            }
        }
        samples += seen.sorted { ($0.currency, $0.minor) < ($1.currency, $1.minor) }.map { Sample(value: .money($0)) }
    }

    private mutating func addTimes(_ field: ConditionField, _ asked: [Condition.Comparison], _ world: RuleWorld) {
        var edges: Set<Instant> = [world.now]
        for comparison in asked {
            for value in comparison.values {
                switch value {
                case .day(let day): edges.insert(world.zone.startOfDay(day))
                case .span(let span): edges.formUnion([world.now - span, world.now + span])
                default: break
                }
            }
        }
        let moment = Span(milliseconds: 1)
        let times = Set(edges.flatMap { [$0 - moment, $0, $0 + moment] }).sorted()
        samples += times.filter { !field.isPast || $0 <= world.now }.map { Sample(value: .time($0)) }
    }

    private mutating func addDays(_ asked: [Condition.Comparison], _ world: RuleWorld) {
        let today = world.zone.local(world.now).date
        var edges: Set<LocalDate> = [today]
        for comparison in asked {
            for value in comparison.values {
                switch value {
                case .day(let day): edges.insert(day)
                case .span(let span): edges.formUnion([today + span.wholeDays, today + -span.wholeDays])
                default: break
                }
            }
        }
        let days = Set(edges.flatMap { [$0 + -1, $0, $0 + 1] }).sorted()
        samples += days.map { Sample(value: .day($0)) }
    }
}

extension ConditionField {
    var isCustom: Bool { if case .custom = self { true } else { false } }

    /// What every lead has has no missing value.
    var canBeMissing: Bool {
        guard case .fact(let fact) = self else { return true }
        return switch fact {
        case .status, .kind, .owner, .source, .productClass, .responses, .attempts, .created, .statusSince, .ownerSince,
            .personal, .customer, .weekday, .hour:
            false
        default: true
        }
    }

    var isWhole: Bool { !isCustom }

    /// Times that cannot lie ahead.
    var isPast: Bool {
        guard case .fact(let fact) = self else { return false }
        return fact != .nextStepDue
    }
}
