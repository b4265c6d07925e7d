/// `/check`: what Baton promises about the data, verified just now.
struct CheckView: Page {
    static let template = "check/page"
    var page: PageFrame
    var holds: Bool
    /// "All seven promises hold" or "Two of seven promises are broken".
    var headline: String
    var at: MomentView
    var findings: [FindingView]
    var books: BooksView
}

struct FindingView: Encodable {
    var number: Int
    var title: String
    /// What must hold, in one sentence.
    var says: String
    /// Why it matters, in plain words.
    var meaning: String
    /// "5,345 open leads looked at".
    var checked: String
    var holds: Bool
    /// "3 violations", "100 or more violations"; empty when it holds.
    var count: String
    var violations: [ViolationView]
}

struct ViolationView: Encodable {
    var text: String
    /// To the thing that violates, where it has a page.
    var href: String?
}

/// What came in on the left, what became of it on the right, source by source.
struct BooksView: Encodable {
    var rows: [BookView]
    var total: BookView
    var isEmpty: Bool
}

struct BookView: Encodable {
    var source: String
    var received: String
    /// New leads, joined, contact only, rejected, quarantined, pending.
    var outcomes: [String]
    var sum: String
    var balances: Bool
    /// "balances", "3 missing", "1 too many".
    var verdict: String
}
