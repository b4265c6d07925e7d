import LeadApp
import LeadCore
import LeadFixtures
import Testing

@testable import LeadStore

@Suite("Lists of leads")
struct LeadListTests {
    @Test(
        "X: each order of the list is read from an index, also on a later page",
        .enabled(if: !TestEngine.isPostgres, "SQLite explains its plans"),
        arguments: LeadFilter.Sort.allCases
    )
    func plans(sort: LeadFilter.Sort) async throws {
        let place = try await Workplace()
        let indexes: [LeadFilter.Sort: String] = [
            .newest: "leads_by_creation", .oldest: "leads_by_creation", .due: "leads_by_due", .value: "leads_by_value",
        ]
        for after in [nil, LeadFilter.Cursor(key: 5, id: 1)] {
            var filter = LeadFilter()
            filter.sort = sort
            filter.after = after
            let plan: [String] = try await place.app.database.read { [filter] snapshot in
                try snapshot.all(
                    """
                    EXPLAIN QUERY PLAN SELECT leads.id, leads.status FROM leads
                    WHERE \(filter.condition) AND \(filter.page) ORDER BY \(filter.order) LIMIT 50
                    """
                ) { row in
                    _ = (try row.next() as Int, try row.next() as Int, try row.next() as Int)
                    return try row.next()
                }
            }
            let index = try #require(indexes[sort])
            #expect(plan.contains { $0.contains(index) }, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
            if after != nil { #expect(plan.contains { $0.hasPrefix("SEARCH") }, "\(plan)") }
        }
    }

    @Test(
        "X: the sums over the board are read from one index alone",
        .enabled(if: !TestEngine.isPostgres, "SQLite explains its plans")
    )
    func totals() async throws {
        let place = try await Workplace()
        var filter = LeadFilter()
        filter.statuses = ["open", "attempted"]
        let plan: [String] = try await place.app.database.read { [filter] snapshot in
            try snapshot.all(
                """
                EXPLAIN QUERY PLAN SELECT status, kind, class_id, grade, currency, value, COUNT(*) FROM leads
                WHERE \(filter.condition) GROUP BY status, kind, class_id, grade, currency, value
                """
            ) { row in
                _ = (try row.next() as Int, try row.next() as Int, try row.next() as Int)
                return try row.next()
            }
        }
        #expect(plan.contains { $0.contains("COVERING INDEX leads_worth") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test("F1: each row carries its own running clock that is due first")
    func clocks() async throws {
        let place = try await Workplace()
        var leads: [Lead.ID] = []
        for n in 0..<4 {
            leads.append(
                try await place.lead {
                    $0.company = "Firm \(n)"
                    $0.email = "p\(n)@x.example"
                }
            )
            place.advance(.minutes(7))
        }
        try await place.app.perform(RejectLead(lead: leads[0], reason: "Spam"), as: .system)
        try await place.app.perform(
            LogAttempt(lead: leads[1], attempt: Attempt(channel: .phone, outcome: .noAnswer)),
            as: .system
        )
        let rows = try await place.app.fetch(LeadList(LeadFilter()), as: .system).rows
        #expect(rows.count == 4)
        for row in rows {
            let first = try await place.detail(row.id).lead.clocks.min { $0.dueAt < $1.dueAt }
            #expect(row.clock?.kind == first?.kind)
            #expect(row.clock?.dueAt == first?.dueAt)
            #expect(row.clock?.startedAt == first?.startedAt)
        }
    }

    @Test("H1: the board's sums keep their currencies apart")
    func currencies() async throws {
        let place = try await Workplace()
        for (n, money) in [
            Money(minor: 5_00, currency: "EUR"), Money(minor: 7000, currency: "JPY"),
            Money(minor: 2_50, currency: "EUR"),
        ].enumerated() {
            try await place.capture {
                $0.company = "Firm \(n)"
                $0.email = "p\(n)@x.example"
                $0.value = money
            }
        }
        let board = try await place.app.fetch(Board(), as: .system)
        let column = try #require(board.columns.first)
        #expect(column.count == 3)
        #expect(column.values == [Money(minor: 7_50, currency: "EUR"), Money(minor: 7000, currency: "JPY")])
    }
}
