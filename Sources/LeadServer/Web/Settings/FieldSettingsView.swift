import LeadApp
import LeadCore

/// `/settings/fields`: the custom fields, and who asks for them.
struct FieldSettingsView: Page {
    static let template = "settings/fields"
    var page: PageFrame
    var tabs: [TabView]
    var rows: [FieldSettingsRow]
    var hasRows: Bool
}

struct FieldSettingsRow: Encodable {
    var label: String
    var key: String
    var kind: String
    /// "Small, Medium, Large" or "0 to 100".
    var detail: String?
    /// "Qualified (buying), the gate"; nil when nobody asks for it.
    var required: String?
    var leads: String
    var href: String
    var removal: String
}

extension FieldSettingsView {
    init(_ policy: Policy, _ uses: ProcessUses.Answer, tabs: [TabView], frame: PageFrame) {
        let process = policy.process
        let rows = process.fields.map { field in
            let statuses = process.steps.filter { $0.requires.contains(.field(field.key)) }.map(\.label)
            let gate = policy.gate.fields.contains(field.key) ? ["the gate"] : []
            return FieldSettingsRow(
                label: field.label,
                key: field.key,
                kind: field.kind.label,
                detail: field.detail,
                required: (statuses + gate).joined(separator: ", ").trimmed,
                leads: CountWords.number(uses.fields[field.key] ?? 0),
                href: "/settings/fields/\(field.key)",
                removal: "/settings/fields/\(field.key)/removal"
            )
        }
        self.init(page: frame, tabs: tabs, rows: rows, hasRows: !rows.isEmpty)
    }
}

extension FieldDefinition {
    fileprivate var detail: String? {
        if kind == .choice { return options.joined(separator: ", ") }
        switch (minimum, maximum) {
        case (let least?, let most?): return "\(least) to \(most)"
        case (let least?, nil): return "at least \(least)"
        case (nil, let most?): return "at most \(most)"
        case (nil, nil): return nil
        }
    }
}
