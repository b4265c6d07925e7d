package import LeadCore

/// A product as stored.
package struct ProductLine: Sendable {
    package var id: Product.ID
    package var name: String
    package var productClass: ProductClass.ID
    package var price: Money?
}

extension Snapshot {
    /// All products with their class and price, by name.
    package func pricedProducts() throws -> [ProductLine] {
        try all("SELECT id, name, class_id, price, currency FROM products ORDER BY LOWER(name)") { row in
            ProductLine(
                id: try row.next(),
                name: try row.next(),
                productClass: try row.next(),
                price: try Money(&row)
            )
        }
    }
}
