import LeadApp
import LeadCore
import LeadStore

/// What stands in the form of a rule, as text: from the rule, or as somebody typed it.
struct RuleEntry {
    var name = ""
    var pool = ""
    var accountOwnerFirst = false
    var from = ""
    var until = ""

    init() {}

    init(_ rule: AssignmentRule) {
        name = rule.name
        pool = "\(rule.pool)"
        accountOwnerFirst = rule.accountOwnerFirst
        from = rule.from?.description ?? ""
        until = rule.until?.description ?? ""
    }

    init(_ form: SubmittedForm) {
        name = form["name"]
        pool = form["pool"]
        accountOwnerFirst = form["accountOwnerFirst"] == "yes"
        from = form["from"]
        until = form["until"]
    }

    func rule(_ key: String, _ condition: Condition?) throws(Refusal) -> AssignmentRule {
        guard let name = name.trimmed else { throw .invalid("/name", "A rule needs a name.") }
        guard let pool = Pool.ID(pool) else { throw .invalid("/pool", "Choose who gets these leads.") }
        return AssignmentRule(
            key: key,
            name: name,
            condition: condition ?? .always,
            pool: pool,
            accountOwnerFirst: accountOwnerFirst,
            from: try day(from, "from"),
            until: try day(until, "until")
        )
    }

    private func day(_ text: String, _ name: String) throws(Refusal) -> LocalDate? {
        guard let text = text.trimmed else { return nil }
        guard let day = LocalDate(text) else { throw .invalid("/\(name)", "This is no day.") }
        return day
    }

    func form(_ action: String, _ pools: [Named<Pool>]) -> FormView {
        FormView(
            id: "rule",
            action: action,
            fields: [
                .input("name", "Name", value: name, required: true),
                .select("pool", "Pool", options: Option.named(pools, chosen: pool, none: "Choose …"), required: true),
                .choice(
                    "accountOwnerFirst",
                    "Existing customers",
                    options: [
                        Option(value: "no", label: "Go to the pool as all do", chosen: !accountOwnerFirst),
                        Option(value: "yes", label: "Go to whoever holds the account", chosen: accountOwnerFirst),
                    ]
                ),
                .input("from", "First day", value: from, type: "date"),
                .input("until", "Last day", value: until, type: "date"),
            ],
            submit: "Keep in the draft",
            cancel: "/settings/assignment"
        )
    }
}
