import LeadCore

/// What people say, write down and give as reasons.
enum Words {
    static let titles = [
        "Quality manager", "Head of metrology", "Production engineer", "Design engineer", "Toolroom lead",
        "Plant manager",
        "Purchasing", "R&D engineer", "Maintenance planner", "Research assistant",
    ]
    static let deciders = ["Managing director", "Technical director", "Head of quality", "Head of purchasing", "Owner"]

    static let inquiries: [String: [String]] = [
        "Scanners": [
            "Please send a quote for a handheld scanner. Our parts are up to 2 m long.",
            "We want to see the robot cell with our own part. Can you demonstrate it?",
            "Which accuracy do you reach on dark, shiny castings?",
            "We replace our touch probe next spring and compare three suppliers.",
            "Could a salesman visit us? We have about forty different housings to check.",
        ],
        "Software": [
            "We scan already and look for software that compares with the CAD model.",
            "Can your software make a surface model that SolidWorks opens?",
            "How many seats does a site licence have? We are nine people on two shifts.",
            "We need reports in three languages. Please show us.",
        ],
        "Services": [
            "We need 30 valve housings scanned by the end of the month.",
            "Our scanner is due for calibration. What does the yearly contract cost?",
            "Do you come to the site? The rotor cannot be moved.",
        ],
        "Training": [
            "Two operators need the basic course. When is the next one?",
            "Is there a course for people who train others?",
        ],
    ]

    /// What a deal is called: what the customer wants it for.
    static let projects: [String: [String]] = [
        "Scanners": [
            "Incoming inspection", "Replacing the touch probe", "Checking housings in the line",
            "First article reports",
            "Reverse engineering of old tools", "Second scanner for the toolroom", "Wear of forging dies",
            "New test bay",
        ],
        "Software": [
            "Comparing scans with CAD", "Reports in three languages", "Site licence",
            "Surface models for the designers",
            "Inspection plans for the second shift",
        ],
        "Services": [
            "Thirty valve housings", "Rotor on site", "Calibration for three years", "Casting patterns as CAD",
            "Hull survey",
        ],
        "Training": ["Two operators", "Train the trainer", "Refresher for the night shift"],
    ]

    static let reachedNotes = [
        "Talked for ten minutes, wants to see it on a part of theirs.", "Good talk. Sends drawings by Friday.",
        "Interested, but has to ask the plant manager.", "Compares with a touch probe; asked for accuracy figures.",
        "Knows us from a colleague.", "Asked for a price range first; gave one.",
    ]
    static let missedNotes = [
        "Rang out.", "Secretary says: in a meeting.", "On holiday until Monday.", "Voice mail full.",
    ]

    static let declineReasons = [
        "Not enough information", "Not my territory", "No capacity", "Too small", "Not a real need",
    ]
    static let lossReasons = [
        "Price", "Missing feature", "Delivery time", "Stays with the old supplier",
    ]
    static let competitors = ["Optimetra", "Scanwerk Nord", "TriVision"]

    static func evidence(_ criterion: Criterion, _ level: Level, _ chance: inout Chance) -> String {
        let texts = evidence[criterion]?[level] ?? ["\(criterion.label): \(level.rawValue)."]
        return chance.pick(texts)
    }

    private static let evidence: [Criterion: [Level: [String]]] = [
        .need: [
            .none: ["Was only curious.", "Has no parts to measure."],
            .low: ["Would be nice to have; the old way still works."],
            .medium: ["Rejects cost them about 4,000 a month.", "Customer asks for measurement reports."],
            .high: ["Lost an order for want of a first article report.", "Their only measuring machine is down."],
        ],
        .urgency: [
            .none: ["No date in sight."], .low: ["Some time next year.", "After the move to the new hall."],
            .medium: ["Decision this half-year.", "New part goes into production in spring."],
            .high: ["Audit in six weeks.", "Project starts next month, with or without us."],
        ],
        .fit: [
            .none: ["Parts far too small for our scanners."], .low: ["Mostly transparent parts; needs spray."],
            .medium: ["Parts of 20 to 80 cm, matt castings.", "Works on CAD we read."],
            .high: ["Exactly what the H2 was made for.", "Same parts as at two of our customers."],
        ],
        .authority: [
            .low: ["Collects information for somebody else."], .medium: ["Recommends; the board signs."],
            .high: ["Signs it alone up to 60,000."],
        ],
        .money: [
            .none: ["No budget."], .low: ["Budget not asked for yet."],
            .medium: ["In the investment plan, not released."],
            .high: ["Budget released, order number exists."],
        ],
    ]
}
