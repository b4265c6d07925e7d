/// How leads from a source turn out, as chances.
struct SourceProfile: Sendable {
    var source: String
    /// Parts of a thousand of all leads that come from here without a campaign.
    var unprompted: Double
    /// Somebody answers the telephone or the mail.
    var reached: Double
    /// Of those: there is a need now, and it fits.
    var qualifies: Double
    /// Of those that sales takes: the deal is won.
    var wins: Double

    private init(_ source: String, _ unprompted: Double, _ reached: Double, _ qualifies: Double, _ wins: Double) {
        self.source = source
        self.unprompted = unprompted
        self.reached = reached
        self.qualifies = qualifies
        self.wins = wins
    }

    static let all = [
        SourceProfile("Web form", 120, 0.78, 0.44, 0.42),
        SourceProfile("Web site", 60, 0.70, 0.38, 0.34),
        SourceProfile("Referral", 15, 0.94, 0.74, 0.72),
        SourceProfile("Sales", 25, 0.92, 0.60, 0.55),
        SourceProfile("Call centre", 25, 0.85, 0.42, 0.36),
        SourceProfile("Partner", 12, 0.88, 0.58, 0.52),
        SourceProfile("Trade show", 0, 0.72, 0.36, 0.42),
        SourceProfile("Consumer show", 0, 0.55, 0.08, 0.20),
        SourceProfile("Seminar", 0, 0.82, 0.40, 0.0),
        SourceProfile("Advertising", 0, 0.66, 0.26, 0.36),
        SourceProfile("Print", 0, 0.66, 0.24, 0.30),
        SourceProfile("Direct mail", 0, 0.60, 0.20, 0.28),
        SourceProfile("E-mail", 0, 0.64, 0.24, 0.32),
        SourceProfile("Telemarketing", 0, 0.50, 0.10, 0.15),
        SourceProfile("Article", 8, 0.80, 0.46, 0.42),
        SourceProfile("Directory", 8, 0.60, 0.16, 0.25),
        SourceProfile("Purchased list", 6, 0.40, 0.06, 0.10),
        SourceProfile("Other", 6, 0.60, 0.20, 0.25),
    ]

    static func of(_ source: String) -> SourceProfile {
        all.first { $0.source == source } ?? all[all.count - 1]
    }
}
