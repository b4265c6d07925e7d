import LeadApp
import LeadCore
import LeadStore

/// What stands in the form of a template, as text.
struct MailTemplateEntry {
    var purpose = MailPurpose.answer
    var name = ""
    var language = "en"
    var source = ""
    var campaign = ""
    var productClass = ""
    var intent = ""
    var sends = true
    var marketing = false
    var subject = ""
    var text = ""
    var html = ""
    var files: Set<String> = []

    init(_ template: MailTemplate) {
        purpose = template.purpose
        name = template.name
        language = template.language
        source = template.scope.source?.description ?? ""
        campaign = template.scope.campaign?.description ?? ""
        productClass = template.scope.productClass?.description ?? ""
        intent = template.scope.intent?.rawValue ?? ""
        sends = template.sends
        marketing = template.marketing
        subject = template.subject
        text = template.text
        html = template.html ?? ""
        files = Set(template.files.map(\.description))
    }

    init(_ form: SubmittedForm) {
        purpose = MailPurpose(rawValue: form["purpose"]) ?? .answer
        name = form["name"]
        language = form["language"]
        source = form["source"]
        campaign = form["campaign"]
        productClass = form["productClass"]
        intent = form["intent"]
        sends = form["sends"] != "no"
        marketing = form["marketing"] == "yes"
        subject = form["subject"]
        text = form["text"]
        html = form["html"]
        files = Set(form.all("files"))
    }

    private init(_ purpose: MailPurpose, name: String, subject: String, text: String) {
        self.purpose = purpose
        self.name = name
        self.subject = subject
        self.text = text
    }

    /// Words to begin with.
    static func proposal(_ purpose: MailPurpose) -> MailTemplateEntry {
        switch purpose {
        case .brochure:
            MailTemplateEntry(
                .brochure,
                name: "Brochure",
                subject: "What you asked for: {{lead.productClass}}",
                text: """
                    Hello {{contact.firstName|there}},

                    here is the brochure that you asked for. If you would like to talk to somebody, just answer this mail.
                    """
            )
        case .partner: MailTemplateEntry(MailTemplate.standardPartner)
        default:
            MailTemplateEntry(
                .answer,
                name: "Thank you",
                subject: "Thank you for your inquiry",
                text: """
                    Hello {{contact.firstName|there}},

                    thank you for your inquiry about {{lead.productClass}}. {{owner.name|One of us}} will be in touch with you
                    soon.
                    """
            )
        }
    }

    func command(for template: MailTemplate.ID?) throws(Refusal) -> SaveMailTemplate {
        SaveMailTemplate(
            template: template,
            purpose: purpose,
            name: name,
            language: language,
            scope: .init(
                source: Source.ID(source),
                campaign: Campaign.ID(campaign),
                productClass: ProductClass.ID(productClass),
                intent: Intent(rawValue: intent)
            ),
            sends: sends,
            marketing: marketing,
            subject: subject,
            text: text,
            html: html.trimmed,
            files: files.sorted().compactMap { MailFile.ID($0) }
        )
    }
}

extension MailTemplateEntry {
    func form(_ id: MailTemplate.ID?, _ choices: Choices.Answer, _ known: [MailFileRow]) -> FormView {
        FormView(
            id: "mail-template",
            action: id.map { "/settings/mail/templates/\($0)" } ?? "/settings/mail/templates",
            fields: [
                .select(
                    "purpose",
                    "Sent as",
                    options: MailPurpose.templated.map {
                        Option(value: $0.rawValue, label: $0.label, chosen: $0 == purpose)
                    },
                    hint: "An answer to what becomes a lead, a brochure to who wants no more, or a link for a partner."
                ),
                .input("name", "Name", value: name, hint: "For you; it is not sent.", required: true),
            ] + scope(choices) + words + carried(known),
            submit: "Save",
            cancel: "/settings/mail"
        )
    }

    private func scope(_ choices: Choices.Answer) -> [Field] {
        [
            .select("campaign", "Campaign", options: Option.named(choices.campaigns, chosen: campaign, none: "Any")),
            .select(
                "productClass",
                "Product class",
                options: Option.named(choices.productClasses, chosen: productClass, none: "Any"),
                hint: "The most particular template is sent: campaign, then class, source, intent."
            ),
            .select("source", "Source", options: Option.named(choices.sources, chosen: source, none: "Any")),
            .select("intent", "What they want", options: intents),
            .input("language", "Language", value: language, hint: "en, de, fr: goes before others where it is spoken."),
            .choice(
                "sends",
                "Where it fits",
                options: [
                    Option(value: "yes", label: "It goes out", chosen: sends),
                    Option(value: "no", label: "Nothing goes out", chosen: !sends),
                ]
            ),
            .choice(
                "marketing",
                "It is",
                options: [
                    Option(value: "no", label: "What they asked for", chosen: !marketing),
                    Option(value: "yes", label: "Advertising, with one click to stop it", chosen: marketing),
                ]
            ),
        ]
    }

    private var intents: [Option] {
        [.blank("Anything")]
            + Intent.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0.rawValue == intent) }
    }

    private var words: [Field] {
        let known = MailField.known(to: purpose).map { "{{\($0.rawValue)}}" }.joined(separator: " ")
        return [
            .input("subject", "Subject", value: subject, required: true, wide: true),
            .area(
                "text",
                "Text",
                value: text,
                hint: "Put in: \(known). {{contact.firstName|there}} says what stands there when it is not known.",
                required: true
            ),
            .area("html", "The same as HTML", value: html, hint: "Programs that show no HTML take the text."),
        ]
    }

    private func carried(_ known: [MailFileRow]) -> [Field] {
        guard !known.isEmpty else { return [] }
        return [
            .checks(
                "files",
                "Files",
                options: known.map { file in
                    Option(
                        value: "\(file.id)",
                        label: "\(file.name) · \(ByteWords.size(file.size))",
                        chosen: files.contains("\(file.id)")
                    )
                }
            )
        ]
    }
}
