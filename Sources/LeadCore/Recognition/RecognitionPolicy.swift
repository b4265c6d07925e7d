/// What is made of each intent, and when signals together are a lead (requirement B9).
package struct RecognitionPolicy: Hashable, Codable, Sendable {
    package enum Treatment: String, CaseIterable, Codable, Sendable {
        /// Becomes a lead at once.
        case lead
        /// Counts towards a lead of the account and product class.
        case signal
        /// Is served and counts, but takes none of a seller's time by itself: never the last point that makes a lead.
        case serve

        package var label: String {
            switch self {
            case .lead: "Makes a lead"
            case .signal: "Counts as a signal"
            case .serve: "Is served, no lead"
            }
        }
    }

    package struct Rule: Hashable, Codable, Sendable {
        package var intent: Intent
        package var treatment: Treatment
        /// What one such response counts, 0 to 1,000.
        package var points: Int

        package init(_ intent: Intent, _ treatment: Treatment, points: Int) {
            self.intent = intent
            self.treatment = treatment
            self.points = points
        }
    }

    /// One for each intent; an intent without one makes a lead at once, so that nothing is lost by a gap in the rules.
    package var rules: [Rule]
    /// What our own activities aimed at the account's people count each, beside their signals.
    package var touchPoints: Int
    /// Points that make a lead.
    package var threshold: Int
    /// How far back signals count, in days.
    package var windowDays: Int

    package init(rules: [Rule], touchPoints: Int, threshold: Int, windowDays: Int) {
        self.rules = rules
        self.touchPoints = touchPoints
        self.threshold = threshold
        self.windowDays = windowDays
    }

    package static let standard = RecognitionPolicy(
        rules: [
            Rule(.contact, .lead, points: 100),
            Rule(.quote, .lead, points: 100),
            Rule(.demo, .lead, points: 100),
            Rule(.visit, .lead, points: 100),
            Rule(.callBack, .lead, points: 100),
            Rule(.eventAttendance, .lead, points: 100),
            Rule(.reply, .lead, points: 100),
            Rule(.eventRegistration, .signal, points: 50),
            Rule(.download, .signal, points: 40),
            Rule(.click, .signal, points: 30),
            Rule(.brochure, .serve, points: 20),
        ],
        touchPoints: 5,
        threshold: 100,
        windowDays: 90
    )

    package func rule(for intent: Intent) -> Rule {
        rules.first { $0.intent == intent } ?? Rule(intent, .lead, points: threshold)
    }

    /// How long ago a signal may be.
    package var window: Span { .days(Int64(windowDays)) }

    /// Refuses points and limits that make no sense.
    package func validate() throws(Refusal) {
        var issues: [Refusal.Issue] = []
        if Set(rules.map(\.intent)).count != rules.count {
            issues.append(.init("/recognition/rules", "Each intent has one rule."))
        }
        for (index, rule) in rules.enumerated() where !(0...1000).contains(rule.points) {
            issues.append(.init("/recognition/rules/\(index)/points", "Points are a number from 0 to 1,000."))
        }
        if !(0...1000).contains(touchPoints) {
            issues.append(.init("/recognition/touchPoints", "Points are a number from 0 to 1,000."))
        }
        if !(1...10_000).contains(threshold) {
            issues.append(.init("/recognition/threshold", "The threshold is a number from 1 to 10,000."))
        }
        if !(1...730).contains(windowDays) {
            issues.append(.init("/recognition/windowDays", "The window is 1 to 730 days."))
        }
        guard issues.isEmpty else {
            throw Refusal(.invalid, "invalid_recognition", "These rules cannot work.", issues: issues)
        }
    }
}
