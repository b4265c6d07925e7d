import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Reading leads: the list with its filters, one lead, what happened to it.
struct LeadAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/leads") { request, visit in try await list(request, visit) }
        routes.get("/leads/:id") { request, visit in
            let detail = try await detail(visit)
            return Response.json(.lead(detail), headers: [.eTag: "\"\(detail.lead.version)\""])
        }
        routes.get("/leads/:id/timeline") { request, visit in
            Response.json(["items": .array(JSONValue.timeline(try await detail(visit)))])
        }
    }

    private func detail(_ visit: Visit) async throws -> LeadDetail.Answer {
        try await site.app.fetch(LeadDetail(lead: try visit.id()), as: visit.actor)
    }

    private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.actor
        let query = QueryInput(request)
        let filter = try LeadFilter(query, me: actor.user)
        let fields = query.fields(of: JSONValue.leadFields)
        let wantsTotal = query.flag("total") ?? false
        try query.check()
        var list = LeadList(filter)
        list.isStrict = true
        let answer = try await site.app.fetch(list, as: actor)
        let items = answer.rows.map { row in
            let lead = JSONValue.lead(row, answer.directory, answer.policy)
            return fields.map(lead.only) ?? lead
        }
        return .list(
            items,
            next: answer.next.map { PageCursor($0, filter.sort).text },
            in: request,
            total: wantsTotal ? answer.count : nil
        )
    }
}

/// Where the next page begins, as clients carry it; only good for the order that it comes from.
private struct PageCursor {
    let cursor: LeadFilter.Cursor
    let sort: LeadFilter.Sort

    init(_ cursor: LeadFilter.Cursor, _ sort: LeadFilter.Sort) {
        self.cursor = cursor
        self.sort = sort
    }

    init?(_ text: String, _ sort: LeadFilter.Sort) {
        let parts = text.split(separator: ".")
        guard parts.count == 3, parts[0] == sort.rawValue, let key = Int64(parts[1]), let id = Lead.ID(String(parts[2]))
        else { return nil }
        self.init(LeadFilter.Cursor(key: key, id: id), sort)
    }

    var text: String { "\(sort.rawValue).\(cursor.key).\(cursor.id)" }
}

extension LeadFilter {
    /// The filter grammar of the API: one parameter each, all must hold; `status` takes several.
    fileprivate init(_ query: QueryInput, me: User.ID?) throws {
        self.init()
        text = query.text("q")
        statuses = query.list("status").map { Status(rawValue: $0) }
        owner = query.text("owner").flatMap { text in
            let owner = text == "me" ? me.map(Owner.person) : Owner(text)
            if owner == nil { query.note("owner", "Say who: me, person:<id> or pool:<id>.") }
            return owner
        }
        source = query.id("source")
        campaign = query.id("campaign")
        productClass = query.id("productClass")
        grade = query.word("grade")
        open = query.flag("open")
        question = try query.text("where").map { try Condition(json: $0) }
        createdFrom = query.time("createdFrom")
        createdBefore = query.time("createdBefore")
        sort = query.word("sort") ?? .newest
        limit = query.integer("limit", in: 1...200) ?? 50
        after = query.text("cursor").flatMap { text in
            let cursor = PageCursor(text, sort)
            if cursor == nil { query.note("cursor", "This is no cursor of a list in this order.") }
            return cursor?.cursor
        }
    }
}
