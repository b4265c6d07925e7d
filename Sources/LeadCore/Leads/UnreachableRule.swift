/// What must have been tried before a lead may be given up as unreachable (requirements F6, X11).
///
/// "Could not get through" is then told from "was too busy to try" by what the ledger shows.
package struct UnreachableRule: Hashable, Codable, Sendable {
    /// The reasons for rejecting or recycling that need evidence.
    package var reasons: [String]
    package var attempts: Int
    /// On how many different channels.
    package var channels: Int
    /// In how many different parts of the day.
    package var parts: Int

    package init(reasons: [String], attempts: Int, channels: Int, parts: Int) {
        self.reasons = reasons
        self.attempts = attempts
        self.channels = channels
        self.parts = parts
    }

    package static let standard = UnreachableRule(reasons: ["Unreachable"], attempts: 3, channels: 2, parts: 2)

    package func applies(to reason: String) -> Bool {
        reasons.contains { $0.lowercased() == reason.lowercased() }
    }

    /// What is still to be tried, with pointers; empty when the evidence is there.
    package func missing(in tried: AttemptEvidence) -> [Refusal.Issue] {
        var missing: [Refusal.Issue] = []
        if tried.count < attempts {
            missing.append(.init("/attempts", "\(attempts) attempts are needed; there are \(tried.count)."))
        }
        if tried.channels.count < channels {
            let known = tried.channels.map(\.label).sorted().joined(separator: ", ")
            let so = known.isEmpty ? "none was tried" : "so far: \(known)"
            missing.append(.init("/channels", "\(channels) different channels are needed; \(so)."))
        }
        if tried.parts.count < parts {
            let known = tried.parts.map(\.label).sorted().joined(separator: ", ")
            let so = known.isEmpty ? "none was tried" : "so far: \(known)"
            missing.append(.init("/dayParts", "\(parts) different parts of the day are needed; \(so)."))
        }
        return missing
    }

    func check(_ reason: String, _ tried: AttemptEvidence) throws(Refusal) {
        guard applies(to: reason) else { return }
        let missing = missing(in: tried)
        guard missing.isEmpty else {
            throw Refusal(
                .conflict,
                "unreachable_not_shown",
                "Nobody can tell yet that these people are unreachable: try more before you give the lead up.",
                issues: missing
            )
        }
    }
}
