import LeadApp
import LeadCore
import LeadStore

extension FormView {
    static func source(name: String) -> FormView {
        FormView(
            id: "source",
            action: "/settings/sources",
            fields: [.input("name", "Name", value: name, required: true, wide: true)],
            submit: "Add"
        )
    }

    static func productClass(_ id: ProductClass.ID?, _ name: String, _ value: String) -> FormView {
        FormView(
            id: "class",
            action: id.map { "/settings/products/classes/\($0)" } ?? "/settings/products/classes",
            fields: [
                .input("name", "Name", value: name, required: true),
                .input(
                    "defaultValue",
                    "Value of a lead",
                    value: value,
                    hint: "Until more is known about it.",
                    keyboard: "decimal"
                ),
            ],
            submit: "Save",
            cancel: "/settings/products"
        )
    }

    static func product(_ productClass: ProductClass.ID, _ name: String, _ price: String) -> FormView {
        FormView(
            id: "product",
            action: "/settings/products/classes/\(productClass)/products",
            fields: [
                .input("name", "Name", value: name, required: true),
                .input("price", "Price", value: price, keyboard: "decimal"),
            ],
            submit: "Add",
            cancel: "/settings/products"
        )
    }
}

extension ProductsView {
    init(
        _ classes: [ProductClassList.Entry],
        _ products: [ProductLine],
        tabs: [TabView],
        frame: PageFrame
    ) {
        let products = Dictionary(grouping: products, by: \.productClass)
        self.init(
            page: frame,
            tabs: tabs,
            classes: classes.map { entry in
                let rows = (products[entry.id] ?? []).map { product in
                    ProductRow(name: product.name, price: product.price.map(MoneyWords.full))
                }
                return ProductClassCard(
                    name: entry.name,
                    href: "/settings/products/classes/\(entry.id)",
                    value: entry.defaultValue.map(MoneyWords.full),
                    products: rows,
                    hasProducts: !rows.isEmpty,
                    addition: "/settings/products/classes/\(entry.id)/products/new"
                )
            }
        )
    }
}
