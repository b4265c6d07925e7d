import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// One lead: its page, its acts as pages, and moving it on the board.
struct LeadPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/leads/:id") { request, visit in
            let answer = try await site.app.fetch(LeadDetail(lead: visit.id()), as: visit.actor)
            let frame = site.frame(answer.row.displayName, visit)
            return try site.page(
                LeadPageView(answer, all: request.uri.queryParameters["timeline"] == "all", frame: frame)
            )
        }
        routes.post("/leads/:id/status-move") { _, visit in try await move(visit) }
        routes.post("/leads/:id/contacts/:contact/removal") { _, visit in
            let command = UnlinkContact(lead: try visit.id(), contact: try visit.id("contact"))
            try await site.app.perform(command, as: visit.actor)
            return Response.redirect(
                to: LeadAddress.page(command.lead),
                flash: FlashView(message: "Taken off the lead")
            )
        }
        add(AttemptPage.self, to: routes)
        add(NextStepPage.self, to: routes)
        add(QualificationPage.self, to: routes)
        add(HandoffPage.self, to: routes)
        add(AcceptancePage.self, to: routes)
        add(DeclinePage.self, to: routes)
        add(RejectionPage.self, to: routes)
        add(LossPage.self, to: routes)
        add(ReopeningPage.self, to: routes)
        add(ConversionPage.self, to: routes)
        add(RecyclingPage.self, to: routes)
        add(WakePage.self, to: routes)
        add(AssignmentPage.self, to: routes)
        add(TakingPage.self, to: routes)
        add(ValuePage.self, to: routes)
        add(ContactPage.self, to: routes)
        add(FieldsPage.self, to: routes)
        add(AccountPage.self, to: routes)
        add(PausePage.self, to: routes)
        add(ResumptionPage.self, to: routes)
        add(ExtensionPage.self, to: routes)
        add(MarketingOwnerPage.self, to: routes)
        add(UnmergePage.self, to: routes)
        add(NotePage.self, to: routes)
        add(ReclassifyPage.self, to: routes)
        add(SharePage.self, to: routes)
        addShares(to: routes)
        addLeadPicking(to: routes)
        addContactMoves(to: routes)
        addContactEditing(to: routes)
    }

    /// A move on the board; where it needs more than a move, the act's own page asks for that.
    private func move(_ visit: Visit) async throws -> Response {
        let lead: Lead.ID = try visit.id()
        let back = Link.local(visit.form.text("back"), otherwise: "/board")
        do {
            let outcome = try await site.app.perform(
                MoveLead(lead: lead, to: Status(rawValue: visit.form["status"])),
                as: visit.actor
            )
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            let label = choices.policy.process[outcome.status]?.label ?? outcome.status.rawValue
            return Response.redirect(to: back, flash: FlashView(message: "Moved to \(label)"))
        } catch let refusal as Refusal {
            if let place = LeadAddress.remedy(for: refusal, on: lead) {
                let flash = FlashView(tone: "warning", message: refusal.sentence)
                return Response.redirect(to: "\(place)?back=\(Link.encode(back))", flash: flash)
            }
            guard let verb = LeadVerb(neededBy: refusal) else { throw refusal }
            return Response.redirect(to: "\(LeadAddress.act(lead, verb.path))?back=\(Link.encode(back))")
        }
    }
}

extension LeadVerb {
    /// The act that a refused move asks for, if it is one.
    init?(neededBy refusal: Refusal) {
        switch refusal.code {
        case "gate_not_passed": self = .qualify
        case "needs_act":
            guard let verb = refusal.issues.first.flatMap({ LeadVerb(rawValue: $0.message) }) else { return nil }
            self = verb
        default: return nil
        }
    }
}
