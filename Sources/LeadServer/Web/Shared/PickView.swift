import LeadApp
import LeadCore
import LeadStore

/// A page on which a lead is searched and picked, for what needs another lead; it works without a script.
struct PickView: Page {
    static let template = "leads/pick"
    var page: PageFrame
    /// "Merge into this lead".
    var title: String
    /// The way here: the lead or deal that it is about.
    var subject: LinkView
    /// "Leads" or "Deals", and where they are.
    var place: LinkView
    var status: StatusView
    /// Where the search leads: this page.
    var search: String
    var query: String
    /// Said when nothing was found.
    var nothing: String
    /// Nil while there is nothing to pick.
    var form: FormView?
    /// What the search is called for those who do not see it.
    var searchLabel = "Find the other lead"
}

extension Field {
    /// Ticks, or one choice, of things that have more than a name.
    static func pick(_ name: String, _ label: String, options: [Option], many: Bool) -> Field {
        Field(
            template: "form/pick",
            id: "field-\(name)",
            name: name,
            label: label,
            type: many ? "checkbox" : "radio",
            options: options,
            wide: true
        )
    }

    /// One tick that confirms something unusual.
    static func confirm(_ name: String, _ label: String, isTicked: Bool = false) -> Field {
        .pick(name, "Confirm", options: [Option(value: "true", label: label, chosen: isTicked)], many: true)
    }
}

extension Option {
    /// A lead to be picked.
    static func lead(_ row: LeadRow, chosen: Bool, _ words: Wording) -> Option {
        Option(
            value: "\(row.id)",
            label: row.displayName,
            chosen: chosen,
            hint: [row.account, row.productClass, words.status(row.status).label, words.directory.name(row.owner)]
                .compactMap { $0 }.joined(separator: " · ")
        )
    }
}
