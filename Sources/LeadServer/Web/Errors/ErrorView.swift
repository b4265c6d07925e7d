/// Any page that cannot be shown: not found, forbidden, conflict, internal.
struct ErrorView: Page {
    static let template = "error"
    var page: PageFrame
    /// The HTTP status, "404".
    var code: String
    /// A sentence for people, such as "There is no lead at this address".
    var sentence: String
    /// What is missing or wrong, one a line; may be empty.
    var issues: [String] = []
    var back: LinkView
}
