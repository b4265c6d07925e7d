/// `/reports/{name}`: one question with its filters, its picture, its figures and how they are counted.
struct ReportPageView: Page {
    static let template = "reports/page"
    var page: PageFrame
    var title: String
    /// What it tells, in one sentence.
    var summary: String
    /// "As of Sun 22 Nov, 09:30".
    var asOf: String
    /// All reports; this one is current.
    var reports: [ViewTab]
    /// Ways to put it side by side; empty where it cannot be.
    var groupings: [ViewTab]
    /// The address of this report without its query, where the filter form goes.
    var address: String
    var filters: [Field]
    /// What the filter form keeps: the grouping and the order.
    var hidden: [HiddenField]
    var filterCount: String?
    /// The filters that are set, in words.
    var limits: [String]
    var clear: String
    var charts: [ChartView]
    /// Several small charts beside each other on one scale, instead of one large.
    var isSplit: Bool
    var tables: [ReportTableView]
    var isEmpty: Bool
    var definitions: [DefinitionView]
    var csv: String
    var json: String
}

/// A drawing with its heading and key.
///
/// Its markup is made by `Chart`, which escapes every word.
struct ChartView: Encodable {
    var title: String
    var svg: String
    var keys: [ChartKeyView]
}

struct ChartKeyView: Encodable {
    var label: String
    /// `key-fill look-3`, `key-line look-0`: shape and look.
    var style: String
}

struct ReportTableView: Encodable {
    var id: String
    var title: String
    var columns: [SortColumn]
    var rows: [ReportRowView]
    var isEmpty: Bool
    var notes: [String]
}

struct ReportRowView: Encodable {
    var cells: [ReportCellView]
}

struct ReportCellView: Encodable {
    var text: String
    /// The value to its last digit; nil where the text says it all.
    var exact: String?
    var numeric: Bool
    /// The row's name, and so its heading.
    var heading: Bool
    var absent: Bool
}

/// How a figure is counted.
struct DefinitionView: Encodable {
    var term: String
    var meaning: String
}
