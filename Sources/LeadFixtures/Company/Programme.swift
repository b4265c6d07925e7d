import LeadCore

/// A campaign of the demo company, with dates counted back from the last day of the story.
struct PlannedCampaign: Sendable {
    var name: String
    var source: String
    var productClass: String
    /// In cents.
    var cost: Int64
    /// Days before the end on which it begins.
    var begins: Int
    var days: Int
    /// How many answer it, in parts of a thousand of all leads.
    var answers: Double
}

/// Two years of marketing.
///
/// The figures tell stories: the seminar series was overbooked and sold nothing; the customers who
/// bring customers cost little and sell most; the bought list and the call campaign pay for nothing.
enum Programme {
    static let campaigns = [
        PlannedCampaign("Precision Days Stuttgart, first year", "Trade show", "Scanners", 6_800_000, 655, 3, 55),
        PlannedCampaign("Precision Days Stuttgart, second year", "Trade show", "Scanners", 7_400_000, 290, 3, 70),
        PlannedCampaign("Nordic Factory Fair Gothenburg", "Trade show", "Scanners", 3_900_000, 410, 2, 30),
        PlannedCampaign("Makers' Weekend Rotterdam", "Consumer show", "Scanners", 850_000, 205, 2, 12),
        PlannedCampaign("Seminar: reverse engineering in a day", "Seminar", "Software", 3_600_000, 560, 60, 65),
        PlannedCampaign("Webinar: inspection in the line", "Seminar", "Software", 480_000, 175, 45, 35),
        PlannedCampaign("Search ads: 3D scanner", "Advertising", "Scanners", 2_900_000, 720, 720, 95),
        PlannedCampaign("Trade press: toolmaking", "Print", "Scanners", 1_150_000, 330, 60, 14),
        PlannedCampaign("Spring catalogue", "Direct mail", "Scanners", 940_000, 610, 30, 28),
        PlannedCampaign("Letter to die casters", "Direct mail", "Services", 420_000, 240, 21, 20),
        PlannedCampaign("Newsletter: scan to CAD", "E-mail", "Software", 120_000, 480, 120, 40),
        PlannedCampaign("Newsletter: calibration week", "E-mail", "Services", 90_000, 150, 30, 40),
        PlannedCampaign("Call campaign: foundries", "Telemarketing", "Services", 1_600_000, 365, 40, 30),
        PlannedCampaign("Customers bring customers", "Referral", "Scanners", 350_000, 540, 540, 60),
        PlannedCampaign("Partner programme north-west", "Partner", "Scanners", 1_800_000, 500, 500, 55),
        PlannedCampaign("Field report: turbine blades", "Article", "Scanners", 260_000, 260, 120, 22),
        PlannedCampaign("Operator course open days", "E-mail", "Training", 180_000, 60, 60, 30),
    ]
}

extension PlannedCampaign {
    fileprivate init(
        _ name: String,
        _ source: String,
        _ productClass: String,
        _ cost: Int64,
        _ begins: Int,
        _ days: Int,
        _ answers: Double
    ) {
        self.init(
            name: name,
            source: source,
            productClass: productClass,
            cost: cost,
            begins: begins,
            days: days,
            answers: answers
        )
    }
}
