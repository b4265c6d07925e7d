import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Imports of real data", .enabled(if: SharedData.isHere, "needs ../shared/data"), .serialized)
struct RealDataTests {
    @Test("X Education: all 6,468 rows are accounted for, and a second import creates nothing")
    func xEducation() async throws {
        let bench = try await ImportBench()
        let file = SharedData.path("xeducation/train.csv")
        let rows = try SharedData.table("xeducation/train.csv")
        let record = try await bench.run(file, try SharedData.mapping("xeducation-leads"))
        #expect(record.state == .finished)
        #expect(record.rowsTotal == rows.count)
        #expect(record.tally.total == 6468)
        #expect(record.tally[.created] == 6468)

        let sources = Dictionary(grouping: rows) { row -> String in
            switch row["Lead Source"] {
            case "google": "Google"
            case "", nil: "Not given"
            case let name?: name
            }
        }
        let bySource = try await bench.totals(
            "SELECT sources.name, COUNT(*) FROM leads JOIN sources ON sources.id = source_id GROUP BY sources.name"
        )
        #expect(bySource == sources.mapValues(\.count))
        let converted = rows.filter { $0["Converted"] == "1" }.count
        #expect(try await bench.count("SELECT COUNT(*) FROM leads WHERE kind = 'converted'") == converted)
        #expect(try await bench.count("SELECT COUNT(*) FROM opportunities WHERE kind = 'won'") == converted)
        let students = rows.filter { $0["Converted"] == "0" && $0["Tags"] == "Already a student" }.count
        #expect(
            try await bench.count(
                "SELECT COUNT(*) FROM leads WHERE status = 'not_qualified' AND reason = 'Already a customer'"
            ) == students
        )
        #expect(try await bench.workplace.check().holds)

