import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Each act on a lead is a sub-resource: `POST /v1/leads/{id}/attempts`.
///
/// With `If-Match` it is done only at that version.
struct LeadActAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        addWork(to: routes)
        addHandoff(to: routes)
        addEnds(to: routes)
        addJoining(to: routes)
        act(routes, "contacts") { lead, input in
            let role: ContactRole = try input.required("role", input.word("role"))
            return LinkContact(lead: lead, person: Inquiry(personIn: input), role: role)
        }
        act(routes, "notes") { lead, input in
            AddNote(lead: lead, text: try input.required("text", input.text("text", most: AddNote.most)))
        }
        act(routes, "corrections") { lead, input in try CorrectLead(lead, input) }
        routes.delete("/leads/:id/contacts/:contact") { request, visit in
            try await perform(UnlinkContact(lead: visit.id(), contact: visit.id("contact")), request, visit)
        }
    }

    private func addWork(to routes: RouterGroup<Visit>) {
        act(routes, "attempts") { lead, input in
            let attempt = Attempt(
                channel: try input.required("channel", input.word("channel")),
                outcome: try input.required("outcome", input.word("outcome")),
                seconds: input.integer("seconds").map { Int($0) }
            )
            return LogAttempt(lead: lead, attempt: attempt, note: input.text("note"), next: try input.nextStep("next"))
        }
        act(routes, "qualification") { lead, input in
            QualifyLead(
                lead: lead,
                levels: input.words("levels"),
                evidence: input.texts(in: "evidence"),
                grade: input.word("grade"),
                reason: input.text("reason"),
                conclude: input.flag("conclude") ?? false
            )
        }
        act(routes, "status") { lead, input in
            MoveLead(lead: lead, to: Status(rawValue: try input.required("status", input.text("status"))))
        }
        act(routes, "next-step") { lead, input in
            let step = NextStep(
                what: try input.required("what", input.text("what")),
                dueAt: try input.required("dueAt", input.time("dueAt"))
            )
            return SetNextStep(lead: lead, next: step)
        }
        act(routes, "fields") { lead, input in
            SetLeadFields(lead: lead, values: try input.required("fields", input.scalars(in: "fields")))
        }
        act(routes, "account") { lead, input in
            var account = DescribeAccount(lead: lead)
            account.company = input.text("company", most: 500)
            account.industry = input.text("industry", most: 200)
            account.website = input.text("website", most: 2000)
            account.country = input.text("country", most: 100)
            account.city = input.text("city", most: 200)
            account.employees = input.integer("employees").map { Int($0) }
            account.revenue = input.integer("revenue")
            return account
        }
        act(routes, "product-class") { lead, input in
            ReclassifyLead(
                lead: lead,
                productClass: try input.required("productClass", input.text("productClass", most: 200)),
                reason: try input.reason()
            )
        }
        act(routes, "value") { lead, input in
            ValueLead(lead: lead, value: try input.required("value", input.money("value")))
        }
    }

    private func addHandoff(to routes: RouterGroup<Visit>) {
        act(routes, "handoff") { lead, input in
            HandOffLead(lead: lead, to: try input.receiver("to"), note: input.text("note"))
        }
        act(routes, "acceptance") { lead, _ in AcceptLead(lead: lead) }
        act(routes, "decline") { lead, input in
            DeclineLead(lead: lead, reason: try input.reason(), note: input.text("note"))
        }
        act(routes, "assignment") { lead, input in
            AssignLead(lead: lead, to: try input.receiver("to"), reason: try input.reason())
        }
        act(routes, "taking") { lead, _ in TakeLead(lead: lead) }
        act(routes, "taking-over") { lead, _ in TakeOverLead(lead: lead) }
        addClocks(to: routes)
    }

    private func addClocks(to routes: RouterGroup<Visit>) {
        act(routes, "pause") { lead, input in
            PauseClock(
                lead: lead,
                until: try input.required("until", input.time("until")),
                reason: try input.reason()
            )
        }
        act(routes, "resumption") { lead, _ in ResumeClock(lead: lead) }
        act(routes, "extension") { lead, input in
            let next = NextStep(
                what: try input.required("what", input.text("what")),
                dueAt: try input.required("dueAt", input.time("dueAt"))
            )
            return ExtendLead(lead: lead, next: next, reason: try input.reason())
        }
    }

    private func addEnds(to routes: RouterGroup<Visit>) {
        act(routes, "rejection") { lead, input in
            RejectLead(lead: lead, reason: try input.reason(), note: input.text("note"))
        }
        act(routes, "loss") { lead, input in
            LoseLead(lead: lead, reason: try input.reason(), note: input.text("note"))
        }
        act(routes, "recycling") { lead, input in
            RecycleLead(
                lead: lead,
                reason: try input.reason(),
                wakeAt: try input.required("wakeAt", input.time("wakeAt")),
                marketingOwner: input.id("marketingOwner"),
                note: input.text("note")
            )
        }
        act(routes, "wake") { lead, _ in WakeLead(lead: lead) }
        act(routes, "reopening") { lead, input in ReopenLead(lead: lead, reason: try input.reason()) }
    }

    func act<Act: LeadCommand>(
        _ routes: RouterGroup<Visit>,
        _ name: String,
        _ read: @escaping @Sendable (Lead.ID, Input) throws -> Act
    ) {
        routes.post("/leads/:id/\(name)") { request, visit in
            let input = Input(try await request.json())
            let act = try read(try visit.id(), input)
            try input.check()
            return try await perform(act, request, visit)
        }
    }

    func perform(_ act: some LeadCommand, _ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.actor
        let key = request.idempotencyKey
        let outcome =
            if let version = try request.wantedVersion {
                try await site.app.perform(AtVersion(act, version: version), as: actor, key: key)
            } else {
                try await site.app.perform(act, as: actor, key: key)
            }
        let body: JSONValue = [
            "lead": .id(outcome.lead), "status": .text(outcome.status.rawValue),
            "owner": .text(outcome.owner.description),
            "version": .int(outcome.version),
        ]
        return .json(body, headers: [.eTag: "\"\(outcome.version)\""])
    }
}

extension Input {
    /// Why; every act that closes or gives away a lead says so.
    func reason() throws(Refusal) -> String {
        try required("reason", text("reason"))
    }

    func nextStep(_ name: String) throws(Refusal) -> NextStep? {
        guard let part = object(name) else { return nil }
        return NextStep(
            what: try part.required("what", part.text("what")),
            dueAt: try part.required("dueAt", part.time("dueAt"))
        )
    }

    /// `person:<id>`, `pool:<id>` or `rules`.
    func receiver(_ name: String) throws(Refusal) -> Receiver {
        let text = try required(name, text(name))
        if text == "rules" { return .rules }
        switch Owner(text) {
        case .person(let id): return .person(id)
        case .pool(let id): return .pool(id)
        default:
            throw Refusal.invalid("/\(name)", "Say who: person:<id>, pool:<id> or rules.")
        }
    }
}
