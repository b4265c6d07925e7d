import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// `/account/notices`: how one wants to be told of what.
struct NoticeChoicePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/account/notices") { _, visit in
            let mine = try await site.app.fetch(MyNoticeChoices(), as: visit.actor)
            return try site.page(view(.noticeChoices(mine.ways, TimeOfDay.text(mine.minute)), visit))
        }
        routes.post("/account/notices") { _, visit in
            let form = visit.form
            let ways = Dictionary(
                uniqueKeysWithValues: NoticeKind.allCases.compactMap { kind in
                    NoticeWay(rawValue: form[kind.rawValue]).map { (kind, $0) }
                }
            )
            return try await site.answer(.noticeChoices(ways, form["digestAt"])) { shown in
                view(shown, visit)
            } by: {
                let command = ChooseNotices(ways: ways, minute: TimeOfDay.minute(form["digestAt"]) ?? -1)
                try await site.app.perform(command, as: visit.actor)
                return Response.redirect(to: "/account", flash: FlashView(message: "Saved"))
            }
        }
    }

    private func view(_ form: FormView, _ visit: Visit) -> NoticeChoicesView {
        NoticeChoicesView(page: site.frame("How you are told", visit), form: form)
    }
}

struct NoticeChoicesView: Page {
    static let template = "account-notices"
    var page: PageFrame
    var form: FormView
}

extension FormView {
    fileprivate static func noticeChoices(_ ways: [NoticeKind: NoticeWay], _ digestAt: String) -> FormView {
        FormView(
            id: "notice-choices",
            action: "/account/notices",
            fields: NoticeKind.allCases.map { kind in
                .select(
                    kind.rawValue,
                    kind.label,
                    options: NoticeWay.allCases.map {
                        Option(value: $0.rawValue, label: $0.label, chosen: $0 == ways[kind] ?? .page)
                    }
                )
            } + [
                .input(
                    "digestAt",
                    "The daily mail comes at",
                    value: digestAt,
                    type: "time",
                    hint: "On your working days, in your own time.",
                    required: true
                )
            ],
            submit: "Save",
            intro: "Baton tells you of everything on its page. Mail at once waits for your working hours.",
            cancel: "/account"
        )
    }
}

/// A time of the day as a form has it, `08:30`.
enum TimeOfDay {
    static func text(_ minute: Int) -> String {
        let parts = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }

    static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard parts.count >= 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
