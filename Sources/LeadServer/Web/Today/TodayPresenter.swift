import LeadApp
import LeadCore
import LeadStore

extension TodayView {
    init(_ answer: Today.Answer, frame: PageFrame) {
        let words = Wording(
            now: answer.now,
            policy: answer.policy,
            directory: answer.directory,
            calendars: answer.calendars
        )
        let newCount = answer.new.count >= Today.limit ? "\(Today.limit)+" : String(answer.new.count)
        let mine = LinkView(label: "All of yours, by due date", href: "/leads?view=mine&sort=due")
        groups = [
            TodayGroup(
                id: "overdue",
                title: "Overdue",
                count: String(answer.overdueCount),
                rows: answer.overdue.map { TodayRow($0, words) },
                more: answer.overdueCount > answer.overdue.count ? mine : nil
            ),
            TodayGroup(
                id: "due",
                title: "Due today",
                count: String(answer.dueTodayCount),
                rows: answer.dueToday.map { TodayRow($0, words) },
                more: answer.dueTodayCount > answer.dueToday.count ? mine : nil
            ),
            TodayGroup(
                id: "new",
                title: "New for you",
                count: newCount,
                rows: answer.new.map { TodayRow($0, words) },
                more: answer.new.count >= Today.limit
                    ? LinkView(label: "All open leads", href: "/leads?view=open") : nil
            ),
        ].filter { !$0.rows.isEmpty || $0.more != nil }
        isEmpty = groups.isEmpty
        date = words.time.today()
        summary = Self.summary(overdue: answer.overdueCount, due: answer.dueTodayCount, new: newCount)
        attempt = FormView.attempt(
            lead: "",
            back: "/today",
            channels: Option.channels(),
            outcomes: Option.outcomes(for: nil, words)
        )
        tabs = Self.tabs(byCost: false)
        basis = nil
        page = frame
    }

    /// "3 overdue, 5 due today, 2 new"; only what there is.
    static func summary(overdue: Int, due: Int, new: String) -> String {
        var parts: [String] = []
        if overdue > 0 { parts.append("\(overdue) overdue") }
        if due > 0 { parts.append("\(due) due today") }
        if new != "0" { parts.append("\(new) new") }
        return parts.isEmpty ? "nothing due" : parts.joined(separator: ", ")
    }
}

extension TodayRow {
    init(_ row: LeadRow, _ words: Wording) {
        let due = row.nextStep?.dueAt ?? row.statusSince
        id = row.id.description
        href = LeadAddress.page(row.id)
        name = row.displayName
        account = row.account
        productClass = row.productClass
        status = words.status(row.status)
        grade = words.grade(row.grade)
        nextStep = row.nextStep?.what ?? ""
        self.due = words.time.due(due)
        dueTone = words.time.dueTone(due)
        clock = row.clock.map { words.clock($0, of: row.owner, in: row.status) }
        queue = row.owner.pool == nil ? nil : words.holder(row.owner)
        phone = row.phone
    }
}
