import LeadCore

/// Counts leads at the gate into the rows of a report.
struct GateTally {
    private let columns: Columns
    private let subject: GateReport.Subject
    private let asOf: Int64
    private let accepted: [Bool]
    private let withSales: [Bool]
    private let labels: [String]
    private var counted: [GateReport.Row]
    private var amounts: AmountTally

    private static let imported = "Imported, no gate passed here"

    init(_ columns: Columns, _ subject: GateReport.Subject, asOf: Int64) {
        self.columns = columns
        self.subject = subject
        self.asOf = asOf
        accepted = Self.reached([.accepted], columns, asOf)
        withSales = Self.reached([.handed, .accepted, .converted], columns, asOf)
        labels = Self.labels(columns, subject) + [Self.imported]
        counted = labels.map { GateReport.Row(label: $0) }
        amounts = AmountTally(groups: labels.count, columns.currencies)
    }

    func isWithSales(_ lead: Int) -> Bool { withSales[lead] }

    mutating func count(_ lead: Int, passed pass: Int) {
        switch subject {
        case .grade:
            let grade = columns.passes.grade[pass]
            add(lead, to: grade.flatMap { Grade.allCases.firstIndex(of: $0) } ?? Grade.allCases.count)
        case .level:
            for criterion in Criterion.allCases.indices {
                // The highest level first, what was not known last.
                let level = Int(columns.passes.levels[criterion][pass])
                add(lead, to: criterion * Self.levels + (Self.levels - 1 - level))
            }
        case .version: add(lead, to: Self.versions(columns).firstIndex(of: columns.passes.version[pass]) ?? 0)
        }
    }

    mutating func countImported(_ lead: Int) {
        add(lead, to: labels.count - 1)
    }

    /// The rows that have anything to show.
    func rows() -> [GateReport.Row] {
        counted.indices.filter { counted[$0].leads > 0 }.map { index in
            var row = counted[index]
            row.amount = amounts.amounts(index)
            return row
        }
    }

    private mutating func add(_ lead: Int, to row: Int) {
        counted[row].leads += 1
        if accepted[lead] { counted[row].accepted += 1 }
        let deals = columns.opportunities
        guard let deal = deals.deal(of: lead), deals.opened[deal] <= asOf else { return }
        if deals.lost[deal] <= asOf { counted[row].lost += 1 }
        guard deals.won[deal] <= asOf else { return }
        counted[row].won += 1
        if deals.origin[deal] == UInt32(lead) { amounts.add(deals.amount[deal], deals.currency[deal], row) }
    }

    /// Low, medium, high, and not known.
    private static let levels = Level.allCases.count + 1

    private static func versions(_ columns: Columns) -> [Int32] { Set(columns.passes.version).sorted() }

    private static func labels(_ columns: Columns, _ subject: GateReport.Subject) -> [String] {
        switch subject {
        case .grade: Grade.allCases.map(\.label) + ["Not graded"]
        case .level:
            Criterion.allCases.flatMap { criterion in
                Level.allCases.reversed().map { "\(criterion.label): \($0.rawValue)" } + [
                    "\(criterion.label): not known"
                ]
            }
        case .version: versions(columns).map { "Version \($0)" }
        }
    }

    private static func reached(_ kinds: Set<StatusKind>, _ columns: Columns, _ asOf: Int64) -> [Bool] {
        var reached = [Bool](repeating: false, count: columns.leads.count)
        for step in columns.process where step.kind.map(kinds.contains) == true {
            let stays = columns.stays[Int(step.code)]
            for stay in 0..<stays.count where stays.entered[stay] <= asOf { reached[Int(stays.lead[stay])] = true }
        }
        return reached
    }
}
