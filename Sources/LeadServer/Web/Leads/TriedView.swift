import LeadApp
import LeadCore

/// The evidence of attempts on a lead's page: what was tried, and what is missing before it may be given up as unreachable.
struct TriedView: Encodable {
    /// "2 attempts without getting through".
    var summary: String
    /// Whether what is not met yet is something that failed: not while nothing was tried.
    var isUnderWay: Bool
    /// Attempts, channels, parts of the day.
    var checks: [GateItem]
}

extension TriedView {
    /// Nil for a closed lead, and where nothing was tried and nothing is asked.
    init?(_ answer: LeadDetail.Answer) {
        let (tried, rule) = (answer.lead.tried, answer.policy.unreachable)
        guard answer.lead.isOpen, tried.count > 0 || answer.lead.kind == .new || answer.lead.kind == .working else {
            return nil
        }
        isUnderWay = tried.count > 0
        summary =
            tried.count == 0
            ? "Nobody has tried yet"
            : tried.count == 1 ? "1 attempt without getting through" : "\(tried.count) attempts without getting through"
        checks = [
            GateItem(
                label: "\(rule.attempts) attempts",
                met: tried.count >= rule.attempts,
                detail: "\(tried.count) so far"
            ),
            GateItem(
                label: "\(rule.channels) channels",
                met: tried.channels.count >= rule.channels,
                detail: Self.list(Channel.allCases.filter(tried.channels.contains).map(\.label))
            ),
            GateItem(
                label: "\(rule.parts) parts of the day",
                met: tried.parts.count >= rule.parts,
                detail: Self.list(DayPart.allCases.filter(tried.parts.contains).map(\.label))
            ),
        ]
    }

    private static func list(_ labels: [String]) -> String {
        labels.isEmpty ? "none so far" : labels.joined(separator: ", ")
    }
}
