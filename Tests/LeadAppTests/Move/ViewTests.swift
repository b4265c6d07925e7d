import LeadApp
import LeadCore
import LeadFixtures
import LeadStore
import Testing

@Suite("Views for other tools", .enabled(if: TestEngine.isPostgres, "BATON_TEST_DATABASE names no server"))
struct ViewTests {
    @Test("I: each lead stands in the view with its names, its time and its amount as the list has them")
    func leads() async throws {
        let world = try await World.make()
        let rows = try await world.app.fetch(LeadList(LeadFilter()), as: .system).rows
        #expect(rows.count > 5)
        for row in rows {
            let found = try await world.app.database.read { snapshot in
                try snapshot.first(
                    """
                    SELECT contact, source, product_class, CAST(EXTRACT(EPOCH FROM created_at) * 1000 AS BIGINT),
                      CAST(CAST(value * 100 AS BIGINT) AS TEXT), owner FROM bi_leads WHERE id = CAST(\(row.id.description) AS UUID)
                    """
                ) { columns in
                    (
                        contact: try columns.next() as String, source: try columns.next() as String,
                        productClass: try columns.next() as String, createdAt: try columns.next() as Instant,
                        value: try columns.next() as String?, owner: try columns.next() as String?
                    )
                }
            }
            let view = try #require(found)
            #expect(view.contact == row.name)
            #expect(view.source == row.source)
            #expect(view.productClass == row.productClass)
            #expect(view.createdAt == row.createdAt)
            #expect(view.value == row.value.map { String($0.minor) })
            if let user = row.owner.person {
                let name = try await world.app.database.read { try $0.user(user)?.name }
                #expect(view.owner == name)
            }
        }
    }
}
