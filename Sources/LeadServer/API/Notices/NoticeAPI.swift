import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// What one was told.
struct NoticeAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/notices") { request, visit in
            let query = QueryInput(request)
            let unread = query.flag("unread") ?? false
            try query.check()
            let answer = try await site.app.fetch(NoticeList(), as: visit.actor)
            let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
            let items = answer.notices.filter { !unread || $0.readAt == nil }.map { JSONValue.notice($0, words) }
            return Response.json(["items": .list(items), "unread": .int(answer.unread)])
        }
        routes.post("/notices/reading") { request, visit in
            let input = Input(try await request.json())
            let command = ReadAllNotices(until: input.time("until"))
            try input.check()
            try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
        routes.post("/notices/:id/reading") { request, visit in
            try Input(try await request.json()).check()
            try await site.app.perform(ReadNotice(notice: visit.id()), as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
    }
}

extension JSONValue {
    fileprivate static func notice(_ notice: NoticeRow, _ words: Wording) -> JSONValue {
        let it = notice.details
        return [
            "id": .id(notice.id), "kind": .text(notice.kind.rawValue), "lead": .id(notice.lead), "at": .time(notice.at),
            "readAt": .time(notice.readAt), "sentence": .text(words.sentence(notice)),
            "clock": .text(it.clock?.rawValue), "level": .int(it.level), "held": .text(it.held?.description),
            "holds": .text(it.holds?.description), "reason": .text(it.reason?.rawValue), "by": .id(it.by),
        ]
    }
}
