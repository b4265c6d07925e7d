import LeadCore

/// A large workspace to assign in: 500 rules of three comparisons each, of which the last holds, and a pool of 200 people with
/// skills, territories and limits, of whom half cannot take the lead.
enum Staff {
    static func rules() -> (AssignmentRules, RoutingCase) {
        let rules = AssignmentRules(
            rules: (0..<500).map { index in
                AssignmentRule(
                    key: "rule\(index)",
                    name: "Rule \(index)",
                    condition: .all([
                        .fact(.country, .equals, .word("DE"), .word("AT")),
                        .fact(.employees, .atLeast, .whole(50)),
                        .fact(.postalCode, .startsWith, .word("\(10_000 + index)")),
                    ]),
                    pool: 1
                )
            }
        )
        var subject = LeadSubject(now: Instant(milliseconds: 1_781_690_400_000), zone: .utc)
        subject.set(.country, text: "DE")
        subject.set(.employees, number: 120)
        subject.set(.postalCode, text: "10499")
        subject.set(.productClass, key: "\(ProductClass.ID(high: 0, low: 2))")
        let asked = RoutingCase(
            subject: subject,
            wanted: Wanted(subject),
            day: LocalDate(dayNumber: 20_781),
            pools: [pool()],
            catchAll: 1
        )
        return (rules, asked)
    }

    private static func pool() -> Pool {
        var pool = Pool(id: 1, strategy: .leastLoaded, dutyHolder: 1, members: [], turn: 17)
        pool.inHoursOnly = true
        pool.members = (0..<200).map { index in
            var member = Pool.Member(user: User.ID(high: 1, low: UInt64(index)), available: index % 10 != 0)
            member.isWorking = index % 9 != 0
            member.open = index * 7 % 40
            member.capacity = 30
            member.today = index % 6
            member.dailyCap = 5
            member.traits = Traits(skills: [index % 4 == 0 ? 9 : 2], territories: ["DE:10", "AT"])
            return member
        }
        return pool
    }
}
