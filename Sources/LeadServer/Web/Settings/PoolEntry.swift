import LeadApp
import LeadCore
import LeadStore

/// What stands in the form of a pool, as text: from the pool, or as somebody chose it.
struct PoolEntry {
    var name = ""
    var strategy = Pool.Strategy.rotation.rawValue
    var dutyHolder = ""
    /// In the order of their turns; places without anybody count for nothing.
    var members: [String] = []
    var isDefault = false

    init() {}

    init(_ entry: PoolList.Entry) {
        name = entry.name
        strategy = entry.pool.strategy.rawValue
        dutyHolder = "\(entry.pool.dutyHolder)"
        members = entry.pool.members.map { "\($0.user)" }
        isDefault = entry.isDefault
    }

    init(_ form: SubmittedForm) {
        name = form["name"]
        strategy = form["strategy"]
        dutyHolder = form["dutyHolder"]
        members = form.all("member").filter { !$0.isEmpty }
        isDefault = form["default"] == "yes"
    }

    func command(for pool: Pool.ID?) throws(Refusal) -> SavePool {
        guard let duty = User.ID(dutyHolder) else {
            throw .invalid("/dutyHolder", "Say who answers for leads that nobody has taken.")
        }
        return SavePool(
            pool: pool,
            name: name,
            strategy: Pool.Strategy(rawValue: strategy) ?? .rotation,
            dutyHolder: duty,
            members: members.compactMap { User.ID($0) },
            isDefault: isDefault
        )
    }

    /// A choice for each member and a few for more; who is switched off stays only where they are a member already.
    func slots(_ people: [Colleague]) -> [MemberSlot] {
        (members + ["", "", ""]).enumerated().map { index, chosen in
            let choices = people.filter { $0.active || "\($0.id)" == chosen }
            let options = [.blank("Nobody")] + choices.map { $0.option(chosen: chosen) }
            return MemberSlot(number: index + 1, options: options)
        }
    }
}

extension FormView {
    static func pool(_ entry: PoolEntry, pool: Pool.ID?, people: [Colleague], isDefault: Bool) -> FormView {
        let people = people.filter(\.active).map { $0.option(chosen: entry.dutyHolder) }
        let strategies = Pool.Strategy.allCases.map { strategy in
            Option(value: strategy.rawValue, label: strategy.choice, chosen: strategy.rawValue == entry.strategy)
        }
        // Which pool is the default is changed by choosing another one, so that there is always one.
        let standard = Field.choice(
            "default",
            "New leads without a better rule",
            options: [
                Option(value: "yes", label: "Come here", chosen: entry.isDefault),
                Option(value: "no", label: "Go to the default pool", chosen: !entry.isDefault),
            ]
        )
        return FormView(
            id: "pool",
            action: pool.map { "/settings/pools/\($0)" } ?? "/settings/pools",
            fields: [
                .input("name", "Name", value: entry.name, required: true),
                .select(
                    "dutyHolder",
                    "Duty holder",
                    options: [.blank("Choose somebody")] + people,
                    hint: "Answers for every lead here that nobody has taken.",
                    required: true
                ),
                .choice("strategy", "How leads get to people", options: strategies),
            ] + (isDefault ? [] : [standard]),
            submit: "Save",
            cancel: "/settings/pools"
        )
    }
}

extension Pool.Strategy {
    /// As a choice in a form.
    var choice: String {
        switch self {
        case .rotation: "In turn"
        case .queue: "To whoever takes one"
        }
    }

    /// As a sentence.
    var sentence: String {
        switch self {
        case .rotation: "Members take turns; who is away is passed over."
        case .queue: "Leads wait with the duty holder until somebody takes one."
        }
    }
}
