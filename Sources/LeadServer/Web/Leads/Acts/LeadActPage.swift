import LeadApp
import LeadCore
import LeadStore

/// An act on a lead as a page: the form that GET shows, and the command that POST makes of it.
protocol LeadActPage: Sendable {
    associatedtype Act: Command

    /// The sub-resource, such as `handoff`.
    static var path: String { get }
    static var title: String { get }
    /// Said once it is done, such as "Handed off".
    static var done: String { get }

    static func form(_ facts: LeadActFacts) -> FormView
    /// - Throws: a refusal that names the fields that cannot be read.
    static func command(_ facts: LeadActFacts) throws(Refusal) -> Act
}

/// What the form of an act is filled from: the lead, what may be chosen, and what was typed.
struct LeadActFacts: Sendable {
    let answer: LeadDetail.Answer
    let choices: Choices.Answer
    /// Empty until the form comes back.
    let typed: SubmittedForm
    /// Where to go afterwards; the lead's page when nil.
    let back: String?

    init(_ answer: LeadDetail.Answer, _ choices: Choices.Answer, typed: SubmittedForm, back: String?) {
        self.answer = answer
        self.choices = choices
        self.typed = typed
        self.back = back
    }

    var lead: Lead { answer.lead }
    var policy: Policy { answer.policy }
    var words: Wording { Wording(answer) }

    /// What stands in a field: what was typed, or a proposal.
    func value(_ name: String, or proposal: String = "") -> String {
        typed.fields.contains { $0.name == name } ? typed[name] : proposal
    }

    /// A required choice or text.
    func require(_ name: String, _ sentence: String) throws(Refusal) -> String {
        guard let text = typed.text(name) else { throw Refusal.invalid("/\(name)", sentence) }
        return text
    }

    /// Whom a field of people and pools names.
    func receiver(_ name: String) throws(Refusal) -> Receiver {
        let chosen = try require(name, "Choose who gets it.")
        if chosen == "rules" { return .rules }
        switch Owner(chosen) {
        case .person(let id): return .person(id)
        case .pool(let id): return .pool(id)
        case .elsewhere, nil: throw Refusal.invalid("/\(name)", "Choose who gets it.")
        }
    }
}

extension LeadActPage {
    /// The act's form around its fields.
    static func form(
        _ facts: LeadActFacts,
        _ fields: [Field],
        submit: String,
        tone: String = "primary",
        intro: String? = nil,
        checklist: [GateItem] = []
    ) -> FormView {
        let page = LeadAddress.page(facts.lead.id)
        return FormView(
            id: path,
            action: LeadAddress.act(facts.lead.id, path),
            fields: fields,
            submit: submit,
            submitTone: tone,
            intro: intro,
            cancel: facts.back ?? page,
            checklist: checklist,
            hidden: facts.back.map { [HiddenField(name: "back", value: $0)] } ?? []
        )
    }
}

extension LeadActView {
    init(_ facts: LeadActFacts, title: String, form: FormView, frame: PageFrame) {
        page = frame
        self.title = title
        lead = LinkView(label: facts.answer.row.displayName, href: LeadAddress.page(facts.lead.id))
        account = facts.answer.row.account
        status = facts.words.status(facts.lead.status)
        self.form = form
    }
}
