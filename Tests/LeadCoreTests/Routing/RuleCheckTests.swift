import LeadCore
import Testing

/// The checker against plain counting: a small world of leads, looked at one by one.
struct RuleCheckTests {
    private static let now = Instant(milliseconds: 1_795_543_200_000)

    static let world = RuleWorld(now: now, zone: .utc, process: .standard)

    static func staff(
        _ edit: (inout RuleStaff) -> Void = { _ in }
    ) -> RuleStaff {
        var staff = RuleStaff(
            pools: [
                1: .init(members: [10, 11], dutyHolder: 99), 2: .init(members: [20, 21], dutyHolder: 99),
                3: .init(members: [30], dutyHolder: 99, inHoursOnly: true),
            ],
            standard: 1,
            active: [10, 11, 20, 21, 30, 99]
        )
        edit(&staff)
        return staff
    }

    static func rule(_ key: String, _ condition: Condition, _ pool: Pool.ID = 2) -> AssignmentRule {
        AssignmentRule(key: key, name: key.uppercased(), condition: condition, pool: pool)
    }

    /// Every lead of a small world: grade, weekday, whether private, and 0 to 6 employees or an unknown number.
    private static let leads: [LeadSubject] = {
        var leads: [LeadSubject] = []
        for grade in [nil] + Grade.allCases.map(Optional.some) {
            for day in Weekday.allCases {
                for personal in [true, false] {
                    for employees in [nil] + (0...6).map(Optional.some) as [Int64?] {
                        var lead = LeadSubject(now: now, zone: .utc)
                        lead.set(.grade, key: grade?.rawValue)
                        lead.set(.weekday, key: day.rawValue)
                        lead[.personal] = .flag(personal)
                        lead.set(.employees, number: employees)
                        leads.append(lead)
                    }
                }
            }
        }
        return leads
    }()

