import LeadApp
import LeadCore
import LeadStore

extension FormListView {
    init(_ forms: [FormRecord], _ choices: Choices.Answer, tabs: [TabView], frame: PageFrame) {
        self.init(
            page: frame,
            tabs: tabs,
            forms: forms.map { FormRow($0, choices) },
            isEmpty: forms.isEmpty
        )
    }
}

extension FormRow {
    fileprivate init(_ form: FormRecord, _ choices: Choices.Answer) {
        self.init(
            name: form.name,
            href: "/settings/forms/\(form.id)",
            source: choices.sources.name(form.source) ?? "",
            campaign: choices.campaigns.name(form.campaign),
            productClass: choices.productClasses.name(form.productClass),
            state: form.state
        )
    }
}

extension FormSettingsView {
    init(_ form: FormRecord, at address: String, _ choices: Choices.Answer, tabs: [TabView], frame: PageFrame) {
        self.init(
            page: frame,
            tabs: tabs,
            name: form.name,
            state: form.state,
            facts: [
                FactView(label: "Source", value: choices.sources.name(form.source) ?? ""),
                FactView(label: "Campaign", value: choices.campaigns.name(form.campaign) ?? "None"),
                FactView(label: "Class", value: choices.productClasses.name(form.productClass) ?? "The usual one"),
                FactView(label: "Afterwards", value: form.redirectURL ?? "Our own page says thank you"),
                FactView(label: "Frames", value: form.hosts.isEmpty ? "No host" : form.hosts.joined(separator: ", ")),
            ],
            address: address,
            snippet: FormSnippet.html(action: address),
            edit: "/settings/forms/\(form.id)/edit"
        )
    }
}

extension FormRecord {
    fileprivate var state: StatusView {
        active
            ? StatusView(code: "open", label: "Open", tone: "won")
            : StatusView(code: "closed", label: "Closed", tone: "closed")
    }
}

extension Array {
    /// The name of one of several named things.
    fileprivate func name<Entity>(_ id: Identifier<Entity>?) -> String? where Element == Named<Entity> {
        first { $0.id == id }?.name
    }
}

/// The form as HTML for a page of one's own.
enum FormSnippet {
    static func html(action: String) -> String {
        """
        <form action="\(action)" method="post" accept-charset="utf-8">
          <p><label>Name<br><input name="name" autocomplete="name" required></label></p>
          <p><label>E-mail<br><input name="email" type="email" autocomplete="email" required></label></p>
          <p><label>Company<br><input name="company" autocomplete="organization"></label></p>
          <p><label>Phone<br><input name="phone" type="tel" autocomplete="tel"></label></p>
          <p><label>Message<br><textarea name="message" rows="4"></textarea></label></p>
          <!-- People do not see this field; what fills it in is held back. -->
          <p hidden><label>Leave this empty <input name="\(FormReading.honeypot)" tabindex="-1" autocomplete="off"></label></p>
          <p><button>Send</button></p>
        </form>
        """
    }
}
