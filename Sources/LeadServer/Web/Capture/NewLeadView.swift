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

struct FormSection {
    var title: String
    var hint: String?
    var fields: [Field]
}

struct DuplicateView {
    var lead: LinkView
    var account: String?
    var status: StatusView
    /// "Same e-mail address".
    var reason: String
}

extension NewLeadView {
    /// - Parameters:
    ///   - typed: what was entered, by field name, after a refusal.
    ///   - choices: the options of `source`, `campaign` and `productClass`, with the chosen ones marked.
    static func sections(
        typed: [String: String] = [:],
        sources: [Option],
        campaigns: [Option],
        productClasses: [Option],
        errors: FormErrors? = nil
    ) -> [FormSection] {
        func value(_ name: String) -> String { typed[name] ?? "" }
        let sections = [
            FormSection(
                title: "Person",
                hint: "One way to reach them is enough.",
                fields: [
                    .input("name", "Name", value: value("name"), required: true),
                    .input("title", "Job title", value: value("title")),
                    .input("email", "E-mail", value: value("email"), type: "email", keyboard: "email"),
                    .input("phone", "Phone", value: value("phone"), type: "tel", keyboard: "tel"),
                ]
            ),
            FormSection(
                title: "Company",
                hint: "Leave empty for a private person.",
                fields: [.input("company", "Company", value: value("company"), wide: true)]
            ),
            FormSection(
                title: "Interest",
                hint: nil,
                fields: [
                    .select("productClass", "Product class", options: productClasses, required: true),
                    .select("source", "Source", options: sources, required: true),
                    .select("campaign", "Campaign", options: campaigns, wide: true),
                    .area("need", "What do they need?", value: value("need")),
                    .area("note", "Note for the owner", value: value("note")),
                ]
            ),
        ]
        return sections.map { section in
            var section = section
            section.fields = FormView(id: "", action: "", fields: section.fields, submit: "").marking(errors).fields
            return section
        }
    }
}
