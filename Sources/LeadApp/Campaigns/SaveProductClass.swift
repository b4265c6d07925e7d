package import LeadCore
package import LeadStore

/// Adds a product class, or changes its name and what a lead of it is worth until more is known.
package struct SaveProductClass: Command {
    package static let name = "save_product_class"
    package static let permission = Permission.editCampaigns

    package struct Outcome: Codable, Sendable {
        package var productClass: ProductClass.ID
    }

    package var productClass: ProductClass.ID?
    package var className: String
    package var defaultValue: Money?

    package init(productClass: ProductClass.ID? = nil, name: String, defaultValue: Money? = nil) {
        self.productClass = productClass
        className = name
        self.defaultValue = defaultValue
    }

    package func subject(after outcome: Outcome) -> String? { "product_class:\(outcome.productClass)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let name = className.trimmed else { throw Refusal.invalid("/name", "A product class needs a name.") }
        if let defaultValue, defaultValue.minor < 0 {
            throw Refusal.invalid("/defaultValue", "A value cannot be negative.")
        }
        try defaultValue?.requireInRange("/defaultValue")
        if let namesake = try tx.read.productClass(named: name), namesake != productClass {
            throw Refusal.nameTaken("product class", name)
        }
        let id = productClass ?? tx.newID()
        if productClass == nil {
            try tx.insertProductClass(id, name: name, defaultValue: defaultValue)
        } else {
            guard try tx.updateProductClass(id, name: name, defaultValue: defaultValue) else {
                throw Refusal.notFound("product class")
            }
        }
        return Outcome(productClass: id)
    }
}

/// What can be sold, coarsely, with what a lead of each is worth until more is known.
package struct ProductClassList: Query {
    package struct Entry: Sendable {
        package var id: ProductClass.ID
        package var name: String
        package var defaultValue: Money?
    }

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [Entry] {
        try snapshot.productClasses().map { named in
            Entry(id: named.id, name: named.name, defaultValue: try snapshot.defaultValue(of: named.id))
        }
    }
}
