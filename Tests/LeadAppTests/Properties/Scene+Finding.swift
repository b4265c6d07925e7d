import LeadApp
import LeadCore
import LeadStore

extension Scene {
    /// A lead of some company, mostly the one that is open.
    mutating func lead() async throws -> Lead.ID {
        if crowdedPlace == nil, dice.oneIn(10) { return try await lead(where: "TRUE") }
        return try await lead(at: crowdedPlace ?? dice.below(Town.places))
    }

    /// One of the latest leads that a condition holds for, whoever's it is.
    mutating func lead(where condition: SQL) async throws -> Lead.ID {
        let leads = try await stage.read { snapshot in
            try snapshot.all("SELECT id FROM leads WHERE \(condition) ORDER BY created_at DESC, id LIMIT 12") { row in
                try row.next() as Lead.ID
            }
        }
        guard !leads.isEmpty else { throw Idle() }
        return dice.pick(leads)
    }

    mutating func contact(of lead: Lead.ID) async throws -> Contact.ID {
        let contacts = try await stage.read { try $0.contacts(of: lead).map { $0.0 } }
        guard !contacts.isEmpty else { throw Idle() }
        return dice.pick(contacts)
    }

    private mutating func lead(at place: Int) async throws -> Lead.ID {
        let account = Town.account(of: place)
        let leads = try await stage.read { snapshot in
            try snapshot.all(
                """
                SELECT leads.id FROM leads JOIN accounts ON accounts.id = leads.account_id
                WHERE accounts.name = \(account) ORDER BY leads.open DESC, leads.created_at DESC, leads.id
                """
            ) { row in try row.next() as Lead.ID }
        }
        guard !leads.isEmpty else { throw Idle() }
        return dice.oneIn(6) ? dice.pick(leads) : dice.pick(Array(leads.prefix(2)))
    }

    /// Another lead, mostly of the same account.
    mutating func neighbour(of lead: Lead.ID) async throws -> Lead.ID {
        guard !dice.oneIn(8) else { return try await self.lead() }
        let leads = try await stage.read { snapshot in
            try snapshot.all(
                """
                SELECT id FROM leads WHERE account_id = (SELECT account_id FROM leads WHERE id = \(lead))
                ORDER BY open DESC, created_at DESC, id LIMIT 3
                """
            ) { row in try row.next() as Lead.ID }
        }
        return leads.isEmpty ? lead : dice.pick(leads)
    }

    mutating func deal() async throws -> Opportunity.ID {
        let deals = try await stage.read { snapshot in
            try snapshot.all("SELECT id FROM opportunities ORDER BY created_at DESC, id LIMIT 12") { row in
                try row.next() as Opportunity.ID
            }
        }
        guard !deals.isEmpty else { throw Idle() }
        return dice.pick(deals)
    }

    /// Anybody but the administrator, here or not.
    mutating func user() async throws -> User.ID {
        if dice.oneIn(8) {
            let users = try await stage.read { try $0.users().map(\.id).sorted() }
            return dice.pick(users)
        }
        return dice.pick(Array(Stage.people.dropFirst())).0
    }

    /// Somebody who is here; the administrator when the dice fall on somebody who is not.
    mutating func anybody() async throws -> Actor {
        let id = dice.pick(Stage.people).0
        return try await stage.actor(id) ?? stage.administrator
    }

    /// Mostly who holds the lead, often a manager, sometimes somebody who may not.
    mutating func worker(of lead: Lead.ID) async throws -> Actor {
        switch dice.below(20) {
        case 0: return .system
        case 1...4: return try await anybody()
        case 5...8: return try await stage.actor(2) ?? stage.administrator
        default:
            let owner = try await stage.read { try $0.lead(lead)?.owner.person }
            guard let owner, let actor = try await stage.actor(owner) else { return try await anybody() }
            if dice.oneIn(3), let assistant = try await assistant(of: owner) { return assistant }
            return actor
        }
    }

