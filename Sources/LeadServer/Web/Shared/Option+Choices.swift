import LeadApp
import LeadCore
import LeadStore

extension Option {
    /// A blank first choice: "All owners", "Choose …".
    static func blank(_ label: String) -> Option { Option(value: "", label: label) }

    static func named<Entity>(_ things: [Named<Entity>], chosen: String?, none: String) -> [Option] {
        [blank(none)]
            + things.map { thing in
                Option(value: "\(thing.id)", label: thing.name, chosen: "\(thing.id)" == chosen)
            }
    }

    /// What somebody wants; to be contacted unless said otherwise.
    static func intents(chosen: String?) -> [Option] {
        Intent.allCases.map { intent in
            Option(value: intent.rawValue, label: intent.label, chosen: intent.rawValue == chosen)
        }
    }

    /// By name rather than id: an inquiry names its source, campaign and product class as every other channel does.
    static func names<Entity>(_ things: [Named<Entity>], chosen: String?, none: String?) -> [Option] {
        (none.map { [blank($0)] } ?? [])
            + things.map { thing in
                Option(value: thing.name, label: thing.name, chosen: thing.name == chosen)
            }
    }

    /// People and pools that can hold a lead, as `person:<id>` and `pool:<id>`.
    static func owners(_ choices: Choices.Answer, chosen: String?, none: String) -> [Option] {
        let pools = choices.pools.map { (owner: Owner.pool($0.id), label: "\($0.name) (pool)") }
        let people = choices.people.map { (owner: Owner.person($0.id), label: "\($0.name) · \($0.role.label)") }
        return [blank(none)]
            + (pools + people).map { entry in
                Option(
                    value: entry.owner.description,
                    label: entry.label,
                    chosen: entry.owner.description == chosen
                )
            }
    }

    /// Whoever can hold a lead, and the rules that choose one.
    static func receivers(_ choices: Choices.Answer, chosen: String?) -> [Option] {
        var options = owners(choices, chosen: chosen, none: "Choose …")
        options.insert(Option(value: "rules", label: "Whom the rules choose", chosen: chosen == "rules"), at: 1)
        return options
    }

    static func texts(_ texts: [String], chosen: String?, none: String) -> [Option] {
        [blank(none)] + texts.map { Option(value: $0, label: $0, chosen: $0 == chosen) }
    }
}
