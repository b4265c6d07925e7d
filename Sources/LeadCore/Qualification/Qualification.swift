/// The five things that a qualified lead shows (requirements C1, C2).
package enum Criterion: String, CaseIterable, Codable, Sendable {
    case need, urgency, fit, authority, money

    package var label: String {
        switch self {
        case .need: "Need"
        case .urgency: "Urgency"
        case .fit: "Fit"
        case .authority: "Authority"
        case .money: "Money"
        }
    }
}

/// How strongly a criterion is met.
package enum Level: String, CaseIterable, Codable, Comparable, Sendable {
    case none, low, medium, high

    package var points: Int {
        switch self {
        case .none: 0
        case .low: 1
        case .medium: 2
        case .high: 3
        }
    }

    package static func < (a: Level, b: Level) -> Bool {
        a.points < b.points
    }
}

/// Hot, Good or Poor: how good a lead is, apart from where it is in the process (requirement C3).
package enum Grade: String, CaseIterable, Codable, Sendable {
    case hot, good, poor

    package var label: String {
        switch self {
        case .hot: "Hot"
        case .good: "Good"
        case .poor: "Poor"
        }
    }
}

/// What is known about a lead, criterion by criterion.
///
/// The evidence text is kept beside the lead, never in the ledger.
package struct Qualification: Hashable, Codable, Sendable {
    package var levels: [Criterion: Level]

    package init(levels: [Criterion: Level] = [:]) {
        self.levels = levels
    }

    package func level(_ criterion: Criterion) -> Level? {
        levels[criterion]
    }

    /// The grade that follows from the levels, or nil until need, urgency and fit are known.
    ///
    /// Hot: need, urgency and fit all medium or more and at least one high, and nothing is `none`. Poor: need or fit is `none`,
    /// or the average of what is known is at most low. Good: everything else.
    package var grade: Grade? {
        guard let need = levels[.need], let urgency = levels[.urgency], let fit = levels[.fit] else { return nil }
        if need == .none || fit == .none { return .poor }
        let known = Array(levels.values)
        let total = known.reduce(0) { $0 + $1.points }
        if total <= known.count { return .poor }
        let core = [need, urgency, fit]
        if core.allSatisfy({ $0 >= .medium }), core.contains(.high), !known.contains(.none) { return .hot }
        return .good
    }
}

extension Qualification {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case need, urgency, fit, authority, money
    }

    /// `{"need":"high","fit":"low"}`: only what is known.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        for key in CodingKeys.allCases {
            levels[Criterion(rawValue: key.rawValue) ?? .need] = try container.decodeIfPresent(Level.self, forKey: key)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        for key in CodingKeys.allCases {
            try container.encodeIfPresent(Criterion(rawValue: key.rawValue).flatMap { levels[$0] }, forKey: key)
        }
    }
}
