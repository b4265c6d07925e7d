import LeadApp
import LeadCore
import LeadStore

extension LeadListView {
    init(
        _ answer: LeadList.Answer,
        state: LeadListState,
        choices: Choices.Answer,
        saved: [SavedView],
        mayExport: Bool,
        frame: PageFrame
    ) {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        page = frame
        total = Self.total(answer.count)
        views = Self.tabs(state, saved)
        query = state["q"] ?? ""
        kept = ["view", "sort"].compactMap { name in state[name].map { HiddenField(name: name, value: $0) } }
        filters = Field.leadFilters(state, choices)
        let conditionWords = ConditionWords(choices)
        let condition = state["where"].flatMap { try? Condition(json: $0) }
        conditions = ConditionForm(condition?.read(by: conditionWords.catalogue).0, conditionWords)
        question = condition.map(conditionWords.sentence)
        filterCount = state.filterCount > 0 ? String(state.filterCount) : nil
        clear = LeadListState().setting("view", to: state["view"]).address(of: "/leads")
        columns = Self.columns(state)
        rows = answer.rows.map { LeadListRow($0, words) }
        isEmpty = answer.rows.isEmpty
        next = answer.next.map { state.setting("after", to: $0.text).address(of: "/leads") }
        first = state["after"] == nil ? nil : state.fromStart.address(of: "/leads")
        csv = mayExport ? state.fromStart.address(of: "/leads.csv") : nil
        self.state = state.fromStart.query
    }

    /// "1 lead", "204 leads", "more than 1,000 leads": counting further would cost more than it tells.
    static func total(_ count: Int) -> String {
        switch count {
        case 1: "1 lead"
        case ...LeadList.countLimit: count == 1000 ? "1,000 leads" : "\(count) leads"
        default: "more than 1,000 leads"
        }
    }

    private static func tabs(_ state: LeadListState, _ saved: [SavedView]) -> [ViewTab] {
        let present = state.fromStart.query
        let builtIn =
            [ViewTab(name: "All", href: "/leads", current: present.isEmpty)]
            + BuiltInView.allCases.map { view in
                let own = LeadListState().setting("view", to: view.rawValue)
                return ViewTab(name: view.name, href: own.address(of: "/leads"), current: present == own.query)
            }
        return builtIn
            + saved.map { view in
                let own = LeadListState(SubmittedForm(urlencoded: view.query))
                return ViewTab(
                    name: view.name,
                    href: own.address(of: "/leads"),
                    current: present == own.query,
                    removal: "/views/\(view.id)/removal"
                )
            }
    }

    private static func columns(_ state: LeadListState) -> [SortColumn] {
        let sort = state["sort"].flatMap(LeadFilter.Sort.init(rawValue:)) ?? .newest
        func by(_ sort: LeadFilter.Sort) -> String {
            state.fromStart.setting("sort", to: sort == .newest ? nil : sort.rawValue).address(of: "/leads")
        }
        return [
            SortColumn(label: "Lead", href: nil, order: nil),
            SortColumn(label: "Status", href: nil, order: nil),
            SortColumn(label: "Owner", href: nil, order: nil),
            SortColumn(label: "Next step", href: by(.due), order: sort == .due ? "ascending" : nil),
            SortColumn(label: "Source", href: nil, order: nil),
            SortColumn(label: "Value", href: by(.value), order: sort == .value ? "descending" : nil, numeric: true),
            SortColumn(
                label: "Created",
                href: by(sort == .newest ? .oldest : .newest),
                order: sort == .newest ? "descending" : sort == .oldest ? "ascending" : nil,
                numeric: true
            ),
        ]
    }
}

extension LeadListRow {
    init(_ row: LeadRow, _ words: Wording) {
        href = LeadAddress.page(row.id)
        name = row.displayName
        account = row.account
        productClass = row.productClass
        status = words.status(row.status)
        grade = words.grade(row.grade)
        owner = words.holder(row.owner)
        marketingOwner = row.marketingOwner.flatMap { id in
            row.owner == .person(id) ? nil : words.directory.name(id)
        }
        source = row.source
        value = (row.value ?? row.classValue).map(MoneyWords.full)
        expected = words.policy.expectedValue(row.valueBasis).value.map(MoneyWords.full)
        nextStep = row.nextStep?.what
        due = row.nextStep.map { words.time.due($0.dueAt) }
        dueTone = row.nextStep.map { words.time.dueTone($0.dueAt) } ?? "ok"
        created = words.time.moment(row.createdAt)
    }
}

extension Field {
    fileprivate static func leadFilters(_ state: LeadListState, _ choices: Choices.Answer) -> [Field] {
        let statuses = choices.policy.process.steps.map { step in
            Option(value: step.status.rawValue, label: step.label, chosen: step.status.rawValue == state["status"])
        }
        let grades = Grade.allCases.map { grade in
            Option(value: grade.rawValue, label: grade.label, chosen: grade.rawValue == state["grade"])
        }
        return [
            .select("status", "Status", options: [.blank("Any status")] + statuses),
            .select("owner", "Owner", options: Option.owners(choices, chosen: state["owner"], none: "Anybody")),
            .select(
                "source",
                "Source",
                options: Option.named(choices.sources, chosen: state["source"], none: "Any source")
            ),
            .select(
                "campaign",
                "Campaign",
                options: Option.named(choices.campaigns, chosen: state["campaign"], none: "Any campaign")
            ),
            .select(
                "class",
                "Product class",
                options: Option.named(choices.productClasses, chosen: state["class"], none: "Any product class")
            ),
            .select("grade", "Grade", options: [.blank("Any grade")] + grades),
            .input("from", "Created from", value: state["from"] ?? "", type: "date"),
            .input("to", "Created until", value: state["to"] ?? "", type: "date"),
        ]
    }
}
