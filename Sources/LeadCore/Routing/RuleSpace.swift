/// All leads that rules can tell apart: for each field that they ask for, one value for each way in which its comparisons can
/// come out together.
///
/// Two leads with the same answers to every comparison are one to the rules, so looking at these finitely many looks at all.
struct RuleSpace {
    /// A field, or the pair of status and kind, which go together.
    struct Variable {
        var field: ConditionField
        var cells: [Cell]
    }

    /// One way in which the comparisons of a variable come out.
    struct Cell {
        var value: ConditionValue?
        /// Whether it stands for what no rule names.
        var isOther: Bool
        var answers: [Bool]
    }

    private(set) var variables: [Variable] = []
    private var index: [ConditionField: Int] = [:]
    private var comparisons: [[Condition.Comparison]] = []

    /// - Parameter world: what choices there are, where the workspace knows.
    init(_ conditions: [Condition], _ world: RuleWorld) {
        for comparison in conditions.flatMap(\.comparisons) {
            let field = Self.variable(comparison.field)
            if index[field] == nil {
                index[field] = comparisons.count
                comparisons.append([])
            }
            let place = index[field] ?? 0
            if !comparisons[place].contains(comparison) { comparisons[place].append(comparison) }
        }
        let fields = index.sorted { $0.value < $1.value }.map(\.key)
        variables = zip(fields, comparisons).map { field, asked in
            Variable(field: field, cells: Self.cells(field, asked, world))
        }
    }

    /// A kind follows from its status, so the two are one variable.
    private static func variable(_ field: ConditionField) -> ConditionField {
        field == .fact(.kind) ? .fact(.status) : field
    }

    /// Where a comparison's answer stands: its variable and its place there.
    func place(of comparison: Condition.Comparison) -> (variable: Int, answer: Int)? {
        guard let variable = index[Self.variable(comparison.field)],
            let answer = comparisons[variable].firstIndex(of: comparison)
        else { return nil }
        return (variable, answer)
    }

    private static func cells(
        _ field: ConditionField,
        _ asked: [Condition.Comparison],
        _ world: RuleWorld
    ) -> [Cell] {
        var cells: [Cell] = []
        var seen: Set<[Bool]> = []
        for sample in RuleSamples(field, asked, world).samples {
            var subject = LeadSubject(now: world.now, zone: world.zone)
            subject[field] = sample.value
            if case .key(let status)? = sample.value, field == .fact(.status) {
                subject.set(.kind, key: world.kinds[status]?.rawValue)
            }
            let answers = asked.map { $0.holds(for: subject) }
            if seen.insert(answers).inserted {
                cells.append(Cell(value: sample.value, isOther: sample.isOther, answers: answers))
            }
        }
        return cells
    }
}

/// What there is to choose from in a workspace, and the moment that ages are measured against.
package struct RuleWorld: Sendable {
    package var now: Instant
    package var zone: ZoneRules
    /// Kinds by the key of their status: the statuses of open leads are all that rules meet.
    package var kinds: [String: StatusKind]
    package var catalogue: ConditionCatalogue
    /// Whether a field can have values that the workspace does not list; new sources and campaigns can always come.
    package init(now: Instant, zone: ZoneRules, process: LeadProcess) {
        self.now = now
        self.zone = zone
        kinds = Dictionary(
            process.steps.filter { $0.kind.isOpen }.map { ($0.status.rawValue, $0.kind) },
            uniquingKeysWith: { first, _ in first }
        )
        catalogue = ConditionCatalogue(fields: process.fields)
    }
}
