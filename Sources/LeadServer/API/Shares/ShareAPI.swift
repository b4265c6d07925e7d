import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Links by which partners without accounts work one lead.
struct ShareAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/leads/:id/shares") { request, visit in
            let answer = try await site.app.fetch(LeadShares(lead: visit.id()), as: visit.actor)
            return Response.list(answer.shares.map { .share($0) }, next: nil, in: request)
        }
        routes.post("/leads/:id/shares") { request, visit in
            let input = Input(try await request.json())
            let command = ShareLead(
                lead: try visit.id(),
                partner: try input.required("name", input.text("name", most: 200)),
                email: try input.required("email", input.text("email", most: 320)),
                days: input.integer("days").map { Int(clamping: $0) } ?? 14,
                note: input.text("note")
            )
            try input.check()
            let shared = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.created(
                [
                    "id": .id(shared.share), "path": .text("/p/\(shared.token)"), "expiresAt": .time(shared.expiresAt),
                ],
                at: "/v1/leads/\(shared.lead)/shares"
            )
        }
        routes.delete("/leads/:id/shares/:share") { request, visit in
            let command = RevokeShare(lead: try visit.id(), share: try visit.id("share"))
            try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
    }
}

extension JSONValue {
    fileprivate static func share(_ entry: LeadShares.Entry) -> JSONValue {
        let it = entry.share
        let customer: JSONValue =
            it.customer.map { customer -> JSONValue in
                [
                    "company": .text(customer.company), "person": .text(customer.person), "city": .text(customer.city),
                ]
            } ?? .null
        return [
            "id": .id(it.id), "partner": .id(it.partner), "createdAt": .time(it.createdAt),
            "createdBy": .id(it.createdBy),
            "expiresAt": .time(it.expiresAt), "endedAt": .time(it.endedAt), "outcome": .text(it.outcome?.rawValue),
            "over": .text(entry.end?.rawValue), "path": .text(entry.token.map { "/p/\($0)" }), "customer": customer,
        ]
    }
}
