import LeadApp
import LeadCore
import LeadStore

extension BoardView {
    init(_ answer: Board.Answer, choices: Choices.Answer, owner: Owner?, productClass: String?, frame: PageFrame) {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        var shown = LeadListState()
        shown["owner"] = owner?.description
        shown["class"] = productClass
        page = frame
        filters = [
            .select("owner", "Owner", options: Option.owners(choices, chosen: owner?.description, none: "All owners")),
            .select(
                "class",
                "Product class",
                options: Option.named(choices.productClasses, chosen: productClass, none: "All product classes")
            ),
        ]
        columns = answer.columns.map { BoardColumn($0, words, shown: shown) }
    }
}

extension BoardColumn {
    fileprivate init(_ column: Board.Column, _ words: Wording, shown: LeadListState) {
        status = words.status(column.step.status)
        count = "\(column.count)"
        expected = column.expected.isEmpty ? nil : column.expected.map(MoneyWords.short).joined(separator: " + ")
        value = column.values.map(MoneyWords.short).joined(separator: " + ")
        cards = column.rows.map { BoardCard($0, words, back: shown.address(of: "/board")) }
        isEmpty = column.count == 0
        var list = shown
        list["status"] = column.step.status.rawValue
        let rest = column.count - column.rows.count
        more = rest > 0 ? LinkView(label: "\(rest) more", href: list.address(of: "/leads")) : nil
    }
}

extension BoardCard {
    init(_ row: LeadRow, _ words: Wording, back: String) {
        let process = words.policy.process
        id = row.id.description
        href = LeadAddress.page(row.id)
        name = row.displayName
        account = row.account
        owner = words.holder(row.owner)
        grade = words.grade(row.grade)
        value = (row.value ?? row.classValue).map(MoneyWords.short)
        nextStep = row.nextStep?.what
        due = row.nextStep.map { words.time.due($0.dueAt) }
        dueTone = row.nextStep.map { words.time.dueTone($0.dueAt) } ?? "ok"
        age = TimeWords.coarse(words.now - row.statusSince)
        moves = (process[row.status]?.moves ?? []).compactMap { process[$0] }
            .map { Option(value: $0.status.rawValue, label: $0.label) }
        targets = moves.map(\.value).joined(separator: " ")
        self.back = back
    }
}
