import LeadApp
import LeadCore
import LeadStore
import Testing

/// One meaning, two evaluations: the rule in the core and the question to the database choose the same leads.
struct ConditionAgreementTests {
    @Test(
        "E1: random conditions choose the same leads in the core and in the database",
        arguments: [1, 2, 3] as [UInt64]
    )
    func agreement(seed: UInt64) async throws {
        let world = try await ConditionWorld(seed: seed)
        var generator = SeededGenerator(seed: seed &* 7919)
        let (conditions, subjects) = (try await world.conditions(), try await world.subjects())
        var chosen = 0
        for _ in 0..<700 {
            let condition = conditions.condition(&generator)
            let (read, issues) = condition.read(by: conditions.catalogue)
            #expect(issues.isEmpty, "\(issues)")
            let byCore = Set(subjects.filter { read.holds(for: $0.value) }.map(\.key))
            let byStore = try await world.leads(read)
            #expect(byCore == byStore, "\(condition.json)")
            if !byStore.isEmpty, byStore.count < subjects.count { chosen += 1 }
        }
        // Conditions that choose everybody or nobody would prove little.
        #expect(chosen > 200)
    }

    @Test("E1: every field with every operator chooses the same leads in the core and in the database")
    func everyOperator() async throws {
        let world = try await ConditionWorld(seed: 11)
        var generator = SeededGenerator(seed: 12)
        let (conditions, subjects) = (try await world.conditions(), try await world.subjects())
        for entry in conditions.catalogue.entries {
            for test in entry.type.operators {
                for _ in 0..<3 {
                    var comparison = conditions.comparison(&generator)
                    while comparison.field != entry.field || comparison.test != test {
                        comparison = conditions.comparison(&generator)
                    }
                    let byStore = try await world.leads(.comparison(comparison))
                    let byCore = Set(subjects.filter { comparison.holds(for: $0.value) }.map(\.key))
                    #expect(byCore == byStore, "\(Condition.comparison(comparison).json)")
                }
            }
        }
    }

    @Test("E1: a list filtered by a condition turns its pages without losing or repeating a lead")
    func paging() async throws {
        let world = try await ConditionWorld(seed: 5)
        let condition = Condition.any([.fact(.grade, .equals, .key("hot")), .fact(.country, .isEmpty)])
        let expected = try await world.leads(condition)
        var found: [Lead.ID] = []
        var filter = LeadFilter()
        filter.question = condition
        filter.limit = 3
        repeat {
            let page = try await world.work.app.fetch(LeadList(filter), as: .system)
            #expect(page.count == expected.count)
            found += page.rows.map(\.id)
            filter.after = page.next
        } while filter.after != nil
        #expect(found.count == expected.count)
        #expect(Set(found) == expected)
    }

    @Test("E1: a condition that cannot be understood is refused with its place")
    func refused() async throws {
        let work = try await Workplace()
        var filter = LeadFilter()
        filter.question = .all([.custom("nothing", .equals, .word("x"))])
        await #expect(throws: Refusal.self) { try await work.app.fetch(LeadList(filter), as: .system) }
        do {
            _ = try await work.app.fetch(LeadList(filter), as: .system)
        } catch let refusal as Refusal {
            #expect(refusal.code == "condition_invalid")
            #expect(refusal.issues.map(\.pointer) == ["/where/all/0/field"])
        }
    }
}
