import LeadCore
import Testing

struct RoutingTests {
    private func pool(_ id: Pool.ID, _ users: [UInt64], strategy: Pool.Strategy = .rotation, here: Bool = true) -> Pool
    {
        Pool(
            id: id,
            strategy: strategy,
            dutyHolder: 99,
            members: users.map { .init(user: User.ID(high: 0, low: $0), available: here) },
            turn: 0
        )
    }

    private func asked(_ pools: [Pool], country: String? = nil, owner: Pool.Member? = nil) -> RoutingCase {
        var subject = LeadSubject(now: Instant(milliseconds: 1_795_543_200_000), zone: .utc)
        subject.set(.country, text: country)
        return RoutingCase(
            subject: subject,
            wanted: Wanted(subject),
            day: LocalDate(dayNumber: 20_781),
            accountOwner: owner,
            pools: pools,
            catchAll: 1
        )
    }

    private let rules = AssignmentRules(rules: [
        AssignmentRule(
            key: "over",
            name: "Over",
            condition: .always,
            pool: 3,
            until: LocalDate(dayNumber: 20_780)
        ),
        AssignmentRule(key: "german", name: "German", condition: .fact(.country, .equals, .word("DE")), pool: 2),
        AssignmentRule(
            key: "french",
            name: "French",
            condition: .fact(.country, .equals, .word("FR")),
            pool: 3,
            accountOwnerFirst: true
        ),
    ])

    @Test("E1: the first rule that counts and holds decides; what none is for goes to the catch-all")
    func first() {
        let german = rules.decide(asked([pool(2, [20]), pool(1, [10])], country: "de"))
        #expect(german.rule == "german")
        #expect(german.owner == .person(20))
        let other = rules.decide(asked([pool(1, [10])], country: "IT"))
        #expect(other.rule == nil)
        #expect(other.owner == .person(10))
        #expect(!other.fellBack)
    }

    @Test("E3: a full or absent pool falls to the catch-all, and an absent catch-all holds the lead itself (pain 23)")
    func fallsBack() {
        let decision = rules.decide(asked([pool(2, [20], here: false), pool(1, [10])], country: "DE"))
        #expect(decision.owner == .person(10))
        #expect(decision.reason == .catchAll)
        #expect(decision.fellBack)
        #expect(decision.choices.map(\.pool) == [2, 1])
        let nobody = rules.decide(asked([pool(2, [20], here: false), pool(1, [10], here: false)], country: "DE"))
        #expect(nobody.owner == .pool(1))
        #expect(nobody.reason == .nobodyAvailable)
    }

    @Test("E1: existing customers go to whoever holds the account, unless that person is not there")
    func accountOwner() {
        let here = Pool.Member(user: 77, available: true)
        let decision = rules.decide(asked([pool(3, [30]), pool(1, [10])], country: "FR", owner: here))
        #expect(decision.owner == .person(77))
        #expect(decision.reason == .accountOwner)
        let away = Pool.Member(user: 77, available: false)
        let other = rules.decide(asked([pool(3, [30]), pool(1, [10])], country: "FR", owner: away))
        #expect(other.owner == .person(30))
        #expect(other.accountOwner?.code == .notPresent)
    }

    @Test("E5: a queue holds what comes, and nothing falls through it")
    func queue() {
        let decision = rules.decide(asked([pool(2, [20], strategy: .queue), pool(1, [10])], country: "DE"))
        #expect(decision.owner == .pool(2))
        #expect(decision.reason == .queue)
        #expect(!decision.fellBack)
    }

    @Test("X9: what is kept of a decision gives the same decision again, and holds nothing personal")
    func recomputed() throws {
        var rules = rules
        rules.rules.insert(
            AssignmentRule(
                key: "firm",
                name: "Firm",
                condition: .all([
                    .fact(.email, .endsWith, .word("@acme.example")), .fact(.created, .olderThan, .span(.days(9))),
                ]),
                pool: 3
            ),
            at: 0
        )
        var case1 = asked([pool(2, [20]), pool(1, [10])], country: "DE")
        case1.subject.set(.email, text: "grace@navy.example")
        case1.subject.set(.created, time: case1.subject.now)
        let catalogue = ConditionCatalogue(fields: [])
        let decision = rules.decide(case1)
        let record = RoutingRecord(case1, policy: 1, rules: rules.rules, catalogue)
        #expect(record.facts == ["account.country": "tDE"])
        #expect(record.answers.map(\.isMet) == [false, false])
        #expect(rules.decide(record.asked(catalogue)) == decision)
        var others = rules
        others.rules.remove(at: 2)
        #expect(others.decide(record.asked(catalogue)) != decision)
    }
}
