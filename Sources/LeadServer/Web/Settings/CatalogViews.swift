/// `/settings/sources`: where leads can come from.
struct SourcesView: Page {
    static let template = "settings/sources"
    var page: PageFrame
    var tabs: [TabView]
    var sources: [SourceRow]
    /// Adds one, in place.
    var form: FormView
}

struct SourceRow: Encodable {
    var name: String
}

/// `/settings/products`: product classes, which leads are about, and the products in each.
struct ProductsView: Page {
    static let template = "settings/products"
    var page: PageFrame
    var tabs: [TabView]
    var classes: [ProductClassCard]
}

struct ProductClassCard: Encodable {
    var name: String
    /// Where the class is changed.
    var href: String
    /// What a lead of the class is worth until more is known; nil when nobody said.
    var value: String?
    var products: [ProductRow]
    var hasProducts: Bool
    /// The form that adds a product to this class.
    var addition: String
}

struct ProductRow: Encodable {
    var name: String
    var price: String?
}
