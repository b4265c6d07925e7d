import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// The lead process: reading it in each of its versions, and editing the one in force.
struct ProcessPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/process") { request, visit in
            let version = request.uri.queryParameters["version"].flatMap { Int($0) }
            return try await read(version, visit)
        }
        routes.get("/settings/process/edit") { _, visit in
            let workbench = try await workbench(visit)
            let draft = ProcessDraft(workbench.policy.process, base: workbench.policy.version)
            return try page(draft, workbench, visit)
        }
        routes.post("/settings/process/edit") { _, visit in try await edit(visit) }
    }

    private func read(_ version: Int?, _ visit: Visit) async throws -> Response {
        let actor = try visit.actor
        let current = try await site.app.fetch(Choices(), as: actor).policy
        let policy = try await version.mapAsync { try await site.app.fetch(PolicyVersion(version: $0), as: actor) }
        let versions = try await site.app.fetch(PolicyVersions(), as: actor)
        let shown = policy ?? current
        let mayEdit = actor.role.may(SetPolicy.permission) && shown.version == current.version
        return try site.page(
            ProcessView(
                shown,
                versions,
                editing: mayEdit ? "/settings/process/edit" : nil,
                tabs: site.tabs(.process, visit),
                frame: site.frame("Process", visit)
            )
        )
    }

    private func edit(_ visit: Visit) async throws -> Response {
        let workbench = try await workbench(visit)
        var draft = ProcessDraft(visit.form)
        let action = visit.form["do"]
        guard action == "save" else {
            draft.carryOut(action)
            return try page(draft, workbench, visit)
        }
        do {
            var body = workbench.body
            body.process = try draft.process(fields: workbench.policy.process.fields)
            let set = SetPolicy(body: body, mapping: draft.mapping, base: draft.base)
            let version = try await site.app.perform(set, as: visit.actor)
            return Response.redirect(
                to: "/settings/process",
                flash: FlashView(message: "Version \(version) is in force.")
            )
        } catch let refusal as Refusal where refusal.belongsOnForm {
            return try page(draft, workbench, refusal: refusal, visit, status: .unprocessableContent)
        }
    }

    private func workbench(_ visit: Visit) async throws -> ProcessWorkbench {
        let actor = try visit.actor
        try actor.require(SetPolicy.permission)
        return ProcessWorkbench(
            policy: try await site.app.fetch(Choices(), as: actor).policy,
            body: try await site.app.fetch(PolicyInForce(), as: actor).body,
            uses: try await site.app.fetch(ProcessUses(), as: actor)
        )
    }

    private func page(
        _ draft: ProcessDraft,
        _ workbench: ProcessWorkbench,
        refusal: Refusal? = nil,
        _ visit: Visit,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let (tabs, frame) = (try site.tabs(.process, visit), site.frame("Edit the process", visit))
        let view = ProcessEditView(draft, workbench, refusal: refusal, tabs: tabs, frame: frame)
        return try site.page(view, status: status)
    }
}

/// What the editor of the process works on.
struct ProcessWorkbench {
    var policy: Policy
    var body: PolicyBody
    var uses: ProcessUses.Answer
}

extension Optional {
    fileprivate func mapAsync<T>(_ body: (Wrapped) async throws -> T) async throws -> T? {
        if let self { try await body(self) } else { nil }
    }
}
