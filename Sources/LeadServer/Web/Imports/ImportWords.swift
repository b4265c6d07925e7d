import LeadApp
import LeadCore
import LeadStore

extension ImportField {
    /// What can be said for all rows that say nothing themselves.
    static let constants: [ImportField] = [.source, .productClass, .campaign, .owner]

    /// The field's name for people.
    var label: String {
        switch self {
        case .externalID: "Id in the other system"
        case .fullName: "Full name"
        case .title: "Job title"
        case .email: "E-mail"
        case .mobile: "Mobile phone"
        case .annualRevenue: "Annual revenue of the company"
        case .employees: "Employees of the company"
        case .productClass: "Product class"
        case .event: "Event of the response"
        case .intent: "What they want"
        case .description: "Message or note"
        case .subject: "Subject"
        case .amount: "Value"
        case .reason: "Reason of rejection or loss"
        case .at: "Since when in the status"
        case .createdAt: "Created on"
        case .updatedAt: "Changed on"
        case .convertedAt: "Converted on"
        case .closedAt: "Closed on"
        case .closeOn: "Expected to close on"
        case .isConverted: "Converted: yes or no"
        case .doNotEmail: "No e-mail please: yes or no"
        case .doNotCall: "No calls please: yes or no"
        case .contactOnly: "Only a contact: yes or no"
        case .rank: "Rank against competitors"
        case .custom: "Custom field"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst().replacing("_", with: " ")
        }
    }

    /// Whether rows of the kind have any use for it.
    func isOffered(for kind: ImportKind) -> Bool {
        switch self {
        // Each custom field is offered by its own name.
        case .custom: false
        case .role, .manager, .region: kind == .people
        case .competitor, .rank, .closeOn: kind == .deals || kind == .opportunities
        default: true
        }
    }
}

extension ImportState {
    var view: StatusView {
        switch self {
        case .draft: StatusView(code: rawValue, label: "Not started", tone: "parked")
        case .running: StatusView(code: rawValue, label: "Running", tone: "active")
        case .finished: StatusView(code: rawValue, label: "Done", tone: "won")
        case .failed: StatusView(code: rawValue, label: "Stopped", tone: "bad")
        case .undoing: StatusView(code: rawValue, label: "Being undone", tone: "active")
        case .undone: StatusView(code: rawValue, label: "Undone", tone: "closed")
        }
    }
}

extension RowOutcome {
    /// The tile's colour.
    private var tone: String {
        switch self {
        case .created: "new"
        case .joined, .updated: "joined"
        case .contactOnly, .duplicate, .empty, .undone: "known"
        case .refused: "refused"
        }
    }

    private var hint: String? {
        switch self {
        case .joined: "As a new response"
        case .duplicate: "Nothing is done again"
        case .empty: "No cell holds anything"
        default: nil
        }
    }

    /// The tiles of what became of rows: new and refused always, the others when there are any.
    static func tiles(_ tally: ImportTally) -> [ImportTile] {
        allCases.filter { tally[$0] > 0 || $0 == .created || $0 == .refused }.map { outcome in
            ImportTile(
                label: outcome.label,
                value: CountWords.number(tally[outcome]),
                tone: outcome.tone,
                share: tally.total == 0 ? 0 : tally[outcome] * 1000 / tally.total,
                hint: outcome.hint
            )
        }
    }
}

extension ImportRecord {
    var kindLabel: String { ImportKind(rawValue: kind)?.label ?? kind }

    /// "6,468 rows", or how many of them are done.
    var rowsWords: String {
        let all = CountWords.counted(rowsTotal, "row", "rows")
        return state == .draft || rowsDone == rowsTotal ? all : "\(CountWords.number(rowsDone)) of \(all)"
    }

    /// Rows done of all, 0–1000.
    var permille: Int { rowsTotal == 0 ? 1000 : rowsDone * 1000 / rowsTotal }

    /// "6,320 new, 18 refused"; nil before anything was done.
    var outcomeWords: String? {
        let parts = RowOutcome.allCases.filter { tally[$0] > 0 }.map { outcome in
            "\(CountWords.number(tally[outcome])) \(outcome.label.lowercased())"
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    func starter(_ people: [Colleague]) -> String? {
        createdBy.flatMap { id in people.first { $0.id == id }?.name }
    }
}

extension [ImportStep] {
    /// The four steps; those behind a file that has not begun can be gone back to.
    static func course(at current: Int, of draft: Import.ID? = nil) -> [ImportStep] {
        ["File", "Columns", "Dry run", "Import"].enumerated().map { index, label in
            let isBack = index < current && index > 0
            return ImportStep(
                label: label,
                href: isBack ? draft.map { "/imports/\($0)/mapping" } : nil,
                isDone: index < current,
                isCurrent: index == current
            )
        }
    }
}
