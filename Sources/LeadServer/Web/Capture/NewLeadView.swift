import LeadApp
import LeadCore

/// `/leads/new`: a lead typed in by hand.
struct NewLeadView: Page {
    static let template = "leads/new"
    var page: PageFrame
    /// POST /leads with the fields of all sections; 303 to the lead, flash says when it joined an open one.
    var form: FormView
    /// The form's fields by heading: person, company, interest.
    var sections: [FormSection]
    /// Open leads that this may join, found by what was typed; shown above the button.
    var duplicates: [DuplicateView] = []
}

struct FormSection: Encodable {
    var title: String
    var hint: String?
    var fields: [Field]
}

struct DuplicateView: Encodable {
    var lead: LinkView
    var account: String?
    var status: StatusView
    /// "Same e-mail address".
    var reason: String
}

extension NewLeadView {
    /// - Parameter typed: what was entered, after a refusal; options come with the chosen ones marked.
    static func sections(
        typed: SubmittedForm,
        sources: [Option],
        campaigns: [Option],
        productClasses: [Option],
        owners: [Option],
        currency: String,
        fields: [FieldDefinition] = []
    ) -> [FormSection] {
        let custom = FormSection(
            title: "Fields",
            hint: nil,
            fields: fields.map { .custom($0, value: typed[Field.customName($0.key)], currency: currency) }
        )
        return [
            FormSection(
                title: "Person",
                hint: "A name, a company or a way to reach them is enough; what is missing is flagged.",
                fields: [
                    .input("name", "Name", value: typed["name"]),
                    .input("title", "Job title", value: typed["title"]),
                    .input("email", "E-mail", value: typed["email"], type: "email", keyboard: "email"),
                    .input("phone", "Phone", value: typed["phone"], type: "tel", keyboard: "tel"),
                ]
            ),
            FormSection(
                title: "Company",
                hint: "Leave empty for a private person.",
                fields: [.input("company", "Company", value: typed["company"], wide: true)]
            ),
            FormSection(
                title: "Interest",
                hint: nil,
                fields: [
                    .select("intent", "They want", options: Option.intents(chosen: typed["intent"])),
                    .select("productClass", "Product class", options: productClasses, required: true),
                    .select("source", "Source", options: sources, required: true),
                    .select("campaign", "Campaign", options: campaigns),
                    .select("owner", "Owner", options: owners),
                    .input("value", "Value in \(currency)", value: typed["value"], keyboard: "decimal"),
                    .area("message", "What do they need?", value: typed["message"]),
                ]
            ),
        ] + (fields.isEmpty ? [] : [custom])
    }
}
