import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// What leads are about and where they come from: sources, campaigns, product classes.
struct CatalogAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        addSources(to: routes)
        addCampaigns(to: routes)
        addProductClasses(to: routes)
    }

    private func addSources(to routes: RouterGroup<Visit>) {
        routes.get("/sources") { request, visit in
            let sources = try await site.app.fetch(SourceList(), as: visit.actor)
            return Response.list(sources.map { ["id": .id($0.id), "name": .text($0.name)] }, next: nil, in: request)
        }
        routes.post("/sources") { request, visit in
            let id = try await saveSource(nil, request, visit)
            return Response.created(["id": .id(id)], at: "/v1/sources/\(id)")
        }
        routes.put("/sources/:id") { request, visit in
            _ = try await saveSource(try visit.id(), request, visit)
            return Response.done
        }
    }

    private func saveSource(_ id: Source.ID?, _ request: Request, _ visit: Visit) async throws -> Source.ID {
        let input = Input(try await request.json())
        let command = SaveSource(source: id, name: try input.required("name", input.text("name", most: 200)))
        try input.check()
        return try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey).source
    }

    private func addCampaigns(to routes: RouterGroup<Visit>) {
        routes.get("/campaigns") { request, visit in
            let campaigns = try await site.app.fetch(CampaignList(), as: visit.actor)
            return Response.list(campaigns.map { .campaign($0) }, next: nil, in: request)
        }
        routes.post("/campaigns") { request, visit in
            let id = try await saveCampaign(nil, request, visit)
            return Response.created(["id": .id(id)], at: "/v1/campaigns/\(id)")
        }
        routes.put("/campaigns/:id") { request, visit in
            _ = try await saveCampaign(try visit.id(), request, visit)
            return Response.done
        }
    }

    private func saveCampaign(_ id: Campaign.ID?, _ request: Request, _ visit: Visit) async throws -> Campaign.ID {
        let input = Input(try await request.json())
        let command = SaveCampaign(
            campaign: id,
            name: try input.required("name", input.text("name", most: 200)),
            source: input.id("source"),
            productClass: input.id("productClass"),
            cost: input.money("cost"),
            startsAt: input.time("startsAt"),
            endsAt: input.time("endsAt"),
            owner: input.id("owner")
        )
        try input.check()
        return try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey).campaign
    }

    private func addProductClasses(to routes: RouterGroup<Visit>) {
        routes.get("/product-classes") { request, visit in
            let classes = try await site.app.fetch(ProductClassList(), as: visit.actor)
            return Response.list(
                classes.map { ["id": .id($0.id), "name": .text($0.name), "defaultValue": .money($0.defaultValue)] },
                next: nil,
                in: request
            )
        }
        routes.post("/product-classes") { request, visit in
            let id = try await saveProductClass(nil, request, visit)
            return Response.created(["id": .id(id)], at: "/v1/product-classes/\(id)")
        }
        routes.put("/product-classes/:id") { request, visit in
            _ = try await saveProductClass(try visit.id(), request, visit)
            return Response.done
        }
    }

    private func saveProductClass(
        _ id: ProductClass.ID?,
        _ request: Request,
        _ visit: Visit
    ) async throws -> ProductClass.ID {
        let input = Input(try await request.json())
        let command = SaveProductClass(
            productClass: id,
            name: try input.required("name", input.text("name", most: 200)),
            defaultValue: input.money("defaultValue")
        )
        try input.check()
        return try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey).productClass
    }
}

extension JSONValue {
    fileprivate static func campaign(_ campaign: CampaignRecord) -> JSONValue {
        [
            "id": .id(campaign.id), "name": .text(campaign.name), "source": .id(campaign.source),
            "productClass": .id(campaign.productClass),
            "cost": .money(campaign.currency.map { Money(minor: campaign.cost, currency: $0) }),
            "startsAt": .time(campaign.startsAt), "endsAt": .time(campaign.endsAt),
            "owner": .id(campaign.owner),
        ]
    }
}
