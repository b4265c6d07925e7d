/// The service level of each kind of clock; a kind that is not named never warns and never escalates.
package struct ServiceLevels: Hashable, Codable, Sendable {
    package var byKind: [ClockKind: ServiceLevel]

    package init(_ byKind: [ClockKind: ServiceLevel]) {
        self.byKind = byKind
    }

    package subscript(kind: ClockKind) -> ServiceLevel {
        byKind[kind] ?? ServiceLevel(warnPercent: 0, levels: [])
    }

    /// Warn at three quarters; tell manager and marketing at the breach; after three more working days of eight hours
    /// give what nobody has followed up to somebody else (requirement E4).
    package static let standard = ServiceLevels([
        .firstResponse: .chased, .followUp: .chased, .accept: .chased,
        .qualification: ServiceLevel(warnPercent: 75, levels: [.atBreach]),
        .wakeUp: ServiceLevel(warnPercent: 0, levels: []),
    ])

    /// What is wrong with these levels, with pointers into them; empty when they can be put in force.
    package var faults: [Refusal.Issue] {
        ClockKind.allCases.flatMap { kind in byKind[kind]?.faults(at: "/\(kind.rawValue)") ?? [] }
    }

    package init(from decoder: any Decoder) throws {
        byKind = try decoder.singleValueContainer().decode([ClockKind: ServiceLevel].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(byKind)
    }
}

extension ClockKind: CodingKeyRepresentable {}

extension ServiceLevel {
    fileprivate static let chased = ServiceLevel(
        warnPercent: 75,
        levels: [.atBreach, EscalationLevel(after: .hours(24), tell: [.manager], reassign: true)]
    )

    fileprivate func faults(at pointer: String) -> [Refusal.Issue] {
        var faults: [Refusal.Issue] = []
        if !(0..<100).contains(warnPercent) {
            faults.append(.init("\(pointer)/warnPercent", "The warning comes after 0 to 99 percent of the time."))
        }
        for (index, level) in levels.enumerated() {
            let place = "\(pointer)/levels/\(index)"
            if level.after < .zero {
                faults.append(.init("\(place)/after", "A level cannot come before the due time."))
            }
            if index > 0, level.after < levels[index - 1].after {
                faults.append(.init("\(place)/after", "Levels must stand in the order of their time."))
            }
            if level.tell.isEmpty, !level.reassign {
                faults.append(.init("\(place)/tell", "A level tells somebody or gives the lead to somebody else."))
            }
        }
        return faults
    }
}

extension EscalationLevel {
    fileprivate static let atBreach = EscalationLevel(after: .zero, tell: [.manager, .marketing])
}
