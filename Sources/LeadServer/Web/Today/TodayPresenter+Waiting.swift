import LeadApp
import LeadCore
import LeadStore

extension TodayView {
    /// The work list in the order of what waiting costs.
    init(_ answer: WorkList.Answer, frame: PageFrame) {
        let words = Wording(
            now: answer.now,
            policy: answer.policy,
            directory: answer.directory,
            calendars: answer.calendars
        )
        let rows = answer.entries.map { entry in
            var row = TodayRow(entry.row, words)
            row.why = words.why(entry.cost)
            return row
        }
        groups = [
            TodayGroup(
                id: "waiting",
                title: "By what waiting costs",
                count: String(answer.count),
                rows: rows,
                more: answer.count > rows.count
                    ? LinkView(label: "All of yours, by due date", href: "/leads?view=mine&sort=due") : nil
            )
        ]
        .filter { !$0.rows.isEmpty }
        isEmpty = groups.isEmpty
        date = words.time.today()
        summary = Self.summary(
            overdue: answer.overdueCount,
            due: answer.dueTodayCount,
            new: String(answer.newCount)
        )
        attempt = FormView.attempt(
            lead: "",
            back: "/today",
            channels: Option.channels(),
            outcomes: Option.outcomes(for: nil, words)
        )
        tabs = Self.tabs(byCost: true)
        basis = Self.basis(answer)
        page = frame
    }

    static func tabs(byCost: Bool) -> [TabView] {
        [
            TabView(label: "By what waiting costs", href: "/today", current: byCost),
            TabView(label: "By due time", href: "/today?order=due", current: !byCost),
        ]
    }

    /// How fast a chance halves, and where that is from.
    private static func basis(_ answer: WorkList.Answer) -> String {
        let hours = Int((answer.curve.halfLife * 10).rounded())
        let origin =
            answer.isFitted
            ? "as \(answer.fit?.leads ?? 0) of your own leads show" : "as assumed until your own data are sure enough"
        return "A chance halves in \(hours / 10).\(hours % 10) working hours without a first response, \(origin)."
    }
}
