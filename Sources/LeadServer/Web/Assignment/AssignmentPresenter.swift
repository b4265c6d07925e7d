import LeadApp
import LeadCore
import LeadStore

extension AssignmentView {
    static let path = "/settings/assignment"

    init(_ book: RuleBook.Answer, tabs: [TabView], frame: PageFrame) {
        page = frame
        self.tabs = tabs
        isDraft = book.draft != nil
        state =
            book.draft.map { "A draft made from version \($0.base); version \(book.version) is in force." }
            ?? "Version \(book.version) is in force."
        let pools = Dictionary(uniqueKeysWithValues: book.pools.map { ($0.id, $0.name) })
        let rules = book.rules.rules
        self.rules = rules.enumerated().map { index, rule in
            RuleRow(rule, index, isLast: index == rules.count - 1, pools, book)
        }
        isEmpty = rules.isEmpty
        faults = book.faults.map { fault in
            FaultRow(
                sentence: fault.sentence,
                tone: fault.isWarning ? "warn" : "bad",
                icon: fault.isWarning ? "info" : "triangle-alert"
            )
        }
        isSound = book.faults.isEmpty
        let chosen = book.rules.catchAll ?? book.standard
        catchAll = FormView(
            id: "catch-all",
            action: "\(Self.path)/catch-all",
            fields: [
                .select(
                    "catchAll",
                    "Pool",
                    options: book.pools.map {
                        Option(value: "\($0.id)", label: $0.name, chosen: $0.id == chosen)
                    },
                    hint: "It gets what no rule is for, and what a full or absent pool cannot take.",
                    required: true,
                    wide: true
                )
            ],
            submit: "Keep in the draft"
        )
    }
}

extension RuleRow {
    fileprivate init(
        _ rule: AssignmentRule,
        _ index: Int,
        isLast: Bool,
        _ pools: [Pool.ID: String],
        _ book: RuleBook.Answer
    ) {
        let path = "\(AssignmentView.path)/rules/\(rule.key)"
        let condition = rule.condition.read(by: book.catalogue).0
        let words = condition.sentence(book.catalogue, naming: book.names.name)
        self.init(
            number: index + 1,
            name: rule.name,
            href: path,
            sentence: words.prefix(1).uppercased() + words.dropFirst(),
            pool: pools[rule.pool] ?? "A pool that is gone",
            notes: [
                rule.accountOwnerFirst ? "Account's owner first" : nil, rule.from.map { "From \($0)" },
                rule.until.map { "Until \($0)" },
            ].compactMap { $0 },
            earlier: index == 0 ? nil : "\(path)/earlier",
            later: isLast ? nil : "\(path)/later",
            removal: "\(path)/removal"
        )
    }
}
