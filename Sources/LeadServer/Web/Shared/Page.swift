/// A value that one template shows: everything on the page is a stored property, already worded for its reader.
///
/// Templates read stored properties only (through `Encodable`), so a view keeps texts, flags and links, never computes them.
protocol Page: Encodable {
    /// The template's name below `Resources/templates`, without its extension.
    static var template: String { get }
    var page: PageFrame { get }
}

/// What surrounds the content of every page: title, session, navigation and the message after an act.
struct PageFrame: Encodable {
    /// The page's name; the browser shows it as `title · Baton`.
    var title: String
    /// The session's token; every form carries it as `_csrf`, htmx sends it as `X-CSRF-Token`.
    var csrf: String
    /// `light`, `dark` or `auto`, from the cookie `theme`.
    var theme = "auto"
    /// Nil when signed out: the page then has neither navigation nor search.
    let user: UserView?
    let signedIn: Bool
    /// The entries that this user's role may open, in order.
    var navigation: [NavigationItem]
    /// Shown once after a redirect.
    var flash: FlashView?
    /// What stands in the search box.
    var search = ""

    init(title: String, csrf: String, user: UserView? = nil, navigation: [NavigationItem] = []) {
        self.title = title
        self.csrf = csrf
        self.user = user
        self.signedIn = user != nil
        self.navigation = navigation
    }
}

struct UserView: Encodable {
    var name: String
    /// The role in words, such as "Inside sales".
    var role: String
    var initials: String
    /// 0–7, picks the avatar's colour; any stable hash of the user's id.
    var hue: Int
}

struct NavigationItem: Encodable {
    var label: String
    var href: String
    /// Lucide name in the icon sprite.
    var icon: String
    var current = false
    /// A small number beside the label: how many notices are unread.
    var badge: String?
    /// True for the entries that stay on a phone's bottom bar (at most four); the others move into its menu.
    var primary = true
}

/// The sentence after an act, announced through `role=status`.
struct FlashView: Encodable {
    /// `success`, `info`, `warning` or `danger`.
    var tone = "success"
    var message: String
    var link: LinkView?
}

struct LinkView: Encodable {
    var label: String
    var href: String
}
