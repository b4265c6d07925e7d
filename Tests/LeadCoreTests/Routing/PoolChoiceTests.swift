import LeadCore
import Testing

struct PoolChoiceTests {
    private func pool(_ strategy: Pool.Strategy, _ weights: [Int] = [1, 1, 1]) -> Pool {
        var pool = Pool(id: 50, strategy: strategy, dutyHolder: 99, members: [], turn: 0)
        pool.members = weights.enumerated().map { index, weight in
            var member = Pool.Member(user: User.ID(high: 0, low: UInt64(index + 1)), available: true)
            member.weight = weight
            return member
        }
        return pool
    }

    /// Who gets leads one after the other, with the rotation kept as the store keeps it.
    private func serve(_ pool: inout Pool, _ count: Int, _ wanted: Wanted = Wanted()) -> [UInt64?] {
        (0..<count).map { _ in
            let choice = pool.choose(for: wanted)
            pool.turn = choice.turn
            for index in pool.members.indices {
                if let change = choice.credits.first(where: { $0.user == pool.members[index].user }) {
                    pool.members[index].credit = change.credit
                }
                if choice.chosen == pool.members[index].user {
                    pool.members[index].open += 1
                    pool.members[index].today += 1
                }
            }
            return choice.chosen?.low
        }
    }

    @Test("E1: members take turns, and whoever is away is passed over without losing anybody's turn")
    func rotation() {
        var pool = pool(.rotation)
        #expect(serve(&pool, 4) == [1, 2, 3, 1])
        pool.members[1].isPresent = false
        #expect(serve(&pool, 3) == [3, 1, 3])
        pool.members[1].isPresent = true
        #expect(serve(&pool, 3) == [1, 2, 3])
    }

    @Test("E1: weights 5, 1 and 1 are served smoothly, as nginx's own example is")
    func smooth() {
        var pool = pool(.weighted, [5, 1, 1])
        #expect(serve(&pool, 7) == [1, 1, 2, 1, 3, 1, 1])
        #expect(pool.members.map(\.credit) == [0, 0, 0])
    }

    @Test(
        "E1: over a whole round everybody gets their weight, whatever the weights",
        arguments: 1...20 as ClosedRange<UInt64>
    )
    func shares(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let weights = (0..<5).map { _ in Int.random(in: 1...9, using: &generator) }
        var pool = pool(.weighted, weights)
        let round = weights.reduce(0, +)
        let served = serve(&pool, round * 3)
        for (index, weight) in weights.enumerated() {
            #expect(served.count { $0 == UInt64(index + 1) } == weight * 3)
        }
    }

    @Test("E3: the least loaded gets the next one, in turn among equals")
    func leastLoaded() {
        var pool = pool(.leastLoaded)
        pool.members[0].open = 2
        pool.members[1].open = 1
        #expect(serve(&pool, 6) == [3, 2, 3, 1, 2, 3])
    }

    @Test("E3: nobody who is full, away, off hours or gone gets a lead, and each is told why (pain 20, 23)")
    func obstacles() {
        var pool = pool(.rotation, [1, 1, 1, 1, 1, 1])
        pool.inHoursOnly = true
        pool.members[0].isActive = false
        pool.members[1].isPresent = false
        pool.members[2].isWorking = false
        pool.members[3].capacity = 3
        pool.members[3].open = 3
        pool.members[4].dailyCap = 2
        pool.members[4].today = 2
        let choice = pool.choose()
        #expect(choice.chosen?.low == 6)
        #expect(
            choice.candidates.map(\.code) == [.inactive, .notPresent, .offHours, .full, .dailyCap, .chosen]
        )
    }

    @Test("E1: skills, languages and territories keep out who cannot take the lead")
    func traits() {
        var pool = pool(.rotation, [1, 1, 1, 1])
        pool.members[0].traits = Traits(skills: [7])
        pool.members[1].traits = Traits(languages: ["French"])
        pool.members[2].traits = Traits(territories: ["DE:80", "AT"])
        pool.members[3].traits = Traits(skills: [8], languages: ["german"], territories: ["DE/Bayern"])
        let wanted = Wanted(
            productClass: 8,
            language: "German",
            country: "de",
            region: "BAYERN",
            postalCode: "70173"
        )
        #expect(
            pool.choose(for: wanted).candidates.map(\.code) == [.wrongSkill, .wrongLanguage, .wrongTerritory, .chosen]
        )
        #expect(Territory("DE:80")?.covers(Wanted(country: "DE", postalCode: "80331")) == true)
        #expect(Territory("DE")?.covers(Wanted(country: nil)) == false)
    }

    @Test("E1: the fairness pointer survives edits of the members (pain 20)")
    func edits() {
        var pool = pool(.rotation)
        _ = serve(&pool, 1)
        #expect(pool.turn(among: [3, 2, 1]) == 1)
        #expect(pool.turn(among: [1, 3]) == 1)
        #expect(pool.turn(among: [4]) == 0)
    }
}
