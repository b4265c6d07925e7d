/// A response that no lead has claimed yet: somebody of an account showed interest in a product class.
package struct Signal: Hashable, Sendable {
    package var response: Response.ID
    package var contact: Contact.ID
    package var intent: Intent
    package var at: Instant

    package init(response: Response.ID, contact: Contact.ID, intent: Intent, at: Instant) {
        self.response = response
        self.contact = contact
        self.intent = intent
        self.at = at
    }
}

/// What the signals of an account in a product class amount to (requirement B9, lead recognition).
///
/// A lead is recognised from what an account's people did together with what we did towards them, within a window of time. The
/// answer names the signals that counted, so it can be explained and computed again.
package struct Recognition: Hashable, Sendable {
    /// A signal that counted, and how much.
    package struct Evidence: Hashable, Sendable {
        package var signal: Signal
        package var points: Int
    }

    package let evidence: [Evidence]
    package let touches: Int
    package let points: Int
    package let threshold: Int
    /// Whether they are a lead: enough points, and at least one signal that is more than being served.
    package let isLead: Bool

    /// - Parameters:
    ///   - signals: unclaimed ones of one account and product class, in any order.
    ///   - touches: when we did something towards these people about this class.
    ///   - now: the end of the window.
    package init(
        signals: [Signal],
        touches: [Instant],
        policy: RecognitionPolicy,
        now: Instant
    ) {
        let start = now - policy.window
        var seen: Set<Repetition> = []
        evidence = signals.filter { $0.at > start && $0.at <= now }
            .sorted { ($0.at, $0.response) < ($1.at, $1.response) }
            .compactMap { signal in
                guard seen.insert(Repetition(signal)).inserted else { return nil }
                return Evidence(signal: signal, points: policy.rule(for: signal.intent).points)
            }
        self.touches = touches.count { $0 > start && $0 <= now }
        let theirs = evidence.reduce(0) { $0 + $1.points }
        points = theirs == 0 ? 0 : theirs + self.touches * policy.touchPoints
        threshold = policy.threshold
        let isAsked = evidence.contains { policy.rule(for: $0.signal.intent).treatment != .serve }
        isLead = isAsked && points >= policy.threshold
    }

    /// The same person doing the same on the same day counts once: mail scanners click on everything.
    private struct Repetition: Hashable {
        var contact: Contact.ID
        var intent: Intent
        var day: Int64

        init(_ signal: Signal) {
            contact = signal.contact
            intent = signal.intent
            let (day, rest) = signal.at.milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
            self.day = rest < 0 ? day - 1 : day
        }
    }
}
