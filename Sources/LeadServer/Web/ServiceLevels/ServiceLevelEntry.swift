import LeadApp
import LeadCore

/// What stands in the form of a service level, as text: from the policy, or as somebody typed it.
struct ServiceLevelEntry {
    struct Level {
        var after = ""
        var tell: Set<String> = []
        var reassign = false
    }

    /// As many levels as a form holds.
    static let most = 4

    var warnPercent = ""
    var levels: [Level] = []

    init(_ service: ServiceLevel) {
        warnPercent = service.warnPercent == 0 ? "" : String(service.warnPercent)
        levels = service.levels.map { level in
            Level(
                after: Self.hours(level.after),
                tell: Set(level.tell.map(\.rawValue)),
                reassign: level.reassign
            )
        }
    }

    init(_ form: SubmittedForm) {
        warnPercent = form["warnPercent"]
        levels = (1...Self.most).map { number in
            Level(
                after: form["after\(number)"].trimmed ?? "",
                tell: Set(form.all("tell\(number)")),
                reassign: form["reassign\(number)"] == "yes"
            )
        }
    }

    /// What was meant; a level without a time is none.
    func service() throws(Refusal) -> ServiceLevel {
        let percent = warnPercent.trimmed ?? "0"
        guard let warn = Int(percent) else { throw .invalid("/warnPercent", "Say a percentage from 0 to 99.") }
        var read: [EscalationLevel] = []
        for (index, level) in levels.enumerated() where !level.after.isEmpty {
            guard let hours = Double(level.after.replacing(",", with: ".")), hours >= 0, hours <= 2000 else {
                throw .invalid("/after\(index + 1)", "Level \(index + 1): say how many working hours past due.")
            }
            read.append(
                EscalationLevel(
                    after: Span(milliseconds: Int64((hours * 3_600_000).rounded())),
                    tell: Told.allCases.filter { level.tell.contains($0.rawValue) },
                    reassign: level.reassign
                )
            )
        }
        return ServiceLevel(warnPercent: warn, levels: read)
    }

    /// "24", "1.5".
    private static func hours(_ span: Span) -> String {
        let whole = span.milliseconds / 3_600_000
        return whole * 3_600_000 == span.milliseconds
            ? String(whole) : String(Double(span.milliseconds) / 3_600_000)
    }
}

extension ServiceLevelForm {
    init(_ kind: ClockKind, _ entry: ServiceLevelEntry) {
        id = "level-\(kind.rawValue)"
        title = kind.label
        action = "/settings/service-levels/\(kind.rawValue)"
        warnPercent = entry.warnPercent
        let blank = ServiceLevelEntry.Level()
        let shown = max(entry.levels.count, ServiceLevelEntry.most)
        levels = (0..<shown).map { index in
            let level = index < entry.levels.count ? entry.levels[index] : blank
            return ServiceLevelRow(
                number: index + 1,
                after: level.after,
                told: Told.allCases.map { told in
                    ToldView(
                        name: "tell\(index + 1)",
                        value: told.rawValue,
                        label: told.label,
                        isChecked: level.tell.contains(told.rawValue)
                    )
                },
                reassign: level.reassign
            )
        }
    }
}
