import LeadCore

/// What Lumen Metrik sells.
enum Catalogue {
    struct ProductClass: Sendable {
        var name: String
        /// In cents.
        var typicalDeal: Int64
        var products: [(name: String, price: Int64)]
    }

    static let classes = [
        ProductClass(
            name: "Scanners",
            typicalDeal: 4_800_000,
            products: [
                ("Lumen H2 handheld", 2_490_000), ("Lumen R5 robot cell", 8_900_000), ("Lumen T1 tabletop", 1_290_000),
            ]
        ),
        ProductClass(
            name: "Software",
            typicalDeal: 950_000,
            products: [("Metrik Inspect", 790_000), ("Metrik Reverse", 1_150_000), ("Metrik Fleet", 2_400_000)]
        ),
        ProductClass(
            name: "Services",
            typicalDeal: 620_000,
            products: [("Scan on site, per day", 160_000), ("Calibration contract", 340_000)]
        ),
        ProductClass(
            name: "Training",
            typicalDeal: 240_000,
            products: [("Operator course", 120_000), ("Train the trainer", 380_000)]
        ),
    ]

    /// The forms on the company's pages, each with the source that it stands for.
    static let forms = [
        ("Ask for a quote", "Web form"), ("Questions about a page", "Web site"), ("Landing page", "Advertising"),
        ("Answer to a newsletter", "E-mail"), ("More about a field report", "Article"),
    ]

    static func products(of name: String) -> [String] {
        classes.first { $0.name == name }?.products.map(\.name) ?? [name]
    }

    static func typicalDeal(_ name: String) -> Int64 {
        classes.first { $0.name == name }?.typicalDeal ?? 500_000
    }
}
