import LeadApp
import LeadCore
import LeadStore

/// Sets up the demo company in an empty workspace: its working week, people, pools, what it sells, its marketing and forms.
struct Furnishing {
    let app: App
    /// The last day of the story, from which campaigns are counted back.
    let end: Instant

    /// Hashed once a process: all demo users share their password.
    private static let passwordHash = Task { try await Password.hash(Cast.password) }

    func furnish() async throws -> Staff {
        let last = ZoneRules.utc.local(end).date.year + 1
        try await app.perform(SetPolicy(body: DemoPolicy.body(from: last - 4, to: last)), as: .system)
        var staff = Staff()
        try await hire(&staff)
        try await openPools(&staff)
        let classes = try await stockCatalogue()
        try await plan(Programme.campaigns, classes)
        try await publishForms(&staff, about: classes["Scanners"])
        return staff
    }

    private func hire(_ staff: inout Staff) async throws {
        let hash = try await Self.passwordHash.value
        for person in Cast.everybody {
            let account = try NewPerson(name: person.name, email: person.email, role: person.role)
            staff.users[person.email] = try await app.perform(CreateUser(account, passwordHash: hash), as: .system).user
        }
    }

    private func openPools(_ staff: inout Staff) async throws {
        let pools: [(PoolName, [Person])] = [
            (.insideSales, Cast.insideSales), (.fieldSales, Cast.fieldSales), (.partners, Cast.partners),
        ]
        for (name, members) in pools {
            let pool = SavePool(
                pool: nil,
                name: name.rawValue,
                strategy: .rotation,
                dutyHolder: staff.id(of: Cast.manager),
                members: members.map { staff.id(of: $0) },
                isDefault: name == .insideSales
            )
            staff.pools[name.rawValue] = try await app.perform(pool, as: .system).pool
        }
    }

    private func stockCatalogue() async throws -> [String: ProductClass.ID] {
        var classes: [String: ProductClass.ID] = [:]
        for sold in Catalogue.classes {
            let value = Money(minor: sold.typicalDeal, currency: "EUR")
            let id = try await app.perform(SaveProductClass(name: sold.name, defaultValue: value), as: .system)
                .productClass
            classes[sold.name] = id
            for product in sold.products {
                let price = Money(minor: product.price, currency: "EUR")
                try await app.perform(AddProduct(to: id, name: product.name, price: price), as: .system)
            }
        }
        return classes
    }

    private func plan(_ campaigns: [PlannedCampaign], _ classes: [String: ProductClass.ID]) async throws {
        let sources = try await sources()
        for campaign in campaigns {
            let starts = end - .days(Int64(campaign.begins))
            try await app.perform(
                SaveCampaign(
                    name: campaign.name,
                    source: sources[campaign.source],
                    productClass: classes[campaign.productClass],
                    cost: Money(minor: campaign.cost, currency: "EUR"),
                    startsAt: starts,
                    endsAt: starts + .days(Int64(campaign.days))
                ),
                as: .system
            )
        }
    }

    private func publishForms(_ staff: inout Staff, about productClass: ProductClass.ID?) async throws {
        let sources = try await sources()
        for (name, source) in Catalogue.forms {
            guard let id = sources[source] else { continue }
            staff.forms[source] = try await app.perform(
                SaveForm(name: name, source: id, productClass: productClass),
                as: .system
            )
            .form
        }
    }

    private func sources() async throws -> [String: Source.ID] {
        let list = try await app.fetch(SourceList(), as: .system)
        return Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0.id) })
    }
}
