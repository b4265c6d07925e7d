import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// `/settings/mail`: what waits, what failed with why, what was sent; and trying again.
struct MailPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/mail") { request, visit in
            let tabs = try site.tabs(.mail, visit)
            let query = request.uri.queryParameters
            let state = query["state"].flatMap { MailState(rawValue: String($0)) }
            let before = query["before"].flatMap { Mail.ID(String($0)) }
            let answer = try await site.app.fetch(MailList(state, before: before), as: visit.actor)
            let templates = try await site.app.fetch(MailTemplateList(), as: visit.actor)
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            var view = MailListView(answer, templates, choices, state, tabs: tabs, frame: site.frame("Mail", visit))
            if before != nil { view.first = MailListView.address(of: state, before: nil) }
            return try site.page(view)
        }
        routes.post("/settings/mail/:id/retry") { _, visit in
            try await site.app.perform(RetryMail(mail: try visit.id()), as: visit.actor)
            return Response.redirect(to: "/settings/mail", flash: FlashView(message: "It is tried again now"))
        }
    }
}

/// The mails, the templates they are made with, and how fast answers go out.
struct MailListView: Page {
    static let template = "settings/mail/list"
    var page: PageFrame
    var tabs: [TabView]
    var from: String
    /// "Answered within 2 s half of the time, and 5 s nearly always (20 answers in 30 days)"; nil before there are any.
    var speed: String?
    var states: [TabView]
    var mails: [MailRowView]
    var isEmpty: Bool
    var templates: [MailTemplateRowView]
    var next: String?
    var first: String?

    static func address(of state: MailState?, before: Mail.ID?) -> String {
        let parts = [state.map { "state=\($0.rawValue)" }, before.map { "before=\($0)" }].compactMap { $0 }
        return "/settings/mail" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}

struct MailRowView: Encodable {
    var subject: String
    var purpose: String
    var to: String
    var state: StatusView
    var when: MomentView
    /// What the mail server said, or why it was not sent.
    var why: String?
    var lead: String?
    /// POST tries it again; nil where that makes no sense.
    var retry: String?
}

struct MailTemplateRowView: Encodable {
    var name: String
    var href: String
    var purpose: String
    var scope: String
    var language: String
    var version: Int
    var state: StatusView
}

extension MailListView {
    init(
        _ answer: MailList.Answer,
        _ templates: MailTemplateList.Answer,
        _ choices: Choices.Answer,
        _ state: MailState?,
        tabs: [TabView],
        frame: PageFrame
    ) {
        let time = TimeWords(now: answer.now, zone: answer.policy.calendar.zone)
        self.init(
            page: frame,
            tabs: tabs,
            from: answer.settings.from.mailbox,
            speed: Self.speed(answer.answerTimes),
            states: ([nil] + MailState.allCases).map { Self.tab($0, answer, state) },
            mails: answer.mails.map { MailRowView($0, time) },
            isEmpty: answer.mails.isEmpty,
            templates: templates.templates.map { MailTemplateRowView($0, choices) },
            next: answer.next.map { Self.address(of: state, before: $0) }
        )
    }

    private static func tab(_ state: MailState?, _ answer: MailList.Answer, _ current: MailState?) -> TabView {
        let count = state.map { answer.counts[$0] ?? 0 } ?? answer.counts.values.reduce(0, +)
        return TabView(
            label: "\(state?.label ?? "All") \(count)",
            href: address(of: state, before: nil),
            current: state == current
        )
    }

    private static func speed(_ times: [Span]) -> String? {
        guard let last = times.last else { return nil }
        func words(_ span: Span) -> String {
            span < .minutes(1) ? "\(Double(span.milliseconds / 100) / 10) s" : TimeWords.span(span)
        }
        let half = times[(times.count - 1) / 2]
        let most = times[min(times.count * 95 / 100, times.count - 1)]
        return
            "Answered within \(words(half)) half of the time, \(words(most)) 19 times of 20, \(words(last)) at most: "
            + "\(times.count) in 30 days."
    }
}

extension MailRowView {
    fileprivate init(_ mail: MailRecord, _ time: TimeWords) {
        subject = mail.subject
        purpose = mail.purpose.label
        to = mail.addressName.isEmpty ? mail.address : "\(mail.addressName) <\(mail.address)>"
        state = mail.state.view
        when = time.moment(mail.endedAt ?? mail.createdAt)
        why = mail.state == .sent ? nil : mail.answer?.trimmed
        lead = mail.lead.map(LeadAddress.page)
        switch mail.state {
        case .failed, .bounced, .deferred: retry = "/settings/mail/\(mail.id)/retry"
        case .waiting, .sent, .suppressed: retry = nil
        }
    }
}

extension MailState {
    fileprivate var view: StatusView {
        let tone =
            switch self {
            case .waiting: "open"
            case .sent: "won"
            case .deferred: "active"
            case .failed, .bounced: "offered"
            case .suppressed: "closed"
            }
        return StatusView(code: rawValue, label: label, tone: tone)
    }
}

extension MailTemplateRowView {
    fileprivate init(_ row: TemplateRow, _ choices: Choices.Answer) {
        let it = row.template
        let parts = [
            choices.campaigns.first { $0.id == it.scope.campaign }?.name,
            choices.productClasses.first { $0.id == it.scope.productClass }?.name,
            choices.sources.first { $0.id == it.scope.source }?.name, it.scope.intent?.label,
        ]
        name = it.name
        href = "/settings/mail/templates/\(it.id)"
        purpose = it.purpose.label
        scope = parts.compactMap { $0 }.joined(separator: " · ").trimmed ?? "Everything else"
        language = it.language
        version = it.version
        state =
            it.sends
            ? StatusView(code: "on", label: "Goes out", tone: "won")
            : StatusView(code: "off", label: "Nothing goes out", tone: "closed")
    }
}
