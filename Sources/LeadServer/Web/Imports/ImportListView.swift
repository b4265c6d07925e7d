/// `/imports`: the files that were brought in, newest first.
struct ImportListView: Page {
    static let template = "imports/list"
    var page: PageFrame
    var imports: [ImportRow]
    var isEmpty: Bool
}

struct ImportRow: Encodable {
    /// Where it goes on: its mapping, its dry run or its result.
    var href: String
    var name: String
    /// What its rows are: "Leads", "Deals that leads became".
    var kind: String
    var state: StatusView
    /// Rows done of all, 0–1000; nil where nothing runs or ran.
    var progress: Int?
    /// "6,468 rows", "3,204 of 6,468 rows".
    var rows: String
    /// "6,320 new, 130 joined, 18 refused".
    var outcome: String?
    var by: String?
    var created: MomentView
}

/// Where in the course of an import the reader is.
struct ImportStep: Encodable {
    var label: String
    /// Set for those that lie behind and can be gone back to.
    var href: String?
    var isDone = false
    var isCurrent = false
}
