import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Assignment rules: each change goes into a draft, the draft is checked, and put in force as one version.
struct AssignmentPages: RouteSet {
    let site: Site
    private let path = AssignmentView.path

    init(site: Site) {
        self.site = site
    }

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/assignment") { _, visit in
            let tabs = try site.tabs(.assignment, visit)
            let book = try await site.app.fetch(RuleBook(), as: visit.actor)
            return try site.page(AssignmentView(book, tabs: tabs, frame: site.frame("Assignment", visit)))
        }
        routes.get("/settings/assignment/rules/new") { _, visit in
            try site.page(try await rulePage(nil, RuleEntry(), visit))
        }
        routes.post("/settings/assignment/rules") { _, visit in try await save(nil, visit) }
        routes.get("/settings/assignment/rules/:key") { _, visit in
            let rule = try await rule(visit)
            return try site.page(try await rulePage(rule, RuleEntry(rule), visit))
        }
        routes.post("/settings/assignment/rules/:key") { _, visit in try await save(try await rule(visit), visit) }
        routes.post("/settings/assignment/rules/:key/earlier") { _, visit in try await move(by: -1, visit) }
        routes.post("/settings/assignment/rules/:key/later") { _, visit in try await move(by: 1, visit) }
        routes.post("/settings/assignment/rules/:key/removal") { _, visit in
            let key = try await rule(visit).key
            return try await change("Taken out of the draft.", visit) { $0.rules.removeAll { $0.key == key } }
        }
        routes.post("/settings/assignment/catch-all") { _, visit in
            let pool = Pool.ID(visit.form["catchAll"])
            return try await change("Kept in the draft.", visit) { $0.catchAll = pool }
        }
        routes.post("/settings/assignment/discarding") { _, visit in
            try await site.app.perform(SaveRuleDraft(nil), as: visit.actor)
            return Response.redirect(to: path, flash: FlashView(message: "The draft is thrown away."))
        }
        routes.post("/settings/assignment/force") { _, visit in try await enforce(visit) }
    }

    private func enforce(_ visit: Visit) async throws -> Response {
        do {
            let version = try await site.app.perform(EnforceRuleDraft(), as: visit.actor)
            return Response.redirect(to: path, flash: FlashView(message: "Version \(version) is in force."))
        } catch let refusal as Refusal where refusal.belongsOnForm {
            let book = try await site.app.fetch(RuleBook(), as: visit.actor)
            var view = AssignmentView(
                book,
                tabs: try site.tabs(.assignment, visit),
                frame: site.frame("Assignment", visit)
            )
            view.errors = FormErrors(message: refusal.sentence)
            return try site.page(view, status: .unprocessableContent)
        }
    }

    /// Changes the draft, or begins one.
    private func change(
        _ message: String,
        _ visit: Visit,
        _ edit: (inout AssignmentRules) -> Void
    ) async throws -> Response {
        let book = try await site.app.fetch(RuleBook(), as: visit.actor)
        var draft = book.draft ?? RuleDraft(rules: book.inForce, base: book.version)
        edit(&draft.rules)
        try await site.app.perform(SaveRuleDraft(draft), as: visit.actor)
        return Response.redirect(to: path, flash: FlashView(message: message))
    }

    private func move(by step: Int, _ visit: Visit) async throws -> Response {
        let key = try await rule(visit).key
        return try await change("Moved.", visit) { rules in
            guard let index = rules.rules.firstIndex(where: { $0.key == key }),
                rules.rules.indices.contains(index + step)
            else { return }
            rules.rules.swapAt(index, index + step)
        }
    }

    private func rule(_ visit: Visit) async throws -> AssignmentRule {
        let book = try await site.app.fetch(RuleBook(), as: visit.actor)
        let key = visit.parameters.get("key")
        guard let rule = book.rules.rules.first(where: { $0.key == key }) else { throw Refusal.notFound("rule") }
        return rule
    }

    private func save(_ old: AssignmentRule?, _ visit: Visit) async throws -> Response {
        let entry = RuleEntry(visit.form)
        let words = ConditionWords(try await site.app.fetch(Choices(), as: visit.actor))
        let view = try await rulePage(old, entry, visit)
        do {
            let condition = try ConditionForm.condition(visit.form, words)
            let book = try await site.app.fetch(RuleBook(), as: visit.actor)
            let rule = try entry.rule(old?.key ?? Self.newKey(book.rules), condition)
            return try await change("Kept “\(rule.name)” in the draft.", visit) { rules in
                if let index = rules.rules.firstIndex(where: { $0.key == rule.key }) {
                    rules.rules[index] = rule
                } else {
                    rules.rules.append(rule)
                }
            }
        } catch let refusal as Refusal where refusal.belongsOnForm {
            var refused = view
            refused.form = view.form.refused(by: refusal)
            let isCondition = refusal.code == "condition_invalid"
            refused.conditions = ConditionForm(visit.form, words, error: isCondition ? refusal.sentence : nil)
            return try site.page(refused, status: .unprocessableContent)
        }
    }

    /// The next free number; keys are never shown, but stay with decisions.
    private static func newKey(_ rules: AssignmentRules) -> String {
        let taken = rules.rules.compactMap { Int($0.key.dropFirst(4)) }
        return "rule\((taken.max() ?? 0) + 1)"
    }

    private func rulePage(_ rule: AssignmentRule?, _ entry: RuleEntry, _ visit: Visit) async throws -> RuleView {
        let tabs = try site.tabs(.assignment, visit)
        let choices = try await site.app.fetch(Choices(), as: visit.actor)
        let title = rule?.name ?? "New rule"
        return RuleView(
            page: site.frame(title, visit),
            tabs: tabs,
            title: title,
            form: entry.form(rule.map { "\(path)/rules/\($0.key)" } ?? "\(path)/rules", choices.pools),
            conditions: ConditionForm(rule?.condition, ConditionWords(choices))
        )
    }
}
