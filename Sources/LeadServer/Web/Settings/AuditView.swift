/// `/settings/audit`: what was done to the workspace or refused, by page and by person.
struct AuditView: Page {
    static let template = "settings/audit"
    var page: PageFrame
    var tabs: [TabView]
    /// GET `person`: whose lines alone.
    var person: Field
    var lines: [AuditRow]
    var isEmpty: Bool
    /// The older lines; nil on the last page.
    var next: String?
    /// Back to the newest; nil on the first page.
    var first: String?
}

struct AuditRow: Encodable {
    var at: MomentView
    var who: String
    /// "Save pool".
    var what: String
    /// What it was done to; nil when the act says it.
    var subject: String?
    /// Why it was refused; nil when it was done.
    var refused: StatusView?
}
