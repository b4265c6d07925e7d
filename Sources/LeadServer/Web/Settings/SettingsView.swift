/// `/settings`: what can be set up, as cards; only those that the role may open.
struct SettingsView: Page {
    static let template = "settings/index"
    var page: PageFrame
    var cards: [SettingsCard]
}

struct SettingsCard: Encodable {
    var label: String
    var href: String
    /// Lucide name in the icon sprite.
    var icon: String
    var sentence: String
    /// How much there is, "12 people"; nil where counting says nothing.
    var count: String?
}

/// A page of settings that is one form: adding or changing something, or confirming a step that cannot be taken back.
struct SettingsFormView: Page {
    static let template = "settings/form"
    var page: PageFrame
    var tabs: [TabView]
    var title: String
    /// The list that this form belongs to.
    var back: LinkView
    var form: FormView
    /// Single-button acts beside the form, such as a new password link.
    var acts: [SettingsAct] = []
}

struct SettingsAct: Encodable {
    var label: String
    /// Where the button posts to.
    var action: String
    var sentence: String
}

/// Something that is shown once and never again: a token, or a link that sets a password.
struct SecretView: Page {
    static let template = "settings/secret"
    var page: PageFrame
    var tabs: [TabView]
    var title: String
    /// Who it is for and what it does.
    var sentence: String
    /// What the field is called: "Token", "Link".
    var label: String
    var secret: String
    /// An example of its use, as text for a terminal; nil where a link says it all.
    var example: String?
    var back: LinkView
}
