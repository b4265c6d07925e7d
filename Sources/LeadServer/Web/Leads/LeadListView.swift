/// `/leads`: search, filters, saved views and a table that turns pages by key, not by number.
struct LeadListView: Page {
    static let template = "leads/list"
    var page: PageFrame
    /// "1,204 leads".
    var total: String
    /// The user's saved views and the built-in ones.
    var views: [ViewTab]
    /// The search words (`q`).
    var query: String
    /// What a new filter keeps: view and sort.
    var kept: [HiddenField]
    /// `status`, `owner`, `source`, `campaign`, `class`, `grade` (selects) and `from`, `to` (dates).
    var filters: [Field]
    /// The rows of a condition beside them.
    var conditions: ConditionForm
    /// The condition in words; nil when there is none.
    var question: String?
    /// How many filters are set, "2"; nil when none.
    var filterCount: String?
    /// Where "clear" leads.
    var clear: String
    var columns: [SortColumn]
    var rows: [LeadListRow]
    var isEmpty: Bool
    /// The next page by key; nil on the last one.
    var next: String?
    /// Back to the first page; nil on it.
    var first: String?
    /// The same question as a file; nil for those who may not take data out.
    var csv: String?
    /// The present query string, kept in the form that saves a view.
    var state: String
}

struct ViewTab: Encodable {
    var name: String
    var href: String
    var current = false
    /// Deletes the view (POST); nil for a built-in one.
    var removal: String?
}

struct SortColumn: Encodable {
    var label: String
    /// Sorts by this column; nil when it cannot.
    var href: String?
    /// `ascending` or `descending`; nil when not sorted by it.
    var order: String?
    /// True for numbers, which align right.
    var numeric = false
}

struct LeadListRow: Encodable {
    var href: String
    var name: String
    var account: String?
    var productClass: String
    var status: StatusView
    var grade: GradeView?
    var owner: HolderView
    /// Who answers for it in marketing, when that is somebody else.
    var marketingOwner: String?
    var source: String
    /// What was said that it is worth, else what its product class is.
    var value: String?
    /// That times the chance of a sale; nil while nobody knows.
    var expected: String?
    var nextStep: String?
    var due: MomentView?
    /// `late`, `warn` or `ok`.
    var dueTone = "ok"
    var created: MomentView
}
