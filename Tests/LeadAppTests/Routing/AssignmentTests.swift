import LeadApp
import LeadCore
import LeadStore
import Testing

struct AssignmentTests {
    @Test("E1: a new lead goes where the rules say, and everything else to the default pool")
    func capture() async throws {
        let world = try await RulesWorkplace()
        #expect(
            try await world.owners(0..<3) == [.person(Workplace.fay), .person(Workplace.mia), .person(Workplace.fay)]
        )
        #expect(try await world.owner(world.lead(9, country: "FR")) == .person(Workplace.ann))
        #expect(try await world.work.check().holds)
    }

    @Test("E1: rules can be left out of one call")
    func switchedOff() async throws {
        let world = try await RulesWorkplace()
        var inquiry = Inquiry()
        inquiry.name = "Ada"
        inquiry.email = "ada@x.example"
        inquiry.source = "Web form"
        inquiry.country = "DE"
        var command = CaptureLead(raw: [0x7B, 0x7D], contentType: "application/json", channel: .api, inquiry: inquiry)
        command.byRules = false
        let lead = try #require(try await world.work.app.perform(command, as: .system).lead)
        #expect(try await world.owner(lead) == .person(Workplace.ann))
    }

    @Test("E3: daily caps count by the day; who is capped is passed over, and the manager is told of a fall (pain 23)")
    func dailyCap() async throws {
        let world = try await RulesWorkplace()
        let terms = [Workplace.fay, Workplace.mia].map { SavePool.Terms(user: $0, dailyCap: 1) }
        try await world.pool(.rotation, [Workplace.fay, Workplace.mia], terms)
        let first = try await world.owners(0..<3)
        #expect(first == [.person(Workplace.fay), .person(Workplace.mia), .person(Workplace.ann)])
        let told = try await world.work.app.fetch(NoticeList(), as: Workplace.actor(Workplace.manager)).notices
        #expect(told.contains { $0.kind == .caught })
        world.work.advance(.days(1))
        #expect(try await world.owners(3..<4) == [.person(Workplace.fay)])
    }

    @Test("E3: who holds as many leads as they can is full until one is closed or goes elsewhere")
    func capacity() async throws {
        let world = try await RulesWorkplace()
        try await world.pool(.leastLoaded, [Workplace.fay], [.init(user: Workplace.fay, capacity: 2)])
        let leads = [try await world.lead(0), try await world.lead(1)]
        #expect(try await world.owner(world.lead(2)) == .person(Workplace.ann))
        let assign = AssignLead(lead: leads[0], to: .person(Workplace.ben), reason: "Knows them")
        try await world.work.app.perform(assign, as: RulesWorkplace.admin)
        #expect(try await world.owner(world.lead(3)) == .person(Workplace.fay))
    }

    @Test("E1: weights and credits survive absence and edits of the pool (pain 20)")
    func weights() async throws {
        let world = try await RulesWorkplace()
        let terms = [SavePool.Terms(user: Workplace.fay, weight: 2), .init(user: Workplace.mia, weight: 1)]
        try await world.pool(.weighted, [Workplace.fay, Workplace.mia], terms)
        #expect(try await world.owners(0..<2) == [.person(Workplace.fay), .person(Workplace.mia)])
        try await world.pool(.weighted, [Workplace.mia, Workplace.fay, Workplace.ben], [])
        try await world.pool(.weighted, [Workplace.fay, Workplace.mia], [])
        #expect(
            try await world.owners(2..<6) == [
                .person(Workplace.fay), .person(Workplace.fay), .person(Workplace.mia), .person(Workplace.fay),
            ]
        )
    }

    @Test("E1: existing customers go to whoever holds the account")
    func accountOwner() async throws {
        let world = try await RulesWorkplace { $0.rules[0].accountOwnerFirst = true }
        let first = try await world.lead(0)
        try await world.work.app.perform(SaveProductClass(name: "Trucks"), as: .system)
        let assign = AssignLead(lead: first, to: .person(Workplace.ben), reason: "Knows them")
        try await world.work.app.perform(assign, as: RulesWorkplace.admin)
        let second = try await world.lead(0) { $0.productClass = "Trucks" }
        #expect(second != first)
        #expect(try await world.owner(second) == .person(Workplace.ben))
        #expect(try await world.why(second).last?.isSame == true)
    }

    @Test("E1: skills and territories are asked for by what the inquiry says")
    func traits() async throws {
        let world = try await RulesWorkplace()
        let bavaria = SetTraits(person: Workplace.mia, traits: Traits(territories: ["DE:80"]))
        try await world.work.app.perform(bavaria, as: .system)
        let south = SetTraits(person: Workplace.fay, traits: Traits(territories: ["DE:70", "AT"]))
        try await world.work.app.perform(south, as: .system)
        #expect(try await world.owner(world.lead(0) { $0.postalCode = "80331" }) == .person(Workplace.mia))
        #expect(try await world.owner(world.lead(1) { $0.postalCode = "70173" }) == .person(Workplace.fay))
        #expect(try await world.owner(world.lead(2) { $0.postalCode = "10115" }) == .person(Workplace.ann))
    }

    @Test("E5: a lead is given by the rules by hand, handed off by them, and the reason is kept")
    func byRules() async throws {
        let world = try await RulesWorkplace()
        let lead = try await world.lead(0, country: "FR")
        var account = DescribeAccount(lead: lead)
        account.country = "DE"
        try await world.work.app.perform(account, as: RulesWorkplace.admin)
        let assign = AssignLead(lead: lead, to: .rules, reason: "Now known where they are")
        try await world.work.app.perform(assign, as: RulesWorkplace.admin)
        #expect(try await world.owner(lead) == .person(Workplace.fay))
    }

    @Test("X1, F3: the leads of somebody who leaves go by the rules, never back to them")
    func leaver() async throws {
        let world = try await RulesWorkplace()
        var leads: [Lead.ID] = []
        for number in 0..<6 { leads.append(try await world.lead(number)) }
        var leave = UpdateUser(user: Workplace.fay)
        leave.active = false
        leave.byRules = true
        try await world.work.app.perform(leave, as: RulesWorkplace.admin)
        for lead in leads { #expect(try await world.owner(lead) == .person(Workplace.mia)) }
        #expect(try await world.work.check().holds)
    }

    @Test("E5: all open leads of a person are given to others in parts")
    func reassign() async throws {
        let world = try await RulesWorkplace()
        for number in 0..<4 { _ = try await world.lead(number) }
        let command = ReassignLeads(person: Workplace.fay, to: .person(Workplace.ben), reason: "On parental leave")
        let outcome = try await world.work.app.perform(command, as: RulesWorkplace.admin)
        #expect(outcome.moved == 2 && outcome.remaining == 0)
        let byRules = ReassignLeads(person: Workplace.ben, to: .rules, reason: "Back to the rules")
        #expect(try await world.work.app.perform(byRules, as: RulesWorkplace.admin).moved == 2)
        #expect(try await world.work.check().holds)
    }
}
