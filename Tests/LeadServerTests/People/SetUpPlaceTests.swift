import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("Where a new workspace works")
struct SetUpPlaceTests {
    @Test(
        "X1: country, zone and currency of the first start are the policy's; what cannot be is refused with its field"
    )
    func places() async throws {
        #expect(throws: Never.self) { try HomePlace(region: "ch", zone: "Europe/Zurich", currency: "chf") }
        do {
            _ = try HomePlace(region: "QQ", zone: "Mars/Base", currency: "EURO")
            Issue.record("nothing was refused")
        } catch let refusal as Refusal {
            #expect(refusal.issues.map(\.pointer) == ["/region", "/zone", "/currency"])
        }
    }

    @Test(
        "A1: the page proposes DE, Berlin and EUR, keeps what was typed, and the first lead comes under what was chosen"
    )
    func page() async throws {
        try await TestSite.run(isSetUp: false) { site in
            let secret = Secret.random()
            try await site.app.perform(IssueSetupLink(secret), as: .system)
            let address = "/setup/\(secret.text)"
            let page = try await site.client.get(address).text
            #expect(page.contains("value=\"DE\"") && page.contains("<option value=\"Europe/Berlin\" selected>"))
            let person = [("name", "Ada Admin"), ("email", "ada@example.com"), ("password", "correct horse battery")]
            func send(_ region: String) async throws -> TestResponse {
                try await site.client.post(
                    address,
                    form: person + [("region", region), ("zone", "Europe/Zurich"), ("currency", "CHF")]
                )
            }
            let refused = try await send("Switzerland")
            #expect(refused.status == 422 && refused.text.contains("value=\"CHF\""))
            #expect(refused.text.contains("<option value=\"Europe/Zurich\" selected>"))
            #expect(try await send("ch").status == 303)
            let policy = try await site.app.fetch(PolicyInForce(), as: .system).body
            #expect(policy.region == "CH" && policy.currency == "CHF" && policy.calendar.zone == "Europe/Zurich")
            let lead = try await site.lead("Ann")
            #expect(try await site.app.fetch(LeadDetail(lead: lead), as: .system).events.allSatisfy { $0.policy == 2 })
        }
    }
}
