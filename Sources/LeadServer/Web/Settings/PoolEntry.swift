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
    /// Weight, most open leads and most a day of each member, as typed.
    var terms: [String: MemberTerms] = [:]
    var inHoursOnly = false
    var isDefault = false

    struct MemberTerms {
        var weight = ""
        var maxOpen = ""
        var perDay = ""
    }

    init() {}

    init(_ entry: PoolList.Entry) {
        name = entry.name
        strategy = entry.pool.strategy.rawValue
        dutyHolder = "\(entry.pool.dutyHolder)"
        members = entry.pool.members.map { "\($0.user)" }
        isDefault = entry.isDefault
        inHoursOnly = entry.pool.inHoursOnly
        for member in entry.pool.members {
            terms["\(member.user)"] = MemberTerms(
                weight: "\(member.weight)",
                maxOpen: member.capacity.map { "\($0)" } ?? "",
                perDay: member.dailyCap.map { "\($0)" } ?? ""
            )
        }
    }

    init(_ form: SubmittedForm) {
        name = form["name"]
        strategy = form["strategy"]
        dutyHolder = form["dutyHolder"]
        members = form.all("member").filter { !$0.isEmpty }
        isDefault = form["default"] == "yes"
        inHoursOnly = form["inHoursOnly"] == "yes"
        let columns = [form.all("weight"), form.all("maxOpen"), form.all("perDay")]
        for (index, member) in form.all("member").enumerated() where !member.isEmpty {
            let typed = columns.map { $0.indices.contains(index) ? $0[index] : "" }
            terms[member] = MemberTerms(weight: typed[0], maxOpen: typed[1], perDay: typed[2])
        }
    }

    func command(for pool: Pool.ID?) throws(Refusal) -> SavePool {
        guard let duty = User.ID(dutyHolder) else {
            throw .invalid("/dutyHolder", "Say who answers for leads that nobody has taken.")
        }
        var command = SavePool(
            pool: pool,
            name: name,
            strategy: Pool.Strategy(rawValue: strategy) ?? .rotation,
            dutyHolder: duty,
            members: members.compactMap { User.ID($0) },
            isDefault: isDefault
        )
        command.inHoursOnly = inHoursOnly
        var all: [SavePool.Terms] = []
        for member in members {
            guard let user = User.ID(member), let typed = terms[member] else { continue }
            all.append(
                SavePool.Terms(
                    user: user,
                    weight: try number(typed.weight) ?? 1,
                    capacity: try number(typed.maxOpen),
                    dailyCap: try number(typed.perDay)
                )
            )
        }
        command.terms = all
        return command
    }

    private func number(_ text: String) throws(Refusal) -> Int? {
        guard let text = text.trimmed else { return nil }
        guard let number = Int(text) else {
            throw .invalid("/member", "Weights and limits are whole numbers; leave a limit empty for none.")
        }
        return number
    }

    /// A choice for each member and a few for more; who is switched off stays only where they are a member already.
    func slots(_ people: [Colleague]) -> [MemberSlot] {
        (members + ["", "", ""]).enumerated().map { index, chosen in
            let choices = people.filter { $0.active || "\($0.id)" == chosen }
            let options = [.blank("Nobody")] + choices.map { $0.option(chosen: chosen) }
            let terms = terms[chosen] ?? MemberTerms()
            return MemberSlot(
                number: index + 1,
                options: options,
                weight: terms.weight,
                maxOpen: terms.maxOpen,
                perDay: terms.perDay
            )
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
                .choice(
                    "inHoursOnly",
                    "Outside their working hours",
                    options: [
                        Option(value: "no", label: "Members get leads all the same", chosen: !entry.inHoursOnly),
                        Option(value: "yes", label: "They are passed over", chosen: entry.inHoursOnly),
                    ]
                ),
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
        case .weighted: "In turn, by weight"
        case .leastLoaded: "To whoever holds fewest"
        }
    }

    /// As a sentence.
    var sentence: String {
        switch self {
        case .rotation: "Members take turns; who is away is passed over."
        case .queue: "Leads wait with the duty holder until somebody takes one."
        case .weighted: "Members take turns in proportion to their weights."
        case .leastLoaded: "Whoever holds the fewest open leads gets the next one."
        }
    }
}
