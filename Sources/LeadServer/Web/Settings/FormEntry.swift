import LeadApp
import LeadCore
import LeadStore

/// What stands in the form that makes or changes a public form, as text.
struct FormEntry {
    var name = ""
    var source = ""
    var campaign = ""
    var productClass = ""
    var intent = ""
    var redirectURL = ""
    /// One host a line.
    var hosts = ""
    var isActive = true

    init() {}

    init(_ form: FormRecord) {
        name = form.name
        source = "\(form.source)"
        campaign = form.campaign.map { "\($0)" } ?? ""
        productClass = form.productClass.map { "\($0)" } ?? ""
        intent = form.intent?.rawValue ?? ""
        redirectURL = form.redirectURL ?? ""
        hosts = form.hosts.joined(separator: "\n")
        isActive = form.active
    }

    init(_ form: SubmittedForm) {
        name = form["name"]
        source = form["source"]
        campaign = form["campaign"]
        productClass = form["productClass"]
        intent = form["intent"]
        redirectURL = form["redirectURL"]
        hosts = form["hosts"]
        isActive = form["active"] != "no"
    }

    func command(for form: Form.ID?) throws(Refusal) -> SaveForm {
        guard let source = Source.ID(source) else {
            throw .invalid("/source", "Choose a source: each lead needs one.")
        }
        return SaveForm(
            form: form,
            name: name,
            source: source,
            campaign: Campaign.ID(campaign),
            productClass: ProductClass.ID(productClass),
            intent: Intent(rawValue: intent),
            redirectURL: redirectURL.trimmed,
            hosts: hosts.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init),
            active: isActive
        )
    }
}

extension FormView {
    static func publicForm(_ id: Form.ID?, _ entry: FormEntry, _ choices: Choices.Answer) -> FormView {
        FormView(
            id: "public-form",
            action: id.map { "/settings/forms/\($0)" } ?? "/settings/forms",
            fields: [
                .input("name", "Name", value: entry.name, hint: "The title of our own page with it.", required: true),
                .select(
                    "source",
                    "Source",
                    options: Option.named(choices.sources, chosen: entry.source, none: "Choose a source"),
                    required: true
                ),
                .select(
                    "campaign",
                    "Campaign",
                    options: Option.named(choices.campaigns, chosen: entry.campaign, none: "None")
                ),
                .select(
                    "productClass",
                    "Product class",
                    options: Option.named(choices.productClasses, chosen: entry.productClass, none: "The usual one")
                ),
                .select(
                    "intent",
                    "Who sends it wants",
                    options: Option.intents(chosen: entry.intent),
                    hint: "A brochure form makes no lead by itself."
                ),
                .input(
                    "redirectURL",
                    "Where visitors go afterwards",
                    value: entry.redirectURL,
                    hint: "An address such as https://example.com/thanks. Empty: our own page says thank you.",
                    keyboard: "url",
                    wide: true
                ),
                .area(
                    "hosts",
                    "Hosts that may show the form in a frame",
                    value: entry.hosts,
                    hint: "One a line, such as www.example.com."
                ),
                .choice(
                    "active",
                    "The form is",
                    options: [
                        Option(value: "yes", label: "Open", chosen: entry.isActive),
                        Option(value: "no", label: "Closed", chosen: !entry.isActive),
                    ]
                ),
            ],
            submit: "Save",
            cancel: id.map { "/settings/forms/\($0)" } ?? "/settings/forms"
        )
    }
}
