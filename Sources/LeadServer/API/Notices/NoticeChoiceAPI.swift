import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// How one wants to be told of what.
struct NoticeChoiceAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/notice-choices") { _, visit in
            let mine = try await site.app.fetch(MyNoticeChoices(), as: visit.actor)
            let ways = NoticeKind.allCases.map { kind in
                JSONValue.Member(name: kind.rawValue, value: .text((mine.ways[kind] ?? .page).rawValue))
            }
            return Response.json(["ways": .object(ways), "digestAt": .text(TimeOfDay.text(mine.minute))])
        }
        routes.put("/notice-choices") { request, visit in
            let input = Input(try await request.json())
            var ways: [NoticeKind: NoticeWay] = [:]
            if let part = input.object("ways") {
                for kind in NoticeKind.allCases { ways[kind] = part.word(kind.rawValue) }
            }
            let text = input.text("digestAt", most: 5)
            try input.check()
            let minute = text.map { TimeOfDay.minute($0) ?? -1 } ?? ChooseNotices.usualMinute
            let command = ChooseNotices(ways: ways, minute: minute)
            try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
    }
}
