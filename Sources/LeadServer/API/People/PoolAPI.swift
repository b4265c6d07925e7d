import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Pools: who can get a lead, and whose turn it is.
struct PoolAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/pools") { request, visit in
            let pools = try await site.app.fetch(PoolList(), as: visit.actor)
            return Response.list(pools.map { .pool($0) }, next: nil, in: request)
        }
        routes.post("/pools") { request, visit in
            let id = try await save(nil, request, visit)
            return Response.created(["id": .id(id)], at: "/v1/pools/\(id)")
        }
        routes.put("/pools/:id") { request, visit in
            _ = try await save(try visit.id(), request, visit)
            return Response.done
        }
    }

    private func save(_ id: Pool.ID?, _ request: Request, _ visit: Visit) async throws -> Pool.ID {
        let input = Input(try await request.json())
        var command = SavePool(
            pool: id,
            name: try input.required("name", input.text("name", most: 200)),
            strategy: try input.required("strategy", input.word("strategy")),
            dutyHolder: try input.required("dutyHolder", input.id("dutyHolder")),
            members: input.ids("members") ?? [],
            isDefault: input.flag("default") ?? false
        )
        command.inHoursOnly = input.flag("inHoursOnly")
        let terms = try input.items("terms").map { part in
            SavePool.Terms(
                user: try part.required("person", part.id("person")),
                weight: part.integer("weight").map { Int($0) } ?? 1,
                capacity: part.integer("maxOpen").map { Int($0) },
                dailyCap: part.integer("perDay").map { Int($0) }
            )
        }
        if !terms.isEmpty { command.terms = terms }
        try input.check()
        return try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey).pool
    }
}

extension JSONValue {
    fileprivate static func pool(_ entry: PoolList.Entry) -> JSONValue {
        [
            "id": .id(entry.pool.id), "name": .text(entry.name), "strategy": .text(entry.pool.strategy.rawValue),
            "dutyHolder": .id(entry.pool.dutyHolder), "default": .bool(entry.isDefault),
            "inHoursOnly": .bool(entry.pool.inHoursOnly),
            "members": .list(entry.pool.members.map { .member($0) }),
        ]
    }

    private static func member(_ member: Pool.Member) -> JSONValue {
        [
            "id": .id(member.user), "available": .bool(member.available), "weight": .int(member.weight),
            "maxOpen": member.capacity.map { .int($0) } ?? .null, "perDay": member.dailyCap.map { .int($0) } ?? .null,
        ]
    }
}
