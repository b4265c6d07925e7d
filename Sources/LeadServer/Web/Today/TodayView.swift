/// `/today`: what this user has to do, most pressing first.
struct TodayView: Page {
    static let template = "today"
    var page: PageFrame
    /// "Sunday 22 November".
    var date: String
    /// "3 overdue, 5 due today, 2 new".
    var summary: String
    /// Overdue, due today, new for me; leave out the empty ones.
    var groups: [TodayGroup]
    /// True when no group has a row.
    var isEmpty: Bool
    /// The attempt form once for the page; the browser sets its action to the selected row's.
    var attempt: FormView
    /// By what waiting costs, or by due time.
    var tabs: [TabView]
    /// What the order rests on; nil where it is by due time.
    var basis: String?
    /// What the user did last, while it can be taken back.
    var undo: CallUndoView?
}

struct TodayGroup: Encodable {
    /// `overdue`, `due` or `new`.
    var id: String
    var title: String
    /// The true number, even when fewer rows are shown.
    var count: String
    var rows: [TodayRow]
    /// To the list with everything in this group; nil when all is shown.
    var more: LinkView?
}

struct TodayRow: Encodable {
    /// The lead's id.
    var id: String
    var href: String
    /// The person, or the lead's title.
    var name: String
    /// The company; nil for a person without one.
    var account: String?
    var productClass: String
    var status: StatusView
    var grade: GradeView?
    /// "Call about the offer".
    var nextStep: String
    var due: MomentView
    /// `late`, `warn` or `ok`.
    var dueTone: String
    var clock: ClockView?
    /// The queue that it waits in, with its duty holder; nil when it is the user's own.
    var queue: HolderView?
    /// For `tel:` and the call button; nil when unknown.
    var phone: String?
    /// Why it stands here: "€ 1,200 expected, loses about € 90 an hour".
    var why: String?
}
