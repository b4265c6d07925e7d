import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("What a role learns of others")
struct RecordRightsTests {
    private static func link(
        _ site: TestSite,
        _ lead: Lead.ID,
        _ token: String,
        email: String
    ) async throws -> TestResponse {
        try await site.client.call(
            "POST",
            "/v1/leads/\(lead)/contacts",
            token: token,
            json: #"{"role":"influencer","email":"\#(email)"}"#
        )
    }

    @Test(
        "a stranger's stored name and phone are not learnt by naming their address",
        arguments: [Role.partner, .fieldSales]
    )
    func strangers(_ role: Role) async throws {
        try await TestSite.run { site in
            let (user, token) = try await site.person(role)
            let own = try await site.lead("Own Company")
            let other = try await site.lead("Hidden Person")
            let mine = AssignLead(lead: own, to: .person(user), reason: "Test")
            try await site.app.perform(mine, as: .system)
            let refused = try await Self.link(site, own, token, email: "hiddenperson@customer.example")
            #expect(refused.status == 409 && refused.json["code"].text == "contact_elsewhere")
            let page = try await site.client.call("GET", "/v1/leads/\(own)", token: token)
            #expect(!page.text.contains("Hidden Person"))
            #expect(try await Self.link(site, own, token, email: "new@customer.example").status == 200)
            try await site.app.perform(AssignLead(lead: other, to: .person(user), reason: "Test"), as: .system)
            #expect(try await Self.link(site, own, token, email: "hiddenperson@customer.example").status == 200)
        }
    }

    @Test("who gets a lead is said by those who may reassign; others keep it or leave it to the rules")
    func owner() async throws {
        try await TestSite.run { site in
            let (_, partner) = try await site.person(.partner, "Pat")
            let (_, manager) = try await site.person(.manager, "Max")
            let json = #"{"name":"Rosa","source":"Web site","owner":"Max"}"#
            #expect(try await site.client.call("POST", "/v1/leads", token: partner, json: json).status == 403)
            let own = #"{"name":"Rosa Three","source":"Web site","owner":"Pat"}"#
            #expect(try await site.client.call("POST", "/v1/leads", token: partner, json: own).status == 201)
            #expect(try await site.client.call("POST", "/v1/leads", token: manager, json: json).status == 201)
            let plain = #"{"name":"Rosa Two","source":"Web site"}"#
            #expect(try await site.client.call("POST", "/v1/leads", token: partner, json: plain).status == 201)
        }
    }

    @Test("costs and addresses are for those whose work they are")
    func lists() async throws {
        try await TestSite.run { site in
            let (_, partner) = try await site.person(.partner, "Pat")
            let people = try await site.client.call("GET", "/v1/people", token: partner)
            #expect(people.status == 200 && people.text.contains("Ada Admin"))
            #expect(!people.text.contains("ada@example.com"))
            #expect(try await site.client.call("GET", "/v1/campaigns", token: partner).status == 403)
            let admin = try await site.administratorToken
            #expect(try await site.client.call("GET", "/v1/people", token: admin).text.contains("ada@example.com"))
            #expect(try await site.client.call("GET", "/v1/campaigns", token: admin).status == 200)
        }
    }
}
