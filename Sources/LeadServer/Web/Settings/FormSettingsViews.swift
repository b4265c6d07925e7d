/// `/settings/forms`: the public forms through which inquiries come.
struct FormListView: Page {
    static let template = "settings/forms"
    var page: PageFrame
    var tabs: [TabView]
    var forms: [FormRow]
    var isEmpty: Bool
}

struct FormRow: Encodable {
    var name: String
    var href: String
    var source: String
    var campaign: String?
    var productClass: String?
    var state: StatusView
}

/// `/settings/forms/{id}`: how a web site uses the form.
struct FormSettingsView: Page {
    static let template = "settings/public-form"
    var page: PageFrame
    var tabs: [TabView]
    var name: String
    var state: StatusView
    var facts: [FactView]
    /// The ready-made page with this form.
    var address: String
    /// HTML to put into a page of one's own, shown as text.
    var snippet: String
    /// Where the form is changed.
    var edit: String
}
