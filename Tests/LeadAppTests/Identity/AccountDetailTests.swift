import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("A company and all of it")
struct AccountDetailTests {
    private func account(of lead: Lead.ID, _ place: Workplace) async throws -> Account.ID {
        try await place.detail(lead).lead.account
    }

    @Test("A3: people, leads open and closed, deals and totals stand together, as plain counting gives them")
    func whole() async throws {
        let place = try await Workplace()
        try await place.classes("Service", "Tyres")
        let euro = { (minor: Int64) in Money(minor: minor, currency: "EUR") }
        let open = try await place.lead { $0.value = euro(500) }
        let closed = try await place.lead {
            $0.productClass = "Service"
            $0.name = "Jean Bartik"
            $0.email = "jean@navy.example"
        }
        let sold = try await place.lead {
            $0.productClass = "Tyres"
            $0.value = euro(7000)
        }
        _ = try await place.lead {
            $0.company = "Elsewhere"
            $0.email = "x@elsewhere.example"
            $0.name = "Somebody"
        }
        try await place.app.perform(RejectLead(lead: closed, reason: "No need"), as: .system)
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await place.app.perform(QualifyLead(lead: sold, levels: levels, conclude: true), as: .system)
        let deal = try await place.app.perform(ConvertLeads(leads: [sold], name: "Tyres"), as: .system).opportunity
        try await place.app.perform(WinOpportunity(opportunity: deal), as: .system)
        let answer = try await place.app.fetch(AccountDetail(account: account(of: open, place)), as: Workplace.boss)
        #expect(answer.account.name == "Navy Ltd")
        #expect(answer.people.map(\.name) == ["Grace Hopper", "Jean Bartik"])
        #expect(answer.leads.first?.id == open, "open ones first")
        #expect(Set(answer.leads.map(\.id)) == [open, closed, sold])
        #expect(answer.deals.map(\.id) == [deal])
        #expect(answer.totals.openLeads == 1 && answer.totals.closedLeads == 2)
        #expect(answer.totals.openValue == [euro(500)])
        #expect(answer.totals.openDeals == 0 && answer.totals.wonDeals == 1)
        #expect(answer.totals.won == [euro(7000)])
        #expect(try await place.detail(open).others.map(\.id).count == 2)
    }

    @Test(
        "E6: everybody sees of it what they see elsewhere; who sees nothing of it gets no page, partners no strangers"
    )
    func access() async throws {
        let place = try await Workplace()
        try await place.classes("Service")
        let mine = try await place.lead()
        let hidden = try await place.lead {
            $0.productClass = "Service"
            $0.name = "Jean Bartik"
            $0.email = "jean@navy.example"
        }
        let account = try await account(of: mine, place)
        let fay = Workplace.actor(Workplace.fay)
        await #expect {
            try await place.app.fetch(AccountDetail(account: account), as: fay)
        } throws: { code($0) == "not_found" }
        try await place.app.perform(AssignLead(lead: mine, to: .person(Workplace.fay), reason: "x"), as: .system)
        let seen = try await place.app.fetch(AccountDetail(account: account), as: fay)
        #expect(seen.leads.map(\.id) == [mine] && seen.totals.openLeads == 1)
        #expect(seen.people.count == 2, "colleagues work for the company")
        let partner = Actor(user: Workplace.fay, role: .partner)
        let less = try await place.app.fetch(AccountDetail(account: account), as: partner)
        #expect(less.people.map(\.name) == ["Grace Hopper"])
        #expect(try await place.app.fetch(LeadDetail(lead: mine), as: fay).others.isEmpty)
        #expect(try await place.app.fetch(LeadDetail(lead: mine), as: Workplace.boss).others.map(\.id) == [hidden])
    }
}
