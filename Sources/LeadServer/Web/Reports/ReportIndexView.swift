/// `/reports`: which questions Baton answers.
struct ReportIndexView: Page {
    static let template = "reports/index"
    var page: PageFrame
    var groups: [ReportGroupView]
}

struct ReportGroupView: Encodable {
    var id: String
    var title: String
    var reports: [ReportCardView]
}

struct ReportCardView: Encodable {
    var title: String
    var summary: String
    var href: String
    var icon: String
}
