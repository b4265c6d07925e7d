import LeadApp
import LeadCore
import LeadStore

extension ProcessView {
    /// - Parameter editing: where it is changed, for those who may; nil for a version that is not in force.
    init(_ policy: Policy, _ versions: PolicyVersions.Answer, editing: String?, tabs: [TabView], frame: PageFrame) {
        let process = policy.process
        func pill(_ status: Status) -> StatusView { StatusView(status, in: process) }
        self.init(
            page: frame,
            tabs: tabs,
            name: process.name,
            version: "Version \(policy.version)",
            edit: editing,
            former: policy.version == versions.lines.first?.version ? nil : "/settings/process",
            diagram: ProcessDiagram(process) { pill($0).tone }.view,
            steps: process.steps.map { step in
                ProcessStepRow(
                    status: pill(step.status),
                    meaning: step.kind.meaning,
                    moves: step.moves.map(pill),
                    clock: step.clock?.words,
                    nextStep: step.nextStep.map { "\($0.what), \($0.within.dueWords)" },
                    requires: step.requires.map { $0.label(in: process) }.joined(separator: ", ").trimmed
                )
            },
            gate: Self.facts(policy.gate, process),
            fields: process.fields.map { FactView(label: $0.label, value: $0.kind.label) },
            hasFields: !process.fields.isEmpty,
            calendar: CalendarView(policy.calendar.policy),
            stages: policy.opportunityStages.map { StatusView(code: $0.key, label: $0.label, tone: $0.kind.tone) },
            reasons: [
                ReasonList(label: "Reasons for rejection", reasons: policy.rejectionReasons),
                ReasonList(label: "Reasons for recycling", reasons: policy.recycleReasons),
                ReasonList(label: "Reasons for declining", reasons: policy.declineReasons),
            ],
            versions: versions.lines.map { PolicyVersionRow($0, versions, shown: policy) }
        )
    }

    private static func facts(_ gate: Gate, _ process: LeadProcess) -> [FactView] {
        let levels = Criterion.allCases.map { criterion in
            let level = gate.minimum.level(criterion)
            return FactView(label: criterion.label, value: level.map { "at least \($0.rawValue)" } ?? "free")
        }
        let grade = gate.grade.map { [FactView(label: "Grade", value: "at least \($0.rawValue)")] } ?? []
        return levels + grade
            + gate.fields.map { FactView(label: process.field($0)?.label ?? $0, value: "filled in") }
    }
}

extension PolicyVersionRow {
    fileprivate init(_ line: PolicyLine, _ versions: PolicyVersions.Answer, shown: Policy) {
        let time = TimeWords(now: versions.now, zone: shown.calendar.zone)
        version = "Version \(line.version)"
        href = "/settings/process?version=\(line.version)"
        who = versions.directory.name(line.setBy)
        when = time.moment(line.setAt)
        current = line.version == shown.version
    }
}

extension CalendarView {
    init(_ policy: CalendarPolicy) {
        self.init(
            name: policy.name,
            zone: policy.zone,
            days: Weekday.allCases.map { day in
                let hours = (policy.hours[day] ?? []).sorted().map { $0.description.replacing("-", with: "–") }
                return FactView(
                    label: day.rawValue.capitalizedFirst,
                    value: hours.isEmpty ? "closed" : hours.joined(separator: ", ")
                )
            },
            holidays: policy.holidays.sorted().map { policy.holidayLine($0) },
            hasHolidays: !policy.holidays.isEmpty
        )
    }
}

extension ClockTarget {
    /// "First response within 4 working hours".
    var words: String {
        kind == .wakeUp ? "Until its wake date" : "\(kind.label) within \(within.workingHours)"
    }
}

extension Span {
    fileprivate var workingHours: String {
        let text = hours
        return text == "1" ? "1 working hour" : "\(text) working hours"
    }

    fileprivate var dueWords: String {
        self == .zero ? "due at once" : "due after \(workingHours)"
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension StatusKind {
    /// What it means to the rules, for those who read the process.
    var meaning: String {
        switch self {
        case .new: "Nobody has tried to reach them yet"
        case .working: "Attempts and qualification go on"
        case .qualified: "Meets the minimum, ready for sales"
        case .handed: "Offered to a seller"
        case .accepted: "A seller took it"
        case .nurture: "With marketing until a wake date"
        case .rejected: "Closed: not a buyer"
        case .lost: "Closed: bought elsewhere or not at all"
        case .converted: "Closed: became a deal"
        case .merged: "Closed: another lead carries on"
        }
    }
}

extension OpportunityStage.Kind {
    fileprivate var tone: String {
        switch self {
        case .open: "talking"
        case .won: "won"
        case .lost, .withdrawn: "closed"
        }
    }
}
