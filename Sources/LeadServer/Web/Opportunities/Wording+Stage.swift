import LeadCore

extension Wording {
    /// A stage as a pill: won, lost, or how far along the open ones it is.
    func stage(_ key: String) -> StatusView {
        StatusView(stage: key, of: policy.opportunityStages)
    }
}

extension StatusView {
    init(stage key: String, of stages: [OpportunityStage]) {
        let open = stages.filter { $0.kind == .open }
        guard let stage = stages.first(where: { $0.key == key }) else {
            let label = key == OpportunityStage.withdrawnKey ? "Withdrawn" : key
            self.init(code: key, label: label, tone: "closed")
            return
        }
        let tone =
            switch stage.kind {
            case .won: "won"
            case .lost, .withdrawn: "closed"
            case .open: Self.tone(open.firstIndex(of: stage) ?? 0, of: open.count)
            }
        self.init(code: key, label: stage.label, tone: tone)
    }

    /// The colours of the way from open to offered, spread over as many stages as there are.
    private static func tone(_ place: Int, of count: Int) -> String {
        let tones = ["open", "active", "talking", "ready", "offered"]
        return count <= tones.count ? tones[place] : tones[place * tones.count / count]
    }
}
