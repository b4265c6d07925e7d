import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Signals that are no lead yet, what we do towards these people, and making a lead of them.
struct SignalAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/signals") { request, visit in
            let answer = try await site.app.fetch(SignalList(), as: visit.actor)
            return Response.list(answer.places.map { .place($0) }, next: nil, in: request)
        }
        routes.post("/signals/recognition") { request, visit in
            let input = Input(try await request.json())
            let command = RecognizeLead(
                account: try input.required("account", input.id("account")),
                productClass: try input.required("productClass", input.id("productClass"))
            )
            try input.check()
            let captured = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            guard let lead = captured.lead else { throw Refusal.notFound("lead") }
            return Response.created(.captured(captured), at: "/v1/leads/\(lead)")
        }
        routes.post("/touches") { request, visit in
            let input = Input(try await request.json())
            let command = LogTouches(
                contacts: input.ids("contacts") ?? [],
                emails: input.texts("emails") ?? [],
                productClass: try input.required("productClass", input.text("productClass", most: 200)),
                campaign: input.text("campaign", most: 200),
                kind: try input.required("kind", input.word("kind", Touch.Kind.self)),
                at: input.time("at")
            )
            try input.check()
            let outcome = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.json([
                "logged": .int(outcome.logged), "unknown": .list(outcome.unknown.map { .text($0) }),
                "leads": .list(outcome.leads.map { .id($0) }),
            ])
        }
    }
}

extension JSONValue {
    fileprivate static func place(_ place: SignalList.Place) -> JSONValue {
        let (book, recognition) = (place.book, place.book.recognition)
        return [
            "account": .id(book.place.account), "accountName": .text(book.rows.first?.accountName),
            "productClass": .id(book.place.productClass), "productClassName": .text(book.rows.first?.className),
            "points": .int(recognition.points), "threshold": .int(recognition.threshold),
            "touches": .int(recognition.touches), "isLead": .bool(recognition.isLead),
            "signals": .list(book.rows.map { .signal($0, in: recognition) }),
            "unserved": .list(place.unserved.map { .id($0.signal.contact) }),
        ]
    }

    private static func signal(_ row: SignalRow, in recognition: Recognition) -> JSONValue {
        let counted = recognition.evidence.first { $0.signal == row.signal }
        return [
            "response": .id(row.signal.response), "contact": .id(row.signal.contact),
            "contactName": .text(row.contactName), "intent": .text(row.signal.intent.rawValue),
            "campaign": .text(row.campaignName), "at": .time(row.signal.at), "points": .int(counted?.points ?? 0),
        ]
    }
}
