import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("Pages that join leads")
struct JoiningPagesTests {
    @Test("pain 5: merging works with a search and two forms, and is undone from the merged lead's page")
    func merge() async throws {
        try await TestSite.run { site in
            let (ann, bea) = (try await site.lead("Ann"), try await site.lead("Bea"))
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.get("/leads/\(ann)").text.contains("/leads/\(ann)/merge\""))
            #expect(try await ada.get("/leads/\(ann)/merge").text.contains("no other open lead"))
            let found = try await ada.get("/leads/\(ann)/merge?q=bea@").text
            #expect(found.contains("value=\"\(bea)\" checked"), "the only one that was found is chosen")
            let refused = try await ada.post("/leads/\(ann)/merge", [("lead", "\(bea)"), ("q", "bea@")])
            #expect(refused.status == 422)
            #expect(refused.text.contains("belong to different accounts"))
            let done = try await ada.post("/leads/\(ann)/merge", [("lead", "\(bea)"), ("otherAccounts", "true")])
            #expect(done.status == 303)
            let survivor = try await ada.get("/leads/\(ann)").text
            #expect(survivor.contains("Carries on for Bea as well"))
            #expect(survivor.contains("/leads/\(bea)/unmerge"))
            let merged = try await ada.get("/leads/\(bea)").text
            #expect(merged.contains("<a href=\"/leads/\(ann)\">Ann</a> carries on"))
            #expect(merged.contains("Merged into Ann"))
            #expect(try await ada.post("/leads/\(bea)/unmerge", []).status == 303)
            #expect(try await ada.get("/leads/\(bea)").text.contains("Merge undone"))
            #expect(try await ada.get("/leads/\(ann)").text.contains("Bea is a lead of its own again"))
        }
    }

    @Test("B4: linked leads stand on each other's page and are proposed when one is converted")
    func link() async throws {
        try await TestSite.run { site in
            let (ann, bea) = (try await site.lead("Ann"), try await site.lead("Bea"))
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.post("/leads/\(ann)/links", [("lead", "\(bea)")]).status == 303)
            #expect(try await ada.get("/leads/\(bea)").text.contains("Linked to Ann"))
            for lead in [ann, bea] {
                try await site.app.perform(
                    QualifyLead(lead: lead, levels: ["need": .high, "urgency": .low, "fit": .medium], conclude: true),
                    as: .system
                )
            }
            let form = try await ada.get("/leads/\(ann)/conversion").text
            #expect(form.contains("type=\"checkbox\" name=\"leads\" value=\"\(bea)\" checked"))
            let done = try await ada.post(
                "/leads/\(ann)/conversion",
                [("name", "Both"), ("leads", "\(bea)")]
            )
            #expect(done.status == 303)
            #expect(try await ada.get("/leads/\(bea)").text.contains("the deal it became"))
            #expect(try await ada.post("/leads/\(ann)/links/removal", []).status == 303)
            #expect(!(try await ada.get("/leads/\(bea)").text.contains("Same deal")))
        }
    }

    @Test("X5: the deal's page offers to undo the conversion and to add a lead while that is possible")
    func deal() async throws {
        try await TestSite.run { site in
            let deal = try await site.deal("Ann", amount: 100_000)
            let ada = try await Browser(site, "ada@example.com")
            let page = try await ada.get("/opportunities/\(deal)").text
            #expect(page.contains("/opportunities/\(deal)/undo"))
            #expect(page.contains("can be undone until"))
            #expect(try await ada.get("/opportunities/\(deal)/leads").text.contains("role=\"search\""))
            #expect(try await ada.post("/opportunities/\(deal)/leads", []).status == 422)
            try await site.app.perform(MoveOpportunity(opportunity: deal, stage: "proposal"), as: .system)
            #expect(try await ada.get("/opportunities/\(deal)/undo").text.contains("name=\"confirmed\""))
            #expect(try await ada.post("/opportunities/\(deal)/undo", []).status == 422)
            #expect(try await ada.post("/opportunities/\(deal)/undo", [("confirmed", "true")]).status == 303)
            let after = try await ada.get("/opportunities/\(deal)").text
            #expect(after.contains("Withdrawn"))
            #expect(!after.contains("/opportunities/\(deal)/undo"))
            #expect(try await ada.get("/opportunities").text.contains("No deal here"))
        }
    }

    @Test("E7: assistants are named on the account page, and the timeline says for whom they acted")
    func assistants() async throws {
        try await TestSite.run { site in
            let mia = try await site.person(.insideSales, "Mia")
            let lead = try await site.lead("Ann")
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.post("/account/assistants", [("assistant", "")]).status == 422)
            #expect(try await ada.post("/account/assistants", [("assistant", "\(mia.user)")]).status == 303)
            #expect(try await ada.get("/account").text.contains("/account/assistants/\(mia.user)/removal"))
            try await site.app.perform(
                LogAttempt(lead: lead, attempt: Attempt(channel: .phone, outcome: .reached)),
                as: Actor(user: mia.user, role: .insideSales)
            )
            #expect(try await ada.get("/leads/\(lead)").text.contains("Mia for Ada Admin"))
            #expect(try await ada.post("/account/assistants/\(mia.user)/removal", []).status == 303)
            #expect(!(try await ada.get("/account").text.contains("/removal")))
        }
    }

    @Test("A3, E6: a person moves to another company, and the marketing owner is set, from the lead's page")
    func people() async throws {
        try await TestSite.run { site in
            let mia = try await site.person(.marketing, "Mia")
            let lead = try await site.lead("Ann")
            let ada = try await Browser(site, "ada@example.com")
            let detail = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
            let move = "/leads/\(lead)/contacts/\(try #require(detail.people.first).contact.id)/account"
            #expect(try await ada.get("/leads/\(lead)").text.contains(move))
            #expect(try await ada.get(move).text.contains("name=\"withLeads\" value=\"true\" checked"))
            #expect(try await ada.post(move, [("company", " ")]).status == 422)
            #expect(try await ada.post(move, [("company", "New Co"), ("withLeads", "true")]).status == 303)
            #expect(try await ada.get("/leads/\(lead)").text.contains(">New Co</a>"))
            let owner = "/leads/\(lead)/marketing-owner"
            #expect(try await ada.post(owner, []).status == 422)
            #expect(try await ada.post(owner, [("owner", "\(mia.user)")]).status == 303)
            #expect(try await ada.get("/leads").text.contains("Marketing: Mia"))
            #expect(try await ada.get("/leads.csv").text.contains("Marketing owner,Sales owner"))
        }
    }
}
