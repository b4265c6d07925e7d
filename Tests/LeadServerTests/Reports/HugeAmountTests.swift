import Foundation
import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Amounts beyond all measure")
struct HugeAmountTests {
    @Test("J6: no way in takes an amount beyond the limit")
    func refused() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let huge = #"{"minor": 9223372036854775807, "currency": "EUR"}"#
            let deal = try await site.deal("Known", amount: 100)
            let requests = [
                ("POST", "/v1/leads", #"{"name": "Bo", "source": "Web form", "value": \#(huge)}"#),
                ("POST", "/v1/campaigns", #"{"name": "Fair", "cost": \#(huge)}"#),
                ("POST", "/v1/product-classes", #"{"name": "Mills", "defaultValue": \#(huge)}"#),
                ("POST", "/v1/opportunities/\(deal)/amount", #"{"amount": \#(huge)}"#),
            ]
            for (method, path, body) in requests {
                let answer = try await site.client.call(method, path, token: token, json: body)
                #expect(answer.status == 422, "\(path): \(answer.status) \(answer.text)")
            }
            await #expect(throws: Refusal.self) {
                let money = Money(minor: .max, currency: "EUR")
                let classes = try await site.app.fetch(ProductClassList(), as: .system)
                let product = AddProduct(to: try #require(classes.first).id, name: "M1", price: money)
                try await site.app.perform(product, as: .system)
            }
            await #expect(throws: Refusal.self) {
                let money = Money(minor: .max, currency: "EUR")
                try await site.app.perform(AmendOpportunity(opportunity: deal, amount: money), as: .system)
            }
        }
    }

    @Test("J6: a workspace that holds such amounts already opens every page and every report", .timeLimit(.minutes(10)))
    func opened() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            for name in ["Ann Able", "Bob Baker", "Cy Clark"] { _ = try await site.lead(name, value: 100) }
            let open = try await site.deal("Open one", amount: 100)
            _ = try await site.deal("Open two", amount: 100)
            for name in ["Won one", "Won two"] {
                let deal = try await site.deal(name, amount: 100)
                try await site.app.perform(WinOpportunity(opportunity: deal), as: .system)
            }
            for name in ["Lost one", "Lost two"] {
                let deal = try await site.deal(name, amount: 100)
                try await site.app.perform(
                    LoseOpportunity(opportunity: deal, loss: .init(reason: "Price")),
                    as: .system
                )
            }
            let cost = Money(minor: 100, currency: "EUR")
            try await site.app.perform(SaveCampaign(name: "Fair", cost: cost), as: .system)
            try await site.app.database.write(as: .system) { tx in
                try tx.run("UPDATE leads SET value = \(Int64.max)")
                try tx.run("UPDATE opportunities SET amount = \(Int64.max)")
                try tx.run("UPDATE campaigns SET cost = \(Int64.max)")
                try tx.run("UPDATE product_classes SET default_value = \(Int64.max), currency = 'EUR'")
            }
            let lead = try #require(try await site.app.fetch(LeadList(LeadFilter()), as: .system).rows.first).id
            let browser = try await Browser(site, "ada@example.com")
            let reports = ReportName.allCases.map { "/reports/\($0.rawValue)" }
            let sorted = reports.map { $0 + "?sort=value" }
            let pages = [
                "/today", "/board", "/leads", "/opportunities", "/campaigns", "/leads/\(lead)",
                "/opportunities/\(open)",
                "/reports",
            ]
            for path in pages + reports + sorted + reports.map({ $0 + ".csv" }) {
                let answer = try await browser.get(path)
                #expect(answer.status == 200, "\(path): \(answer.status)")
            }
            for path in ["/v1/leads", "/v1/opportunities", "/v1/campaigns"] + reports.map({ "/v1" + $0 }) {
                let answer = try await site.client.call("GET", path, token: token)
                #expect(answer.status == 200, "\(path): \(answer.status)")
            }
        }
    }
}
