import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Sharing a lead with a partner who has no account.
enum SharePage: LeadActPage {
    static let path = LeadVerb.share.path
    static let title = "Share with a partner"
    static let done = "Shared; the link is on its way by mail"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(
            facts,
            [
                .input("name", "Partner's name", value: facts.value("name"), required: true),
                .input(
                    "email",
                    "Partner's e-mail",
                    value: facts.value("email"),
                    type: "email",
                    required: true,
                    keyboard: "email"
                ),
                .input(
                    "days",
                    "The link works for days",
                    value: facts.value("days", or: "14"),
                    required: true,
                    keyboard: "numeric"
                ),
                .note(facts),
            ],
            submit: "Share",
            intro: """
                They get a link to this one lead, to accept or decline it and to report what became of it. The clocks run on: \
                if they are silent too long, it goes to somebody else.
                """
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> ShareLead {
        ShareLead(
            lead: facts.lead.id,
            partner: facts.typed["name"],
            email: facts.typed["email"],
            days: Int(facts.typed["days"]) ?? 0,
            note: facts.typed.text("note")
        )
    }
}

extension LeadPages {
    func addShares(to routes: RouterGroup<Visit>) {
        routes.post("/leads/:id/shares/:share/revocation") { _, visit in
            let command = RevokeShare(lead: try visit.id(), share: try visit.id("share"))
            try await site.app.perform(command, as: visit.actor)
            return Response.redirect(
                to: LeadAddress.page(command.lead),
                flash: FlashView(message: "The link works no more. Who holds the lead is as it was.")
            )
        }
    }
}

/// A partner's link on the lead's page.
struct ShareView: Encodable {
    var partner: String
    var state: StatusView
    var when: MomentView
    /// The end customer that the partner named.
    var customer: String?
    /// The link itself, to pass on by other ways; nil once it works no more.
    var link: String?
    var revocation: String?

    init(_ entry: LeadShares.Entry, _ answer: LeadDetail.Answer, _ words: Wording) {
        let share = entry.share
        partner = words.directory.name(share.partner)
        when = words.time.moment(
            entry.end == nil ? share.expiresAt : share.endedAt ?? share.revokedAt ?? share.expiresAt
        )
        customer = share.customer?.line
        link = entry.token.map { "/p/\($0)" }
        revocation =
            entry.token == nil ? nil : LeadAddress.act(answer.lead.id, "shares/\(share.id)/revocation")
        state = Self.state(share, entry.end)
    }

    private static func state(_ share: ShareRecord, _ end: Share.End?) -> StatusView {
        if let outcome = share.outcome, end == nil || end == .used {
            return StatusView(
                code: outcome.rawValue,
                label: outcome.label,
                tone: outcome == .lost || outcome == .declined ? "closed" : "won"
            )
        }
        switch end {
        case nil: return StatusView(code: "open", label: "Works until", tone: "offered")
        case .expired: return StatusView(code: "expired", label: "Expired", tone: "closed")
        case .revoked: return StatusView(code: "revoked", label: "Taken back", tone: "closed")
        case .used: return StatusView(code: "used", label: "Answered", tone: "closed")
        case .passedOn: return StatusView(code: "passed_on", label: "Lead went on", tone: "closed")
        }
    }
}
