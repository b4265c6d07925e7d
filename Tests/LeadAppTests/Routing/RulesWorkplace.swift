import LeadApp
import LeadCore
import LeadStore

/// The small workspace with a second pool for Germany, of Fay and Mia, and a rule that gives it German leads.
struct RulesWorkplace {
    static let german: Pool.ID = 20
    static let admin = Actor(user: Workplace.manager, role: .administrator)

    let work: Workplace

    init(_ edit: (inout AssignmentRules) -> Void = { _ in }) async throws {
        work = try await Workplace()
        try await work.app.database.write(as: .system) { tx in
            try tx.insert(
                Pool(
                    id: Self.german,
                    strategy: .rotation,
                    dutyHolder: Workplace.manager,
                    members: [
                        .init(user: Workplace.fay, available: true), .init(user: Workplace.mia, available: true),
                    ],
                    turn: 0
                ),
                name: "Germany"
            )
        }
        var rules = AssignmentRules(rules: [
            AssignmentRule(
                key: "german",
                name: "German leads",
                condition: .fact(.country, .equals, .word("DE")),
                pool: Self.german
            )
        ])
        edit(&rules)
        try await set(rules)
    }

    func set(_ rules: AssignmentRules) async throws {
        var body = try await work.app.fetch(PolicyInForce(), as: .system).body
        body.assignment = rules
        try await work.app.perform(SetPolicy(body: body), as: .system)
    }

    func pool(_ strategy: Pool.Strategy, _ members: [User.ID], _ terms: [SavePool.Terms]) async throws {
        var command = SavePool(
            pool: Self.german,
            name: "Germany",
            strategy: strategy,
            dutyHolder: Workplace.manager,
            members: members
        )
        command.terms = terms
        try await work.app.perform(command, as: .system)
    }

    /// A lead of a company of its own.
    func lead(
        _ number: Int,
        country: String? = "DE",
        _ edit: (inout Inquiry) -> Void = { _ in }
    ) async throws -> Lead.ID {
        try await work.lead { inquiry in
            inquiry.name = "Person \(number)"
            inquiry.email = "p\(number)@firm\(number).example"
            inquiry.company = "Firm \(number) works"
            inquiry.country = country
            edit(&inquiry)
        }
    }

    func owner(_ lead: Lead.ID) async throws -> Owner { try await work.detail(lead).lead.owner }

    func owners(_ numbers: Range<Int>) async throws -> [Owner] {
        var owners: [Owner] = []
        for number in numbers { owners.append(try await owner(lead(number))) }
        return owners
    }

    func why(_ lead: Lead.ID) async throws -> [LeadWhy.Item] {
        try await work.app.fetch(LeadWhy(lead: lead), as: .system).items
    }
}
