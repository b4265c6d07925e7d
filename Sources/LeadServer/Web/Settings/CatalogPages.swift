import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Sources, product classes and products.
struct CatalogPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/sources") { _, visit in try site.page(try await sources(.source(name: ""), visit)) }
        routes.post("/settings/sources") { _, visit in
            let name = visit.form["name"]
            let view = try await sources(.source(name: name), visit)
            return try await site.answer(view.form) { form in
                var refused = view
                refused.form = form
                return refused
            } by: {
                try await site.app.perform(SaveSource(name: name), as: visit.actor)
                return Response.redirect(to: "/settings/sources", flash: FlashView(message: "Added \(name)."))
            }
        }
        routes.get("/settings/products") { _, visit in
            let tabs = try site.tabs(.products, visit)
            let classes = try await site.app.fetch(ProductClassList(), as: visit.actor)
            let products = try await site.app.fetch(ProductList(), as: visit.actor)
            return try site.page(ProductsView(classes, products, tabs: tabs, frame: site.frame("Products", visit)))
        }
        routes.get("/settings/products/classes/new") { _, visit in
            try site.page(site.settingsForm(.products, "New product class", .productClass(nil, "", ""), visit))
        }
        routes.post("/settings/products/classes") { _, visit in try await save(nil, visit) }
        routes.get("/settings/products/classes/:id") { _, visit in
            let entry = try await productClass(visit)
            let form = FormView.productClass(entry.id, entry.name, entry.defaultValue.map(MoneyWords.plain) ?? "")
            return try site.page(site.settingsForm(.products, entry.name, form, visit))
        }
        routes.post("/settings/products/classes/:id") { _, visit in
            try await save(try await productClass(visit), visit)
        }
        routes.get("/settings/products/classes/:id/products/new") { _, visit in
            let entry = try await productClass(visit)
            let form = FormView.product(entry.id, "", "")
            return try site.page(site.settingsForm(.products, "New product in \(entry.name)", form, visit))
        }
        routes.post("/settings/products/classes/:id/products") { _, visit in
            try await addProduct(to: try await productClass(visit), visit)
        }
    }

    private func sources(_ form: FormView, _ visit: Visit) async throws -> SourcesView {
        let sources = try await site.app.fetch(SourceList(), as: visit.actor)
        return SourcesView(
            page: site.frame("Sources", visit),
            tabs: try site.tabs(.sources, visit),
            sources: sources.map { SourceRow(name: $0.name) },
            form: form
        )
    }

    private func productClass(_ visit: Visit) async throws -> ProductClassList.Entry {
        let id: ProductClass.ID = try visit.id()
        let classes = try await site.app.fetch(ProductClassList(), as: visit.actor)
        guard let entry = classes.first(where: { $0.id == id }) else { throw Refusal.notFound("product class") }
        return entry
    }

    private func save(_ entry: ProductClassList.Entry?, _ visit: Visit) async throws -> Response {
        let (name, value) = (visit.form["name"], visit.form["defaultValue"])
        let currency = try await site.app.fetch(Choices(), as: visit.actor).policy.currency
        return try await site.answer(.productClass(entry?.id, name, value)) { form in
            try site.settingsForm(.products, entry?.name ?? "New product class", form, visit)
        } by: {
            let money = try MoneyWords.typed(value, currency: currency, pointer: "/defaultValue")
            let save = SaveProductClass(productClass: entry?.id, name: name, defaultValue: money)
            try await site.app.perform(save, as: visit.actor)
            return Response.redirect(to: "/settings/products", flash: FlashView(message: "Saved \(name)."))
        }
    }

    private func addProduct(to entry: ProductClassList.Entry, _ visit: Visit) async throws -> Response {
        let (name, price) = (visit.form["name"], visit.form["price"])
        let currency = try await site.app.fetch(Choices(), as: visit.actor).policy.currency
        return try await site.answer(.product(entry.id, name, price)) { form in
            try site.settingsForm(.products, "New product in \(entry.name)", form, visit)
        } by: {
            let money = try MoneyWords.typed(price, currency: currency, pointer: "/price")
            try await site.app.perform(AddProduct(to: entry.id, name: name, price: money), as: visit.actor)
            return Response.redirect(to: "/settings/products", flash: FlashView(message: "Added \(name)."))
        }
    }
}
