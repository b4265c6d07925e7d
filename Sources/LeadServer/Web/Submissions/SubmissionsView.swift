/// `/submissions`: what came in and became no lead: held back, refused, or not decided yet.
struct SubmissionsView: Page {
    static let template = "submissions/list"
    var page: PageFrame
    var tabs: [TabView]
    /// What this tab holds, in a sentence.
    var intro: String
    var rows: [SubmissionRow]
    var isEmpty: Bool
    /// The title and the sentence where nothing is there.
    var emptyTitle: String
    var emptySentence: String
    /// The next page by key; nil on the last one.
    var next: String?
    /// Back to the first page; nil on it.
    var first: String?
}

struct SubmissionRow: Encodable {
    var id: String
    var received: MomentView
    /// "Form", "API", "Import".
    var channel: String
    /// Lucide name in the icon sprite.
    var icon: String
    /// What the sender called the source; nil when not said.
    var source: String?
    /// Why it is here; nil while nobody has decided.
    var why: String?
    /// The stable code of the reason.
    var code: String?
    /// The content as names and values, where it is such.
    var fields: [FactView]
    var hasFields: Bool
    var content: RawContent
    /// Posting there makes it a lead; nil when it cannot be released.
    var release: String?
    /// The page that asks for a reason; nil when it cannot be dismissed.
    var dismissal: String?
}

/// What arrived, byte for byte as far as it can be shown; inert, since it comes from anybody.
struct RawContent: Encodable {
    var type: String
    /// "1.2 kB".
    var size: String
    /// The beginning, or all of it.
    var excerpt: String
    /// All of it when the excerpt is not; nil otherwise.
    var whole: String?
    /// All of it as a file when it is too much for a list; nil otherwise.
    var file: String?
}

/// `/submissions/{id}/dismissal`: why something that came in will not become a lead.
struct DismissalView: Page {
    static let template = "submissions/dismissal"
    var page: PageFrame
    var form: FormView
}
