import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Who stands in for whom.
struct AssistantAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/people/:id/assistants") { request, visit in
            let list = try await site.app.fetch(AssistantList(of: try visit.id()), as: visit.actor)
            return Response.list(list.map { .assistant($0) }, next: nil, in: request)
        }
        routes.post("/people/:id/assistants") { request, visit in
            let input = Input(try await request.json())
            let command = AppointAssistant(
                person: try visit.id(),
                assistant: try input.required("assistant", input.id("assistant")),
                from: input.time("from"),
                until: input.time("until")
            )
            try input.check()
            try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
        routes.delete("/people/:id/assistants/:assistant") { _, visit in
            let command = DismissAssistant(person: try visit.id(), assistant: try visit.id("assistant"))
            try await site.app.perform(command, as: visit.actor)
            return Response.done
        }
    }
}

extension JSONValue {
    fileprivate static func assistant(_ record: AssistantRecord) -> JSONValue {
        [
            "person": .id(record.person), "assistant": .id(record.assistant), "from": .time(record.from),
            "until": .time(record.until),
        ]
    }
}
