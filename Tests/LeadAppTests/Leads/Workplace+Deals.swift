import LeadApp
import LeadCore
import LeadStore

extension Workplace {
    static let boss = actor(manager)

    /// A lead of a company about a product class, with a person of that name.
    func lead(
        _ name: String,
        _ company: String,
        _ productClass: String = "General",
        campaign: String? = nil
    )
        async throws -> Lead.ID
    {
        try await lead {
            $0.name = name
            $0.email = "\(name.lowercased().replacing(" ", with: "."))@\(company.lowercased().prefix(4)).example"
            $0.company = company
            $0.productClass = productClass
            $0.campaign = campaign
        }
    }

    func classes(_ names: String...) async throws {
        try await app.database.write(as: .system) { tx in
            for name in names { try tx.insertProductClass(tx.newID(), name: name, defaultValue: nil) }
        }
    }

    func products(_ prices: (String, Int64?)...) async throws {
        let classes = try await app.fetch(Choices(), as: .system).productClasses
        for (name, price) in prices {
            let money = price.map { Money(minor: $0, currency: "EUR") }
            try await app.perform(AddProduct(to: classes[0].id, name: name, price: money), as: .system)
        }
    }

    func qualify(_ lead: Lead.ID) async throws {
        try await app.perform(
            QualifyLead(lead: lead, levels: ["need": .high, "urgency": .medium, "fit": .medium], conclude: true),
            as: Self.boss
        )
    }

    /// A lead's state without its version, which counts saves.
    func state(_ lead: Lead.ID) async throws -> Lead {
        var state = try await detail(lead).lead
        state.version = 0
        state.lastAt = state.createdAt
        return state
    }

    func deal(_ id: Opportunity.ID) async throws -> OpportunityDetail.Answer {
        try await app.fetch(OpportunityDetail(opportunity: id), as: Self.boss)
    }

    /// Every response as contact, campaign and time, whatever lead it is on.
    func responses() async throws -> [String] {
        try await app.database.read { snapshot in
            var all: [String] = []
            try snapshot.eachResponse(since: HistoryCursor()) { response in
                all.append("\(response.contact) \(response.campaign?.description ?? "-") \(response.at.milliseconds)")
            }
            return all.sorted()
        }
    }
}

func code(_ error: any Error) -> String? { (error as? Refusal)?.code }
