import LeadApp
import LeadCore
import Testing

@testable import LeadStore

@Suite("What sellers ask for")
struct HeldPlanTests {
    private static let scope = LeadScope.held(by: [Workplace.ann, Workplace.fay], pools: [Workplace.pool])

    private func plan(_ sql: SQL) async throws -> [String] {
        let place = try await Workplace()
        return try await place.app.database.read { snapshot in
            try snapshot.all("EXPLAIN QUERY PLAN \(sql)") { row in
                _ = (try row.next() as Int, try row.next() as Int, try row.next() as Int)
                return try row.next()
            }
        }
    }

    private func expectHands(_ plan: [String]) {
        for index in ["leads_by_holder", "leads_by_giver", "leads_by_marketing_owner"] {
            #expect(plan.contains { $0.contains(index) }, "\(plan)")
        }
        #expect(!plan.contains { $0.hasPrefix("SCAN leads") }, "\(plan)")
    }

    @Test("X: a list, a count and a board of what one holds are looked up by who holds it", arguments: ["", "open"])
    func plans(status: String) async throws {
        var filter = LeadFilter()
        if !status.isEmpty { filter.statuses = [Status(rawValue: status), "attempted"] }
        let wanted = filter.condition(in: Self.scope)
        expectHands(
            try await plan(
                "SELECT leads.id FROM leads WHERE \(wanted) AND \(filter.page) ORDER BY \(filter.order) LIMIT 50"
            )
        )
        expectHands(
            try await plan("SELECT COUNT(*) FROM (SELECT 1 FROM leads WHERE \(wanted) LIMIT 1001) AS counted")
        )
        expectHands(
            try await plan(
                """
                SELECT status, kind, class_id, grade, currency, value, COUNT(*) FROM leads WHERE \(wanted)
                GROUP BY status, kind, class_id, grade, currency, value
                """
            )
        )
    }

    @Test("X: the deals of one seller are read from an index, in its order")
    func deals() async throws {
        var filter = OpportunityFilter()
        filter.owners = [Workplace.fay]
        let plan = try await plan(
            "SELECT id FROM opportunities WHERE \(filter.condition) ORDER BY opportunities.id DESC LIMIT 50"
        )
        #expect(plan.contains { $0.contains("opportunities_by_owner") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test("X: what one holds in some statuses is the same, however it is looked up")
    func same() async throws {
        let place = try await Workplace()
        for number in 0..<9 {
            let lead = try await place.lead("Person \(number)", "Company \(number)")
            if number % 3 == 0 {
                try await place.app.perform(
                    LogAttempt(lead: lead, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
                    as: Workplace.boss
                )
            }
        }
        var filter = LeadFilter()
        filter.statuses = ["attempted"]
        let ann = try await place.app.fetch(LeadList(filter), as: Workplace.actor(Workplace.ann)).rows
        let all = try await place.app.fetch(LeadList(filter), as: Workplace.boss).rows
        #expect(!ann.isEmpty)
        #expect(ann.map(\.id) == all.filter { $0.owner == .person(Workplace.ann) }.map(\.id))
    }
}
