import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct PoolPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/pools") { _, visit in
            let tabs = try site.tabs(.pools, visit)
            let pools = try await site.app.fetch(PoolList(), as: visit.actor)
            let people = try await site.app.fetch(PeopleList(), as: visit.actor)
            let time = try await site.time(for: visit.actor)
            return try site.page(PoolsView(pools, people, time, tabs: tabs, frame: site.frame("Pools", visit)))
        }
        routes.get("/settings/pools/new") { _, visit in
            try site.page(page(nil, PoolEntry(), try await people(visit), visit))
        }
        routes.post("/settings/pools") { _, visit in try await save(nil, visit) }
        routes.get("/settings/pools/:id") { _, visit in
            let pool = try await pool(visit)
            return try site.page(page(pool, PoolEntry(pool), try await people(visit), visit))
        }
        routes.post("/settings/pools/:id") { _, visit in try await save(try await pool(visit), visit) }
    }

    private func save(_ pool: PoolList.Entry?, _ visit: Visit) async throws -> Response {
        let entry = PoolEntry(visit.form)
        let people = try await people(visit)
        let view = try page(pool, entry, people, visit)
        return try await site.answer(view.form) { form in
            var refused = view
            refused.form = form
            return refused
        } by: {
            try await site.app.perform(entry.command(for: pool?.pool.id), as: visit.actor)
            return Response.redirect(to: "/settings/pools", flash: FlashView(message: "Saved \(entry.name)."))
        }
    }

    private func pool(_ visit: Visit) async throws -> PoolList.Entry {
        let id: Pool.ID = try visit.id()
        let pools = try await site.app.fetch(PoolList(), as: visit.actor)
        guard let entry = pools.first(where: { $0.pool.id == id }) else { throw Refusal.notFound("pool") }
        return entry
    }

    private func people(_ visit: Visit) async throws -> [Colleague] {
        try await site.app.fetch(PeopleList(), as: visit.actor)
    }

    private func page(
        _ pool: PoolList.Entry?,
        _ entry: PoolEntry,
        _ people: [Colleague],
        _ visit: Visit
    ) throws -> PoolFormView {
        let title = pool?.name ?? "New pool"
        return PoolFormView(
            page: site.frame(title, visit),
            tabs: try site.tabs(.pools, visit),
            title: title,
            form: .pool(entry, pool: pool?.pool.id, people: people, isDefault: pool?.isDefault ?? false),
            slots: entry.slots(people)
        )
    }
}