    /// Mostly the manager, who may do most.
    mutating func boss() async throws -> Actor {
        guard !dice.oneIn(5), let manager = try await stage.actor(2) else { return try await anybody() }
        return manager
    }

    /// Who stands in for somebody now, if anybody does.
    private func assistant(of person: User.ID) async throws -> Actor? {
        let now = stage.time.now
        let record = try await stage.read { snapshot in
            try snapshot.assistants(of: person).first { $0.from <= now && $0.until.map { now < $0 } ?? true }
        }
        guard let record else { return nil }
        return try await stage.actor(record.assistant)
    }

    mutating func receiver() async throws -> Receiver {
        guard dice.oneIn(4) else { return .person(try await user()) }
        let pools = try await stage.read { try $0.pools().map(\.id) }
        return .pool(dice.pick(pools + [99]))
    }

    mutating func money() -> Money {
        Money(minor: Int64(dice.below(900) * 100_00 - (dice.oneIn(20) ? 1_000_000_00 : 0)), currency: "EUR")
    }

    /// Mostly in the next days, sometimes in months, sometimes too early.
    mutating func moment() -> Instant {
        stage.time.now + .hours(dice.pick([-1, 1, 4, 24, 24, 72, 24 * 7, 24 * 60]))
    }

    mutating func person() -> Town.Person {
        Town.person(dice.below(Town.firstNames.count), at: crowdedPlace ?? dice.below(Town.places))
    }

    mutating func inquiry(mayLackSource: Bool = false) -> Inquiry {
        let person = person()
        var inquiry = Inquiry()
        inquiry.name = dice.oneIn(8) ? nil : person.name
        inquiry.email = dice.oneIn(5) ? person.email.uppercased() : person.email
        inquiry.company = person.firm
        inquiry.source =
            mayLackSource && dice.oneIn(8) ? nil : dice.pick(["Web site", "Trade show", "Referral", "Word of mouth"])
        inquiry.productClass = dice.pick([nil, "Service"])
        inquiry.campaign = dice.oneIn(3) ? nil : dice.pick(Town.campaigns)
        inquiry.message = dice.oneIn(2) ? "Please call" : nil
        inquiry.value = dice.oneIn(6) ? money() : nil
        inquiry.fields = dice.oneIn(15) ? ["budget": "8000"] : nil
        inquiry.owner = dice.oneIn(8) ? "Person \(2 + dice.below(7))" : nil
        guard dice.oneIn(4) else { return inquiry }
        // An event belongs to one campaign, so that the order of arrival does not matter for the books.
        let event = dice.below(6)
        inquiry.event = "event \(event)"
        inquiry.campaign = Town.campaigns[event % Town.campaigns.count]
        return inquiry
    }

    struct Held: Sendable {
        var id: Submission.ID
        var source: String?
    }

    mutating func quarantined() async throws -> Held? {
        let rows = try await stage.app.fetch(SubmissionList(.quarantined), as: .system).rows
        return rows.isEmpty ? nil : dice.pick(rows.map { Held(id: $0.decided.id, source: $0.sourceName) })
    }

    static func command(for inquiry: Inquiry, _ channel: CaptureChannel) -> CaptureLead {
        CaptureLead(raw: Array("{}".utf8), contentType: "application/json", channel: channel, inquiry: inquiry)
    }

    mutating func capture(_ inquiry: Inquiry, _ channel: CaptureChannel, as actor: Actor = .system) async throws {
        guard let captured = try await perform(Self.command(for: inquiry, channel), as: actor) else { return }
        books.record(captured, of: inquiry)
    }
}

extension Stage {
    /// Somebody as they are now; nil when they have left.
    func actor(_ id: User.ID) async throws -> Actor? {
        try await read { snapshot in
            guard let user = try snapshot.user(id), user.active else { return nil }
            return Actor(user: id, role: user.role)
        }
    }
}
