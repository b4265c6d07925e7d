import LeadApp
import LeadCore
import LeadStore

/// `/overdue`: what is late, in whose hands, for how long, and what can be done about it.
struct OverdueView: Page {
    static let template = "overdue"
    var page: PageFrame
    /// "12 leads are late".
    var summary: String
    var isEmpty: Bool
    var rows: [OverdueRow]
    /// "The 200 that are latest are shown"; nil when all are here.
    var cut: String?
}

struct OverdueRow: Encodable {
    var id: String
    var href: String
    var name: String
    var account: String?
    var status: StatusView
    var holder: HolderView
    var clock: ClockView
    /// "since Mon 23 Nov, 09:00".
    var since: MomentView
    var nextStep: String
    /// Nil where the clock can be paused or extended no more.
    var extending: String?
    var assigning: String
    /// POST here makes it one's own; nil when it is already.
    var taking: String?
}

extension OverdueView {
    init(_ answer: OverdueLeads.Answer, me: User.ID?, frame: PageFrame) {
        let words = Wording(
            now: answer.now,
            policy: answer.policy,
            directory: answer.directory,
            calendars: answer.calendars
        )
        page = frame
        isEmpty = answer.leads.isEmpty
        summary = answer.count == 1 ? "1 lead is late" : "\(answer.count) leads are late"
        rows = answer.leads.map { OverdueRow($0, me: me, words) }
        cut = answer.count > rows.count ? "The \(rows.count) that are latest are shown." : nil
    }
}

extension OverdueRow {
    init(_ late: OverdueLead, me: User.ID?, _ words: Wording) {
        let row = late.row
        id = row.id.description
        href = LeadAddress.page(row.id)
        name = row.displayName
        account = row.account
        status = words.status(row.status)
        holder = words.holder(row.owner)
        clock = words.clock(late.clock, of: row.owner, in: row.status)
        since = words.time.moment(late.clock.dueAt)
        nextStep = row.nextStep?.what ?? ""
        let back = "?back=/overdue"
        extending =
            late.clock.kind == .wakeUp ? nil : LeadAddress.act(row.id, LeadVerb.extend.path) + back
        assigning = LeadAddress.act(row.id, LeadVerb.assign.path) + back
        taking = row.owner.person == me ? nil : "/overdue/\(row.id)/taking"
    }
}
