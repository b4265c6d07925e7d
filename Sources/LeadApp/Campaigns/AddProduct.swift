package import LeadCore
package import LeadStore

/// Adds a product to a class, for deals to name.
package struct AddProduct: Command {
    package static let name = "add_product"
    package static let permission = Permission.editCampaigns

    package struct Outcome: Codable, Sendable {
        package var product: Product.ID
    }

    package var productClass: ProductClass.ID
    package var productName: String
    package var price: Money?

    package init(to productClass: ProductClass.ID, name: String, price: Money? = nil) {
        self.productClass = productClass
        productName = name
        self.price = price
    }

    package func subject(after outcome: Outcome) -> String? { "product:\(outcome.product)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let name = productName.trimmed else { throw Refusal.invalid("/name", "A product needs a name.") }
        if let price, price.minor < 0 { throw Refusal.invalid("/price", "A price cannot be negative.") }
        try price?.requireInRange("/price")
        guard try tx.read.productClasses().contains(where: { $0.id == productClass }) else {
            throw Refusal.notFound("product class")
        }
        guard try tx.read.product(named: name) == nil else { throw Refusal.nameTaken("product", name) }
        let id: Product.ID = tx.newID()
        try tx.insertProduct(id, of: productClass, name: name, price: price)
        return Outcome(product: id)
    }
}

/// What can be sold, by name.
package struct ProductList: Query {
    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [ProductLine] {
        try snapshot.pricedProducts()
    }
}
