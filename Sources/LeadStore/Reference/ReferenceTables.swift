package import LeadCore

/// A name with the thing it stands for, as choices on a page show it.
package struct Named<Entity>: Sendable {
    package var id: Identifier<Entity>
    package var name: String

    package init(id: Identifier<Entity>, name: String) {
        self.id = id
        self.name = name
    }
}

/// A campaign as stored: money in minor units.
package struct CampaignRecord: Sendable {
    package var id: Campaign.ID
    package var name: String
    package var source: Source.ID?
    package var productClass: ProductClass.ID?
    package var cost: Int64
    package var currency: String?
    package var startsAt: Instant?
    package var endsAt: Instant?
    /// Who answers for it in marketing, and so for the leads that it brings.
    package var owner: User.ID?

    package init(
        id: Campaign.ID,
        name: String,
        source: Source.ID? = nil,
        productClass: ProductClass.ID? = nil,
        cost: Int64 = 0,
        currency: String? = nil,
        startsAt: Instant? = nil,
        endsAt: Instant? = nil,
        owner: User.ID? = nil
    ) {
        self.id = id
        self.name = name
        self.source = source
        self.productClass = productClass
        self.cost = cost
        self.currency = currency
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.owner = owner
    }
}

extension Snapshot {
    package func sources() throws -> [Named<Source>] {
        try all("SELECT id, name FROM sources ORDER BY LOWER(name)") { row in
            Named(id: try row.next(), name: try row.next())
        }
    }

    package func productClasses() throws -> [Named<ProductClass>] {
        try all("SELECT id, name FROM product_classes ORDER BY LOWER(name)") { row in
            Named(id: try row.next(), name: try row.next())
        }
    }

    package func products() throws -> [Named<Product>] {
        try all("SELECT id, name FROM products ORDER BY LOWER(name)") { row in
            Named(id: try row.next(), name: try row.next())
        }
    }

    package func campaigns() throws -> [CampaignRecord] {
        try all(
            """
            SELECT id, name, source_id, class_id, cost, currency, starts_at, ends_at, owner_id FROM campaigns
            ORDER BY LOWER(name)
            """
        ) { row in
            CampaignRecord(
                id: try row.next(),
                name: try row.next(),
                source: try row.next(),
                productClass: try row.next(),
                cost: try row.next(),
                currency: try row.next(),
                startsAt: try row.next(),
                endsAt: try row.next(),
                owner: try row.next()
            )
        }
    }

    package func source(named name: String) throws -> Source.ID? {
        try named(name, in: "sources")
    }

    package func campaign(named name: String) throws -> Campaign.ID? {
        try named(name, in: "campaigns")
    }

    package func productClass(named name: String) throws -> ProductClass.ID? {
        try named(name, in: "product_classes")
    }

    package func product(named name: String) throws -> (id: Product.ID, productClass: ProductClass.ID)? {
        guard let id: Product.ID = try named(name, in: "products") else { return nil }
        return try first("SELECT id, class_id FROM products WHERE id = \(id)") { row in
            (try row.next(), try row.next())
        }
    }

    /// The class that an inquiry is about when it names none: the oldest.
    package func firstProductClass() throws -> ProductClass.ID? {
        try value("SELECT id FROM product_classes ORDER BY id LIMIT 1")
    }

    /// What a lead of the class is worth until more is known.
    package func defaultValue(of productClass: ProductClass.ID) throws -> Money? {
        try first("SELECT default_value, currency FROM product_classes WHERE id = \(productClass)") { row in
            try Money(&row)
        } ?? nil
    }

    /// The row of that name, whatever the case of its letters.
    ///
    /// Databases fold ASCII alone, or as their locale has it; other letters are compared here.
    func named<Entity>(_ name: String, in table: String) throws -> Identifier<Entity>? {
        if let id: Identifier<Entity> = try value("SELECT id FROM \(raw: table) WHERE name = \(name)") { return id }
        if let id: Identifier<Entity> = try value(
            "SELECT id FROM \(raw: table) WHERE LOWER(name) = LOWER(\(name)) ORDER BY id LIMIT 1"
        ) {
            return id
        }
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let key = CaseKey(name)
        var found: Identifier<Entity>?
        try each("SELECT id, name FROM \(raw: table) ORDER BY id") { row in
            let id: Identifier<Entity> = try row.next()
            if found == nil, CaseKey(try row.next()) == key { found = id }
        }
        return found
    }
}

extension Transaction {
    package func insertSource(_ id: Source.ID, name: String) throws {
        try run("INSERT INTO sources (id, name, created_at) VALUES (\(id), \(name), \(now))")
    }

    package func insertProductClass(_ id: ProductClass.ID, name: String, defaultValue: Money?) throws {
        try run(
            """
            INSERT INTO product_classes (id, name, default_value, currency)
            VALUES (\(id), \(name), \(defaultValue?.minor), \(defaultValue?.currency))
            """
        )
    }

    /// - Returns: whether there is one.
    package func renameSource(_ id: Source.ID, to name: String) throws -> Bool {
        try run("UPDATE sources SET name = \(name) WHERE id = \(id)") == 1
    }

    /// - Returns: whether there is one.
    package func updateProductClass(_ id: ProductClass.ID, name: String, defaultValue: Money?) throws -> Bool {
        try run(
            """
            UPDATE product_classes SET name = \(name), default_value = \(defaultValue?.minor),
              currency = \(defaultValue?.currency) WHERE id = \(id)
            """
        ) == 1
    }

    package func insertProduct(_ id: Product.ID, of productClass: ProductClass.ID, name: String, price: Money?) throws {
        try run(
            """
            INSERT INTO products (id, class_id, name, price, currency)
            VALUES (\(id), \(productClass), \(name), \(price?.minor), \(price?.currency))
            """
        )
    }

    package func save(_ campaign: CampaignRecord) throws {
        try run(
            """
            INSERT INTO campaigns (id, name, source_id, class_id, cost, currency, starts_at, ends_at, owner_id, created_at)
            VALUES (\(campaign.id), \(campaign.name), \(campaign.source), \(campaign.productClass), \(campaign.cost),
              \(campaign.currency), \(campaign.startsAt), \(campaign.endsAt), \(campaign.owner), \(now))
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, source_id = excluded.source_id,
              class_id = excluded.class_id, cost = excluded.cost, currency = excluded.currency,
              starts_at = excluded.starts_at, ends_at = excluded.ends_at, owner_id = excluded.owner_id
            """
        )
    }
}
