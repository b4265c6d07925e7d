import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// Templates of mail and the files that they carry.
struct MailTemplateAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/mail-templates") { request, visit in
            let answer = try await site.app.fetch(MailTemplateList(), as: visit.actor)
            return Response.list(answer.templates.map { .template($0) }, next: nil, in: request)
        }
        routes.post("/mail-templates") { request, visit in
            let saved = try await save(nil, request, visit)
            let body: JSONValue = ["id": .id(saved.template), "version": .int(saved.version)]
            return Response.created(body, at: "/v1/mail-templates/\(saved.template)")
        }
        routes.put("/mail-templates/:id") { request, visit in
            let saved = try await save(try visit.id(), request, visit)
            return Response.json(["id": .id(saved.template), "version": .int(saved.version)])
        }
        routes.delete("/mail-templates/:id") { request, visit in
            let command = RetireMailTemplate(template: try visit.id())
            try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
        routes.post("/mail-templates/preview") { request, visit in
            let input = Input(try await request.json())
            let lead: Lead.ID? = input.id("lead")
            let draft = try draft(nil, input)
            try input.check()
            let answer = try await site.app.fetch(PreviewMail(draft, lead: lead), as: visit.actor)
            return Response.json(
                [
                    "lead": .id(answer.lead), "subject": .text(answer.words.subject), "text": .text(answer.words.text),
                    "html": .text(answer.words.html),
                ]
            )
        }
        routes.get("/mail-files") { request, visit in
            let answer = try await site.app.fetch(MailTemplateList(), as: visit.actor)
            return Response.list(answer.files.map { .file($0) }, next: nil, in: request)
        }
        routes.post("/mail-files") { request, visit in try await addFile(request, visit) }
    }

    /// The file is the body, its name in the query and its kind in Content-Type.
    private func addFile(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.actor
        try actor.require(.editCampaigns)
        let query = QueryInput(request)
        let name = query.text("name") ?? ""
        try query.check()
        let body = try await request.body.collect(upTo: AddMailFile.mostBytes)
        let type = request.headers[.contentType] ?? MediaTypes.guess(name)
        let command = AddMailFile(name: name, mediaType: type, bytes: Array(buffer: body))
        let id = try await site.app.perform(command, as: actor, key: request.idempotencyKey).file
        return Response.created(["id": .id(id)], at: "/v1/mail-files/\(id)")
    }

    private func save(
        _ id: MailTemplate.ID?,
        _ request: Request,
        _ visit: Visit
    ) async throws -> SaveMailTemplate.Outcome {
        let input = Input(try await request.json())
        let command = try draft(id, input)
        try input.check()
        return try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
    }

    private func draft(_ id: MailTemplate.ID?, _ input: Input) throws(Refusal) -> SaveMailTemplate {
        SaveMailTemplate(
            template: id,
            purpose: try input.required("purpose", input.word("purpose")),
            name: try input.required("name", input.text("name", most: 200)),
            language: input.text("language", most: 20) ?? "en",
            scope: .init(
                source: input.id("source"),
                campaign: input.id("campaign"),
                productClass: input.id("productClass"),
                intent: input.word("intent")
            ),
            sends: input.flag("sends") ?? true,
            marketing: input.flag("marketing") ?? false,
            subject: input.text("subject", most: 500) ?? "",
            text: input.text("text", most: 100_000) ?? "",
            html: input.text("html", most: 300_000),
            files: input.ids("files") ?? []
        )
    }
}

extension JSONValue {
    fileprivate static func template(_ row: TemplateRow) -> JSONValue {
        let it = row.template
        return [
            "id": .id(it.id), "version": .int(it.version), "purpose": .text(it.purpose.rawValue),
            "name": .text(it.name),
            "language": .text(it.language), "source": .id(it.scope.source), "campaign": .id(it.scope.campaign),
            "productClass": .id(it.scope.productClass), "intent": .text(it.scope.intent?.rawValue),
            "sends": .bool(it.sends), "marketing": .bool(it.marketing), "subject": .text(it.subject),
            "text": .text(it.text), "html": .text(it.html), "files": .list(it.files.map { .id($0) }),
            "savedAt": .time(row.savedAt), "savedBy": .id(row.savedBy),
        ]
    }

    fileprivate static func file(_ file: MailFileRow) -> JSONValue {
        [
            "id": .id(file.id), "name": .text(file.name), "mediaType": .text(file.mediaType), "size": .int(file.size),
        ]
    }
}
