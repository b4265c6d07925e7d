import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// The minimum at handoff: what marketing and sales have agreed on, each change a new version.
struct GatePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/gate") { _, visit in
            let policy = try await site.app.fetch(PolicyInForce(), as: visit.actor)
            return try site.page(view(.gate(policy.body.gate, policy), policy, visit))
        }
        routes.post("/settings/gate") { _, visit in
            let policy = try await site.app.fetch(PolicyInForce(), as: visit.actor)
            let gate = Gate(visit.form, version: policy.body.gate.version)
            return try await site.answer(.gate(gate, policy)) { form in
                try view(form, policy, visit)
            } by: {
                var body = policy.body
                body.gate = gate
                let base = Int(visit.form["base"]) ?? policy.version
                try await site.app.perform(SetPolicy(body: body, base: base), as: visit.actor)
                return Response.redirect(to: "/settings/gate", flash: FlashView(message: "The gate is in force."))
            }
        }
    }

    private func view(_ form: FormView, _ policy: PolicyInForce.Answer, _ visit: Visit) throws -> SettingsFormView {
        var view = try site.settingsForm(.gate, "Gate at handoff", form, visit)
        view.back = LinkView(label: "Process", href: "/settings/process")
        return view
    }
}

extension Gate {
    /// The gate as the form says it.
    fileprivate init(_ form: SubmittedForm, version: Int) {
        var minimum = Qualification()
        for criterion in Criterion.allCases { minimum.levels[criterion] = Level(rawValue: form[criterion.rawValue]) }
        self.init(
            version: version,
            minimum: minimum,
            grade: Grade(rawValue: form["grade"]),
            fields: form.all("fields")
        )
    }
}

extension FormView {
    fileprivate static func gate(_ gate: Gate, _ policy: PolicyInForce.Answer) -> FormView {
        let levels = Criterion.allCases.map { criterion in
            let chosen = gate.minimum.level(criterion)
            return Field.select(
                criterion.rawValue,
                criterion.label,
                options: [.blank("Free")]
                    + Level.allCases.map { Option(value: $0.rawValue, label: $0.demand, chosen: $0 == chosen) },
                required: true
            )
        }
        let grades = Grade.allCases.reversed().map {
            Option(value: $0.rawValue, label: "At least \($0.label.lowercased())", chosen: $0 == gate.grade)
        }
        let custom = policy.body.process.fields.map {
            Option(value: $0.key, label: $0.label, chosen: gate.fields.contains($0.key))
        }
        return FormView(
            id: "gate",
            action: "/settings/gate",
            fields: levels + [.select("grade", "Grade", options: [.blank("Free")] + grades, required: true)]
                + (custom.isEmpty ? [] : [.checks("fields", "Fields that must be filled in", options: custom)]),
            submit: "Put in force",
            intro: """
                Gate \(gate.version). A lead shows at least this before it is qualified or handed to sales, on every way \
                there. Leads that are with sales already stay there.
                """,
            cancel: "/settings/process",
            hidden: [HiddenField(name: "base", value: "\(policy.version)")]
        )
    }
}

extension Level {
    fileprivate var demand: String {
        self == .none ? "Known, whatever it is" : "At least \(rawValue)"
    }
}
