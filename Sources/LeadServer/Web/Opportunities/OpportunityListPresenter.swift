import LeadApp
import LeadCore
import LeadStore

extension OpportunityListView {
    init(_ answer: OpportunityList.Answer, _ state: OpportunityListState, _ choices: Choices.Answer, page: PageFrame) {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        self.page = page
        summary = Self.summary(answer)
        stages = StageTileView.tiles(answer, state)
        filters = [.stages(answer.stages, chosen: state.stage), .dealOwners(choices, chosen: state.owner)]
        rows = answer.rows.map { OpportunityRowView($0, words) }
        isEmpty = answer.rows.isEmpty
        next = answer.next.map { OpportunityListState(stage: state.stage, owner: state.owner, after: $0).address }
        first = state.after == nil ? nil : OpportunityListState(stage: state.stage, owner: state.owner).address
    }

    /// "23 open deals · € 1.2 M".
    private static func summary(_ answer: OpportunityList.Answer) -> String {
        let open = Set(answer.stages.filter { $0.kind == .open }.map(\.key))
        let totals = answer.totals.filter { open.contains($0.stage) }
        let worth = Dictionary(grouping: totals.flatMap(\.amounts), by: \.currency)
            .map { currency, sums in Money(minor: sums.reduce(0) { $0.addingSaturated($1.minor) }, currency: currency) }
            .sorted { $0.currency < $1.currency }
        let count = totals.reduce(0) { $0 + $1.count }
        return
            "\(CountWords.counted(count, "open deal", "open deals")) · \(MoneyWords.short(worth, none: answer.currency))"
    }
}

extension StageTileView {
    fileprivate static func tiles(_ answer: OpportunityList.Answer, _ state: OpportunityListState) -> [StageTileView] {
        let totals = Dictionary(answer.totals.map { ($0.stage, $0) }) { first, _ in first }
        // Only amounts in one currency can be drawn against each other.
        func drawn(_ amounts: [Money]) -> Int64 { amounts.first { $0.currency == answer.currency }?.minor ?? 0 }
        let largest = max(1, answer.totals.map { drawn($0.amounts) }.max() ?? 1)
        return answer.stages.map { stage in
            let (count, amounts) = totals[stage.key].map { ($0.count, $0.amounts) } ?? (0, [])
            let isCurrent = state.stage == stage.key
            return StageTileView(
                stage: StatusView(stage: stage.key, of: answer.stages),
                count: CountWords.counted(count, "deal", "deals"),
                amount: MoneyWords.short(amounts, none: answer.currency),
                share: Int(Double(max(0, drawn(amounts))) / Double(largest) * 1000),
                href: OpportunityListState(stage: isCurrent ? nil : stage.key, owner: state.owner).address,
                current: isCurrent
            )
        }
    }
}

extension OpportunityRowView {
    fileprivate init(_ row: OpportunityRow, _ words: Wording) {
        let isOpen = row.kind == .open
        href = OpportunityAddress.page(row.id)
        name = row.name
        about = [row.account, row.product ?? row.productClass].compactMap { $0 }.joined(separator: " · ")
        stage = words.stage(row.stage)
        age = isOpen ? TimeWords.span(words.now - row.stageSince) : ""
        owner = row.owner.map { words.holder(.person($0)) }
        close = isOpen ? row.closeOn.map(words.time.due) : row.closedAt.map(words.time.moment)
        closeTone = isOpen ? row.closeOn.map(words.time.dueTone) ?? "ok" : "ok"
        source = row.source ?? ""
        amount = row.amount.map(MoneyWords.full)
        created = words.time.moment(row.createdAt)
    }
}

extension Field {
    fileprivate static func stages(_ stages: [OpportunityStage], chosen: String?) -> Field {
        let every = OpportunityListState.everyStage
        return .select(
            "stage",
            "Stage",
            options: [.blank("Open deals"), Option(value: every, label: "All deals", chosen: chosen == every)]
                + stages.map { Option(value: $0.key, label: $0.label, chosen: $0.key == chosen) }
        )
    }

    fileprivate static func dealOwners(_ choices: Choices.Answer, chosen: User.ID?) -> Field {
        let sellers = choices.people.filter { $0.role.may(.workOpportunities) }
        return .select(
            "owner",
            "Owner",
            options: [.blank("Anybody")]
                + sellers.map { Option(value: $0.id.description, label: $0.name, chosen: $0.id == chosen) }
        )
    }
}
