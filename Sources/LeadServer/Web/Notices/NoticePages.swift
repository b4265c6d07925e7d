import Hummingbird
import LeadApp
import LeadCore

struct NoticePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/notices") { _, visit in
            let answer = try await site.app.fetch(NoticeList(), as: visit.actor)
            return try site.page(NoticesView(answer, frame: site.frame("Notices", visit)))
        }
        routes.post("/notices/reading") { _, visit in
            let until = Int64(visit.form["until"]).map { Instant(milliseconds: $0) }
            try await site.app.perform(ReadAllNotices(until: until), as: visit.actor)
            return Response.redirect(to: "/notices", flash: FlashView(message: "All marked as read"))
        }
        routes.post("/notices/:id/reading") { _, visit in
            try await site.app.perform(ReadNotice(notice: visit.id()), as: visit.actor)
            return Response.redirect(to: Link.local(visit.form.text("next"), otherwise: "/notices"))
        }
    }
}
