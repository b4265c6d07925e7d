import LeadApp
import LeadCore
import LeadStore

/// Sets up the demo company in an empty workspace: people, pools, what it sells, and its marketing.
struct FurnishWorkspace: Command {
    static let name = "furnish_demo_workspace"
    static let permission = Permission.administer

    /// The hash of the password that all of them share.
    var passwordHash: String
    /// The last day of the story, from which campaigns are counted back.
    var end: Instant

    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Staff {
        var staff = Staff()
        for person in Cast.everybody {
            let id: User.ID = tx.newID()
            try tx.save(
                UserRecord(
                    id: id,
                    email: person.email,
                    name: person.name,
                    role: person.role,
                    passwordHash: passwordHash,
                    active: true
                )
            )
            staff.users[person.email] = id
        }
        try openPool(.insideSales, Cast.insideSales, &staff, tx)
        try openPool(.fieldSales, Cast.fieldSales, &staff, tx)
        try openPool(.partners, Cast.partners, &staff, tx)
        try tx.set("default_pool", to: staff.id(of: .insideSales).description)
        try stockCatalogue(tx)
        try planCampaigns(tx)
        return staff
    }

    private func openPool(
        _ name: PoolName,
        _ members: [Person],
        _ staff: inout Staff,
        _ tx: borrowing Transaction
    ) throws {
        let id: Pool.ID = tx.newID()
        let pool = Pool(
            id: id,
            strategy: .rotation,
            dutyHolder: staff.id(of: Cast.manager),
            members: members.map { Pool.Member(user: staff.id(of: $0), available: true) },
            turn: 0
        )
        try tx.insert(pool, name: name.rawValue)
        staff.pools[name.rawValue] = id
    }

    private func stockCatalogue(_ tx: borrowing Transaction) throws {
        for productClass in Catalogue.classes {
            let id: ProductClass.ID = tx.newID()
            try tx.insertProductClass(
                id,
                name: productClass.name,
                defaultValue: Money(minor: productClass.typicalDeal, currency: "EUR")
            )
            for product in productClass.products {
                try tx.insertProduct(
                    tx.newID(),
                    of: id,
                    name: product.name,
                    price: Money(minor: product.price, currency: "EUR")
                )
            }
        }
    }

    private func planCampaigns(_ tx: borrowing Transaction) throws {
        for campaign in Programme.campaigns {
            let starts = end - .days(Int64(campaign.begins))
            try tx.save(
                CampaignRecord(
                    id: tx.newID(),
                    name: campaign.name,
                    source: try tx.read.source(named: campaign.source),
                    productClass: try tx.read.productClass(named: campaign.productClass),
                    cost: campaign.cost,
                    currency: "EUR",
                    startsAt: starts,
                    endsAt: starts + .days(Int64(campaign.days))
                )
            )
        }
    }
}