        let again = try await bench.run(file, try SharedData.mapping("xeducation-leads"))
        #expect(again.tally.counts == [.duplicate: 6468])
        #expect(try await bench.count("SELECT COUNT(*) FROM leads") == 6468)
        #expect(try await bench.count("SELECT COUNT(*) FROM submissions") == 6468)
    }

    @Test("Olist: leads and the deals they became, at their own times; the deal before its lead is refused")
    func olist() async throws {
        let bench = try await ImportBench()
        let leads = try SharedData.table("olist_funnel/train.csv")
        let deals = try SharedData.table("olist_funnel/closed_deals_train.csv")
        let first = try await bench.run(
            SharedData.path("olist_funnel/train.csv"),
            try SharedData.mapping("olist-leads")
        )
        #expect(first.tally.counts == [.created: leads.count])
        let second = try await bench.run(
            SharedData.path("olist_funnel/closed_deals_train.csv"),
            try SharedData.mapping("olist-deals")
        )

        let began = Dictionary(
            uniqueKeysWithValues: leads.map { ($0["mql_id"] ?? "", $0["first_contact_date"] ?? "") }
        )
        let isEarly: ([String: String]) -> Bool = { deal in
            (deal["won_date"] ?? "") < (began[deal["mql_id"] ?? ""] ?? "")
        }
        let won = deals.filter { !isEarly($0) }
        #expect(deals.filter(isEarly).count == 1)
        #expect(second.tally.counts == [.updated: won.count, .refused: 1])
        let refused = try #require(try await bench.rows(second.id, .refused).first)
        #expect(deals[refused.number - 1]["mql_id"] == deals.first(where: isEarly)?["mql_id"])
        #expect(refused.sentence == "The lead was won before it was first seen.")

        let bySegment = Dictionary(grouping: won) { $0["business_segment"] ?? "" }.mapValues(Self.cents)
        #expect(
            try await bench.totals(
                """
                SELECT products.name, CAST(SUM(amount) AS BIGINT) FROM opportunities JOIN products ON products.id = product_id
                WHERE kind = 'won' GROUP BY products.name
                """
            ) == bySegment.filter { $0.key != "" }
        )
        let bySeller = Dictionary(grouping: won) { "Seller \($0["sr_id"] ?? "")" }.mapValues(Self.cents)
        #expect(
            try await bench.totals(
                """
                SELECT users.name, CAST(SUM(amount) AS BIGINT) FROM opportunities JOIN users ON users.id = owner_id
                WHERE kind = 'won' GROUP BY users.name
                """
            ) == bySeller
        )
        // First contact to won, whole milliseconds: both times are São Paulo's, so the offsets count too.
        let zone = try #require(TimeZone(identifier: "America/Sao_Paulo"))
        let span: ([String: String]) -> Int = { deal in
            let start = Self.moment("\(began[deal["mql_id"] ?? ""] ?? "") 00:00:00", zone)
            return Int((Self.moment(deal["won_date"] ?? "", zone) - start) * 1000)
        }
        let spans: [Int] = try await bench.workplace.app.database.read { snapshot in
            try snapshot.all(
                "SELECT closed_at - first_contact_at FROM opportunities WHERE kind = 'won' ORDER BY 1"
            ) { row in try row.next() }
        }
        #expect(spans == won.map(span).sorted())
        #expect(try await bench.workplace.check().holds)
    }

    @Test("Maven: sellers, products, accounts and opportunities")
    func maven() async throws {
        let bench = try await ImportBench()
        let rows = try SharedData.table("maven_crm/sales_pipeline_asof_2017-09-30.csv")
        for (file, mapping, count) in [
            ("sales_teams", "maven-people", 35), ("products", "maven-products", 7), ("accounts", "maven-accounts", 85),
            ("sales_pipeline_asof_2017-09-30", "maven-opportunities", 7135),
        ] {
            let record = try await bench.run(SharedData.path("maven_crm/\(file).csv"), try SharedData.mapping(mapping))
            #expect(record.tally.counts == [.created: count])
            let again = try await bench.run(SharedData.path("maven_crm/\(file).csv"), try SharedData.mapping(mapping))
            #expect(again.tally.counts == [.duplicate: count])
        }
        let won = rows.filter { $0["deal_stage"] == "Won" }
        let value: ([[String: String]]) -> Int = { $0.reduce(0) { $0 + (Int($1["close_value"] ?? "") ?? 0) * 100 } }
        #expect(
            try await bench.totals(
                """
                SELECT products.name, CAST(SUM(amount) AS BIGINT) FROM opportunities JOIN products ON products.id = product_id
                WHERE kind = 'won' GROUP BY products.name
                """
            )
                == Dictionary(grouping: won) { $0["product"] == "GTXPro" ? "GTX Pro" : $0["product"] ?? "" }.mapValues(
                    value
                )
        )
        #expect(
            try await bench.totals(
                """
                SELECT users.name, CAST(SUM(amount) AS BIGINT) FROM opportunities JOIN users ON users.id = owner_id
                WHERE kind = 'won' GROUP BY users.name
                """
            ) == Dictionary(grouping: won) { $0["sales_agent"] ?? "" }.mapValues(value)
        )
        #expect(
            try await bench.totals("SELECT stage, COUNT(*) FROM opportunities GROUP BY stage")
                == Dictionary(grouping: rows) { ($0["deal_stage"] ?? "").lowercased() }.mapValues(\.count)
        )
        let orphans = rows.filter { $0["account"] == "" }.count
        #expect(try await bench.count("SELECT COUNT(*) FROM opportunities WHERE account_id IS NULL") == orphans)
        #expect(
            try await bench.totals("SELECT region, COUNT(*) FROM users WHERE region IS NOT NULL GROUP BY region")
                == Dictionary(grouping: try SharedData.table("maven_crm/sales_teams.csv")) {
                    $0["regional_office"] ?? ""
                }
                .mapValues(\.count)
        )
        #expect(
            try await bench.count("SELECT revenue FROM accounts WHERE name = 'Acme Corporation'") == 1_100_040_000_00
        )
        #expect(try await bench.workplace.check().holds)
    }

    private static func cents(_ deals: [[String: String]]) -> Int {
        deals.reduce(0) { $0 + Int(((Double($1["declared_monthly_revenue"] ?? "") ?? 0) * 100).rounded()) }
    }

    private static func moment(_ text: String, _ zone: TimeZone) -> Double {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = zone
        formatter.isLenient = true
        formatter.dateFormat = "yyyy-MM-dd HH:mm:ss"
        return formatter.date(from: text)?.timeIntervalSince1970 ?? .nan
    }
}
