/// `/settings/people`: who has an account, in which role, and whether they get leads now.
struct PeopleView: Page {
    static let template = "settings/people"
    var page: PageFrame
    var tabs: [TabView]
    /// "12 people, 10 active".
    var total: String
    var people: [PersonRow]
}

struct PersonRow: Encodable {
    /// Where the person is changed.
    var href: String
    var holder: HolderView
    var email: String
    var role: String
    /// Active, away, without a password yet, or switched off.
    var state: StatusView
    /// More about the state, such as "until Mon 30 Nov".
    var note: String?
    /// True for the reader.
    var isYou = false
}