    private static func condition(_ generator: inout SeededGenerator, depth: Int) -> Condition {
        if depth == 0 || Int.random(in: 0..<3, using: &generator) == 0 {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0:
                return .fact(.grade, .equals, .key(Grade.allCases[Int.random(in: 0..<3, using: &generator)].rawValue))
            case 1:
                return .fact(.grade, [.isEmpty, .isNotEmpty][Int.random(in: 0..<2, using: &generator)])
            case 2:
                let days = Weekday.allCases.shuffled(using: &generator).prefix(4).map {
                    ConditionValue.key($0.rawValue)
                }
                return .comparison(.init(.fact(.weekday), Bool.random(using: &generator) ? .equals : .differs, days))
            case 3: return .fact(.personal, .equals, .flag(Bool.random(using: &generator)))
            default:
                let tests: [ConditionOperator] = [.atLeast, .atMost, .above, .below, .equals, .differs]
                let test = tests[Int.random(in: 0..<6, using: &generator)]
                return .fact(.employees, test, .number(Int64.random(in: 0...10, using: &generator) * 5000))
            }
        }
        let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in condition(&generator, depth: depth - 1) }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return .none(parts)
        case 1: return .any(parts)
        default: return .all(parts)
        }
    }

    @Test(
        "X8, F4: random rules: what the checker finds is what counting finds, no more and no less",
        arguments: 1...150
    )
    func counting(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let rules = (0..<Int.random(in: 1...7, using: &generator)).map { index in
            Self.rule("r\(index)", Self.condition(&generator, depth: 2))
        }
        var never: Set<Int> = []
        var shadowed: Set<Int> = []
        for index in rules.indices {
            let own = Self.leads.filter { rules[index].condition.holds(for: $0) }
            if own.isEmpty {
                never.insert(index)
            } else if own.allSatisfy({ lead in rules[..<index].contains { $0.condition.holds(for: lead) } }) {
                shadowed.insert(index)
            }
        }
        let hasGap = Self.leads.contains { lead in !rules.contains { $0.condition.holds(for: lead) } }
        let faults = RuleCheck(AssignmentRules(rules: rules), Self.world, Self.staff()).faults
        #expect(Set(faults.filter { $0.kind == .neverMatches }.compactMap(\.rule)) == never)
        #expect(Set(faults.filter { $0.kind == .shadowed }.compactMap(\.rule)) == shadowed)
        #expect(faults.contains { $0.kind == .gap } == hasGap)
        #expect(faults.count == never.count + shadowed.count + (hasGap ? 1 : 0), "\(faults)")
    }

    /// Rules that are for every lead once: by country, size and day, and one for the rest.
    private static let clean = AssignmentRules(rules: [
        rule("dach", .fact(.country, .equals, .word("DE"), .word("AT"), .word("CH"))),
        rule("large", .all([.fact(.country, .startsWith, .word("F")), .fact(.employees, .atLeast, .whole(500))]), 3),
        rule("weekend", .fact(.weekday, .equals, .key("saturday"), .key("sunday"))),
        rule("partners", .all([.fact(.email, .endsWith, .word("@partner.example")), .fact(.value, .isNotEmpty)]), 3),
        rule("old", .fact(.created, .olderThan, .span(.days(30)))),
        rule("rest", .always, 1),
    ])

    @Test("X8: nothing is found in clean rules")
    func nothingInvented() {
        #expect(RuleCheck(Self.clean, Self.world, Self.staff()).faults == [])
    }

    private static let planted: [(RuleFault.Kind, Int?, @Sendable (inout AssignmentRules, inout RuleStaff) -> Void)] = [
        (
            .shadowed, 2,
            { rules, _ in rules.rules.insert(rule("vienna", .fact(.country, .equals, .word("at"))), at: 2) }
        ),
        (
            .shadowed, 6,
            { rules, _ in rules.rules.append(rule("late", .fact(.grade, .equals, .key("hot")))) }
        ),
        (
            .neverMatches, 1,
            { rules, _ in
                rules.rules.insert(
                    rule(
                        "both",
                        .all([.fact(.country, .equals, .word("FR")), .fact(.country, .startsWith, .word("D"))])
                    ),
                    at: 1
                )
            }
        ),
        (
            .neverMatches, 0,
            { rules, _ in
                var past = rule("past", .fact(.grade, .isEmpty))
                past.until = LocalDate(dayNumber: 20_000)
                rules.rules.insert(past, at: 0)
            }
        ),
        (.gap, nil, { rules, _ in rules.rules.removeLast() }),
        (.poolUnknown, 1, { rules, _ in rules.rules[1].pool = 9 }),
        (.poolEmpty, 0, { _, staff in staff.pools[2]?.members = [] }),
        (.poolInactive, 0, { _, staff in staff.active.subtract([20, 21]) }),
        (.calendarMissing, 1, { _, staff in staff.withoutCalendar = [30] }),
        (
            .poolAway, 5,
            { _, staff in
                staff.absences = [10: [now + .days(1)..<now + .days(3)], 11: [now + .days(2)..<now + .days(4)]]
            }
        ),
        (.catchAllMissing, nil, { _, staff in staff.standard = nil }),
        (.catchAllInactive, nil, { _, staff in staff.active.remove(99) }),
        (.loop, nil, { _, staff in staff.managers = [10: 11, 11: 10] }),
        (.keyTwice, 3, { rules, _ in rules.rules[3].key = "dach" }),
    ]

    @Test("X8: each planted defect is found, at its place, and nothing else", arguments: 0..<14)
    func planted(index: Int) {
        let (kind, place, plant) = Self.planted[index]
        var (rules, staff) = (Self.clean, Self.staff())
        plant(&rules, &staff)
        let found = RuleCheck(rules, Self.world, staff).faults.filter { $0.kind == kind }
        #expect(found.contains { $0.rule == place })
        let others = RuleCheck(rules, Self.world, staff).faults.filter { $0.kind != kind }
        #expect(others == [])
    }

    @Test("X8, F4: a lead without a rule blocks only where the catch-all cannot take it, and is shown")
    func gap() {
        let rules = AssignmentRules(rules: [Self.rule("dach", .fact(.country, .equals, .word("DE")))])
        let warned = RuleCheck(rules, Self.world, Self.staff()).faults
        #expect(warned.map(\.isWarning) == [true])
        #expect(warned[0].sentence == "No rule is for a lead with Country that no rule names; the catch-all takes it.")
        let staff = Self.staff { $0.standard = nil }
        let blocked = RuleCheck(rules, Self.world, staff).faults
        #expect(blocked.contains { $0.kind == .gap && !$0.isWarning })
    }

    @Test("X8: 500 rules are checked without giving up")
    func large() {
        let rules = (0..<500).map { index in
            Self.rule(
                "r\(index)",
                .all([
                    .fact(.country, .equals, .word("C\(index % 50)")),
                    .fact(.employees, .atLeast, .whole(Int64(100 - index / 50 * 10))),
                ])
            )
        }
        #expect(
            RuleCheck(AssignmentRules(rules: rules + [Self.rule("rest", .always, 1)]), Self.world, Self.staff()).faults
                == []
        )
    }
}
