/// `/settings/process`: the policy that decisions run under now, to read.
struct ProcessView: Page {
    static let template = "settings/process"
    var page: PageFrame
    var tabs: [TabView]
    var name: String
    /// "Version 3".
    var version: String
    /// Where it is edited; nil for those who may not, and for versions of the past.
    var edit: String?
    /// Back to the version in force; nil when this is it.
    var former: String?
    var diagram: DiagramView
    var steps: [ProcessStepRow]
    var gate: [FactView]
    /// The custom fields with their kinds.
    var fields: [FactView]
    var hasFields: Bool
    var calendar: CalendarView
    var stages: [StatusView]
    var reasons: [ReasonList]
    /// The latest first.
    var versions: [PolicyVersionRow]
}

/// A version of the policy: who put it in force, and when.
struct PolicyVersionRow: Encodable {
    var version: String
    var href: String
    var who: String
    var when: MomentView
    /// The one that the page shows.
    var current: Bool
}

struct ProcessStepRow: Encodable {
    var status: StatusView
    /// What the status means to the rules, "Nobody has tried to reach them yet".
    var meaning: String
    var moves: [StatusView]
    /// "First response within 4 working hours"; nil where no clock runs.
    var clock: String?
    /// "First contact, due after 4 working hours".
    var nextStep: String?
    /// "Company, Budget"; nil where nothing is required.
    var requires: String?
}

struct CalendarView: Encodable {
    var name: String
    var zone: String
    /// Monday to Sunday with their hours, "09:00–17:00" or "closed".
    var days: [FactView]
    var holidays: [String]
    var hasHolidays: Bool
}

struct ReasonList: Encodable {
    var label: String
    var reasons: [String]
}

/// The lead process as a drawing: everything is placed already, the template only writes it down.
struct DiagramView: Encodable {
    var width: Int
    var height: Int
    /// The drawing in a sentence, for those who do not see it.
    var description: String
    var edges: [DiagramEdge]
    var nodes: [DiagramNode]
}

struct DiagramNode: Encodable {
    var code: String
    var tone: String
    /// The label in one or two lines.
    var lines: [DiagramLine]
    var left: Int
    var top: Int
    var width: Int
    var height: Int
}

struct DiagramLine: Encodable {
    var text: String
    var x: Int
    var y: Int
}

struct DiagramEdge: Encodable {
    var from: String
    var to: String
    /// SVG path data.
    var path: String
    /// `ahead`, `back` or `aside` (into nurture or a closed status).
    var tone: String
    /// There is a move each way: the line has a head at both ends.
    var bothWays: Bool
}
