import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("Deal pages")
struct OpportunityPagesTests {
    @Test("H1: the strip adds up each stage, and a stage limits the list but not the strip")
    func pipeline() async throws {
        try await TestSite.run { site in
            _ = try await site.deal("Ann", amount: 100_000)
            let bea = try await site.deal("Bea", amount: 250_000)
            try await site.app.perform(MoveOpportunity(opportunity: bea, stage: "proposal"), as: .system)
            let ada = try await Browser(site, "ada@example.com")
            let all = try await ada.get("/opportunities").text
            #expect(all.contains("2 open deals · €\u{A0}3,500"))
            let proposal = try await ada.get("/opportunities?stage=proposal").text
            #expect(proposal.contains(">Bea</a>"))
            #expect(!proposal.contains(">Ann</a>"))
            #expect(proposal.contains("<strong>€\u{A0}1,000</strong>"), "the strip still shows the other stage")
        }
    }

    @Test("The page of a deal shows its people, its leads and its way so far")
    func page() async throws {
        try await TestSite.run { site in
            let deal = try await site.deal("Ann", amount: 100_000)
            site.clock.advance(.days(2))
            try await site.app.perform(MoveOpportunity(opportunity: deal, stage: "engaging"), as: .system)
            let ada = try await Browser(site, "ada@example.com")
            let page = try await ada.get("/opportunities/\(deal)").text
            #expect(page.contains("€\u{A0}1,000"))
            #expect(page.contains("Moved to Engaging"))
            #expect(page.contains("ann@customer.example"))
            #expect(page.contains("<small>2 d</small>"))
            #expect(page.contains("step-current\" aria-current=\"step\""))
            #expect(try await ada.get("/opportunities/nothing").status == 404)
        }
    }

    @Test("H5: a deal is lost with reason, competitor and rank; without a reason the form comes back")
    func loss() async throws {
        try await TestSite.run { site in
            let deal = try await site.deal("Ann", amount: 100_000)
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.get("/opportunities/\(deal)/loss").text.contains("name=\"competitor\""))
            let refused = try await ada.post(
                "/opportunities/\(deal)/loss",
                [("competitor", "Fleetio"), ("rank", "two")]
            )
            #expect(refused.status == 422)
            #expect(refused.text.contains("value=\"Fleetio\""), "what was typed is still there")
            let done = try await ada.post(
                "/opportunities/\(deal)/loss",
                [("reason", "Price"), ("competitor", "Fleetio"), ("rank", "2")]
            )
            #expect(done.status == 303)
            let page = try await ada.get("/opportunities/\(deal)").text
            #expect(page.contains("Price, to Fleetio, we came second"))
            #expect(try await ada.get("/reports/losses.csv").text.contains("Price,Fleetio,2,1,"))
        }
    }

    @Test("A deal is won with what was signed, and taken up again")
    func win() async throws {
        try await TestSite.run { site in
            let deal = try await site.deal("Ann", amount: 100_000)
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.post("/opportunities/\(deal)/win", [("amount", "1,234.50")]).status == 303)
            #expect(try await ada.get("/opportunities/\(deal)").text.contains("€\u{A0}1,234.50"))
            #expect(try await ada.post("/opportunities/\(deal)/win", [("amount", "1")]).status == 422)
            #expect(try await ada.post("/opportunities/\(deal)/stage", [("stage", "proposal")]).status == 303)
            let answer = try await site.app.fetch(OpportunityDetail(opportunity: deal), as: .system)
            #expect(answer.opportunity.kind == .open)
        }
    }
}
