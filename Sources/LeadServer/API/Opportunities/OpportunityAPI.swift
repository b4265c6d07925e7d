import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Deals: what leads became, and where each is in the sales process.
struct OpportunityAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/opportunities") { request, visit in try await list(request, visit) }
        routes.get("/opportunities/:id") { _, visit in
            let detail = try await site.app.fetch(OpportunityDetail(opportunity: try visit.id()), as: visit.actor)
            return Response.json(.opportunity(detail))
        }
        routes.post("/opportunities") { request, visit in try await convert(request, visit) }
        act(routes, "stage") { deal, input in
            MoveOpportunity(opportunity: deal, stage: try input.required("stage", input.text("stage")))
        }
        act(routes, "win") { deal, input in WinOpportunity(opportunity: deal, amount: input.money("amount")) }
        act(routes, "loss") { deal, input in
            let loss = OpportunityEvent.Loss(
                reason: try input.reason(),
                competitor: input.text("competitor", most: 200),
                rank: input.integer("rank").map { Int($0) }
            )
            return LoseOpportunity(opportunity: deal, loss: loss)
        }
        act(routes, "amount") { deal, input in
            AmendOpportunity(opportunity: deal, amount: try input.required("amount", input.money("amount")))
        }
        act(routes, "leads") { deal, input in
            AddLeadToOpportunity(
                opportunity: deal,
                lead: try input.required("lead", input.id("lead")),
                otherAccounts: input.flag("otherAccounts") ?? false
            )
        }
        act(routes, "notes") { deal, input in
            AddDealNote(opportunity: deal, text: try input.required("text", input.text("text", most: AddNote.most)))
        }
        act(routes, "undo") { deal, input in
            UndoConversion(opportunity: deal, confirmed: input.flag("confirmed") ?? false)
        }
    }

    private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = QueryInput(request)
        var filter = OpportunityFilter()
        filter.stage = query.text("stage")
        filter.owner = query.id("owner")
        filter.kind = query.word("kind")
        filter.before = query.id("cursor")
        filter.limit = query.integer("limit", in: 1...200) ?? 50
        try query.check()
        let answer = try await site.app.fetch(OpportunityList(filter), as: visit.actor)
        return .list(answer.rows.map { .opportunity($0) }, next: answer.next?.description, in: request)
    }

    /// Leads become one deal.
    private func convert(_ request: Request, _ visit: Visit) async throws -> Response {
        let input = Input(try await request.json())
        let command = ConvertLeads(
            leads: try input.required("leads", input.ids("leads")),
            name: try input.required("name", input.text("name", most: 500)),
            product: input.text("product", most: 200),
            lines: try input.lines(),
            amount: input.money("amount"),
            closeOn: input.time("closeOn"),
            owner: input.id("owner"),
            otherAccounts: input.flag("otherAccounts") ?? false
        )
        try input.check()
        let outcome = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
        return .created(["id": .id(outcome.opportunity)], at: "/v1/opportunities/\(outcome.opportunity)")
    }

    private func act<Act: Command>(
        _ routes: RouterGroup<Visit>,
        _ name: String,
        _ read: @escaping @Sendable (Opportunity.ID, Input) throws -> Act
    ) where Act.Outcome == OpportunityOutcome {
        routes.post("/opportunities/:id/\(name)") { request, visit in
            let input = Input(try await request.json())
            let act = try read(try visit.id(), input)
            try input.check()
            let outcome = try await site.app.perform(act, as: visit.actor, key: request.idempotencyKey)
            return Response.json([
                "opportunity": .id(outcome.opportunity), "stage": .text(outcome.stage),
                "kind": .text(outcome.kind.rawValue),
            ])
        }
    }
}

extension Input {
    /// `[{"product": "GPS One", "quantity": 10, "amount": {…}}]`.
    fileprivate func lines() throws(Refusal) -> [ConvertLeads.Line] {
        var lines: [ConvertLeads.Line] = []
        for item in items("lines") {
            lines.append(
                ConvertLeads.Line(
                    product: try item.required("product", item.text("product", most: 200)),
                    quantity: item.integer("quantity").map { Int($0) } ?? 1,
                    amount: item.money("amount")
                )
            )
        }
        return lines
    }
}
