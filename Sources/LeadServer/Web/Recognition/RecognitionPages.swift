import Hummingbird
import LeadApp
import LeadCore

/// Settings: what is made of each intent, and how many points make a lead.
struct RecognitionPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/recognition") { _, visit in
            let policy = try await site.app.fetch(PolicyInForce(), as: visit.actor)
            let form = FormView.recognition(RecognitionEntry(policy.body.recognition ?? .standard))
            return try site.page(site.settingsForm(.recognition, "Recognition", form, visit))
        }
        routes.post("/settings/recognition") { _, visit in
            let actor = try visit.actor
            let entry = RecognitionEntry(visit.form)
            return try await site.answer(.recognition(entry)) { form in
                try site.settingsForm(.recognition, "Recognition", form, visit)
            } by: {
                var body = try await site.app.fetch(PolicyInForce(), as: actor).body
                body.recognition = try entry.policy()
                try await site.app.perform(SetPolicy(body: body), as: actor)
                return Response.redirect(
                    to: "/settings/recognition",
                    flash: FlashView(message: "Saved. New inquiries go by these rules.")
                )
            }
        }
    }
}

/// The rules as they stand in the form, as text.
struct RecognitionEntry {
    var threshold: String
    var windowDays: String
    var touchPoints: String
    var rules: [(intent: Intent, treatment: String, points: String)]

    init(_ policy: RecognitionPolicy) {
        threshold = "\(policy.threshold)"
        windowDays = "\(policy.windowDays)"
        touchPoints = "\(policy.touchPoints)"
        rules = Intent.allCases.map { intent in
            let rule = policy.rule(for: intent)
            return (intent, rule.treatment.rawValue, "\(rule.points)")
        }
    }

    init(_ form: SubmittedForm) {
        threshold = form["threshold"]
        windowDays = form["windowDays"]
        touchPoints = form["touchPoints"]
        rules = Intent.allCases.map { ($0, form["\($0.rawValue)-treatment"], form["\($0.rawValue)-points"]) }
    }

    func policy() throws(Refusal) -> RecognitionPolicy {
        var issues: [Refusal.Issue] = []
        func number(_ text: String, _ name: String) -> Int {
            if let number = text.trimmed.flatMap({ Int($0) }) { return number }
            issues.append(.init("/\(name)", "This is a whole number."))
            return 0
        }
        let policy = RecognitionPolicy(
            rules: rules.map { intent, treatment, points in
                .init(
                    intent,
                    RecognitionPolicy.Treatment(rawValue: treatment) ?? .lead,
                    points: number(points, "\(intent.rawValue)-points")
                )
            },
            touchPoints: number(touchPoints, "touchPoints"),
            threshold: number(threshold, "threshold"),
            windowDays: number(windowDays, "windowDays")
        )
        if let first = issues.first { throw Refusal(.invalid, "invalid_input", first.message, issues: issues) }
        return policy
    }
}

extension FormView {
    static func recognition(_ entry: RecognitionEntry) -> FormView {
        FormView(
            id: "recognition",
            action: "/settings/recognition",
            fields: [
                .input(
                    "threshold",
                    "Points that make a lead",
                    value: entry.threshold,
                    hint: "Of one account for one product class.",
                    required: true,
                    keyboard: "numeric"
                ),
                .input(
                    "windowDays",
                    "Days that signals count",
                    value: entry.windowDays,
                    hint: "1 to 730.",
                    required: true,
                    keyboard: "numeric"
                ),
                .input(
                    "touchPoints",
                    "Points for our own activity",
                    value: entry.touchPoints,
                    hint: "Each mailing, brochure or call, beside at least one signal of theirs.",
                    required: true,
                    keyboard: "numeric",
                    wide: true
                ),
            ] + entry.rules.flatMap(Self.rule),
            submit: "Save",
            intro:
                "What an inquiry becomes goes by what somebody wants. What is no lead by itself counts, and enough of it is one.",
            cancel: "/settings"
        )
    }

    private static func rule(_ intent: Intent, treatment: String, points: String) -> [Field] {
        [
            .select(
                "\(intent.rawValue)-treatment",
                intent.label,
                options: RecognitionPolicy.Treatment.allCases.map {
                    Option(value: $0.rawValue, label: $0.label, chosen: $0.rawValue == treatment)
                }
            ),
            .input(
                "\(intent.rawValue)-points",
                "\(intent.label): points",
                value: points,
                required: true,
                keyboard: "numeric"
            ),
        ]
    }
}
