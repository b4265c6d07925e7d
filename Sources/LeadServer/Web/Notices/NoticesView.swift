import LeadApp
import LeadCore
import LeadStore

/// `/notices`: what one was told, unread first.
struct NoticesView: Page {
    static let template = "notices"
    var page: PageFrame
    /// "3 unread"; "nothing unread".
    var summary: String
    var hasUnread: Bool
    /// When this was looked up, in milliseconds: what comes later stays unread.
    var until: String
    var isEmpty: Bool
    var notices: [NoticeView]
}

struct NoticeView: Encodable {
    var id: String
    var icon: String
    /// `bad`, `warn`, `good` or `active`.
    var tone: String
    var name: String
    var account: String?
    /// The lead's page.
    var href: String
    var sentence: String
    var when: MomentView
    var isUnread: Bool
    /// POST here marks it as read.
    var reading: String
}

extension NoticesView {
    init(_ answer: NoticeList.Answer, frame: PageFrame) {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        page = frame
        summary = answer.unread == 0 ? "nothing unread" : "\(answer.unread) unread"
        hasUnread = answer.unread > 0
        until = String(answer.now.milliseconds)
        isEmpty = answer.notices.isEmpty
        notices = answer.notices.map { NoticeView($0, words) }
    }
}

extension NoticeView {
    init(_ notice: NoticeRow, _ words: Wording) {
        id = notice.id.description
        icon = notice.kind.icon
        tone = notice.kind.tone
        let known = notice.name.map { $0.trimmed ?? notice.account ?? "Nobody named" }
        name = known ?? "A lead that is not yours any more"
        account = notice.name?.trimmed == nil ? nil : notice.account
        href = LeadAddress.page(notice.lead)
        sentence = words.sentence(notice)
        when = words.time.moment(notice.at)
        isUnread = notice.readAt == nil
        reading = "/notices/\(notice.id)/reading"
    }
}
