import LeadApp
import LeadCore
import LeadStore

extension NewLeadView {
    init(
        _ typed: SubmittedForm,
        _ choices: Choices.Answer,
        for actor: Actor,
        refusal: Refusal? = nil,
        frame: PageFrame
    ) {
        let blank = FormView(id: "new-lead", action: "/leads", fields: [], submit: "Create lead", cancel: "/leads")
        let firstClass = choices.productClasses.count == 1 ? choices.productClasses.first?.name : nil
        let sections = Self.sections(
            typed: typed,
            sources: Option.names(choices.sources, chosen: typed.text("source"), none: "Choose …"),
            campaigns: Option.names(choices.campaigns, chosen: typed.text("campaign"), none: "None"),
            productClasses: Option.names(
                choices.productClasses,
                chosen: typed.text("productClass") ?? firstClass,
                none: firstClass == nil ? "Choose …" : nil
            ),
            owners: Option.holders(choices, for: actor, chosen: typed.text("owner")),
            currency: choices.policy.currency,
            fields: choices.policy.process.fields
        )
        var all = blank
        all.fields = sections.flatMap(\.fields)
        let refused = refusal.map { all.refused(by: $0) } ?? all
        page = frame
        form = refused.once()
        self.sections = sections.map { section in
            var section = section
            section.fields = refused.fields.filter { field in section.fields.contains { $0.id == field.id } }
            return section
        }
    }
}

extension Option {
    /// Who may hold a lead that the actor enters: sellers hold it themselves unless they say otherwise.
    fileprivate static func holders(_ choices: Choices.Answer, for actor: Actor, chosen: String?) -> [Option] {
        let mine = actor.user?.description
        let chosen = chosen ?? (actor.role.seesEveryLead ? NewLeadView.byTurn : mine)
        let others = actor.role.may(.reassignLeads) ? choices.people.filter { $0.id != actor.user } : []
        let named = [("Whose turn it is", NewLeadView.byTurn), ("Me", mine ?? "")]
        return (named + others.map { ($0.name, $0.id.description) }).map { label, value in
            Option(value: value, label: label, chosen: value == chosen)
        }
    }
}

extension NewLeadView {
    /// What the form says for nobody in particular; an empty field is one that was not filled in.
    fileprivate static let byTurn = "turn"
}

extension DuplicateView {
    init(_ row: LeadRow, _ answer: LeadList.Answer, reason: String) {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        lead = LinkView(label: row.displayName, href: LeadAddress.page(row.id))
        account = row.account
        status = words.status(row.status)
        self.reason = reason
    }
}

extension CaptureLead {
    /// What the page's form says, kept as it was sent but for the session's token.
    init(typed form: SubmittedForm, currency: String) throws(Refusal) {
        var inquiry = Inquiry()
        inquiry.name = form.text("name")
        inquiry.title = form.text("title")
        inquiry.email = form.text("email")
        inquiry.phone = form.text("phone")
        inquiry.company = form.text("company")
        inquiry.source = form.text("source")
        inquiry.campaign = form.text("campaign")
        inquiry.productClass = form.text("productClass")
        inquiry.owner = form.text("owner").flatMap { $0 == NewLeadView.byTurn ? nil : $0 }
        inquiry.intent = Intent(rawValue: form["intent"])
        inquiry.message = form.text("message")
        inquiry.value = try MoneyWords.typed(form["value"], currency: currency, pointer: "/value")
        let custom = form.fields.filter { $0.name.hasPrefix("field:") && $0.value.trimmed != nil }
        inquiry.fields = Dictionary(custom.map { (String($0.name.dropFirst(6)), $0.value) }) { first, _ in first }
        let raw = form.fields.filter { !$0.name.hasPrefix("_") }
            .map { "\(Link.encode($0.name))=\(Link.encode($0.value))" }.joined(separator: "&")
        self.init(
            raw: Array(raw.utf8),
            contentType: "application/x-www-form-urlencoded",
            channel: .page,
            inquiry: inquiry
        )
    }
}

extension FlashView {
    /// What became of an arrival, and who holds it where one does not see it oneself.
    init(_ captured: Captured, heldBy holder: String? = nil) {
        let whose = holder.map { ", held by \($0)" } ?? ""
        switch captured.outcome {
        case .joined: self.init(tone: "info", message: "There is an open lead already\(whose). This inquiry joined it.")
        case .contactOnly: self.init(tone: "info", message: "The person is kept as a signal, without a lead yet.")
        default: self.init(message: "Lead created\(whose)")
        }
        if let company = captured.company {
            tone = "warning"
            let sentence = CompanyWords.sentence(
                known: company.known.map { String($0.prefix(80)) },
                stated: String(company.stated.prefix(80))
            )
            message += (message.hasSuffix(".") ? " " : ". ") + sentence + "."
        }
    }
}
