import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// `/p/{token}`: one lead for one partner, on any telephone, without an account.
///
/// Opening it changes nothing: mail scanners follow links. What a partner does is the same command as anybody else's.
struct PartnerPages: RouteSet {
    let site: Site
    private let limiter: RateLimiter
    private static let mostBytes = 64_000

    init(site: Site) {
        self.site = site
        limiter = RateLimiter(limit: 60, clock: site.app.clock)
    }

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/p/:token") { _, visit in
            try await opened(visit) { shared in try page(shared, visit) }
        }
        routes.get("/p/:token/next-step.ics") { _, visit in
            try await opened(visit) { shared in
                guard let entry = shared.entry else { throw Refusal.notFound("next step") }
                return file(entry.text, "text/calendar", "next-step.ics")
            }
        }
        routes.get("/p/:token/customer.vcf") { _, visit in
            try await opened(visit) { shared in file(shared.card.text, "text/vcard", "customer.vcf") }
        }
        answer(to: "acceptance", routes) { _, _ in .accept }
        answer(to: "decline", routes) { form, _ in .decline(reason: form["reason"]) }
        answer(to: "contact", routes) { form, _ in .contacted(reached: form["reached"] == "yes") }
        answer(to: "win", routes) { form, shared in
            .won(try MoneyWords.typed(form["amount"], currency: shared.policy.currency, pointer: "/amount"))
        }
        answer(to: "loss", routes) { form, _ in .lost(reason: form["reason"]) }
    }

    private func token(_ visit: Visit) throws -> String { try visit.parameters.require("token") }

    /// Shows what the link is for, or says why it is for nothing.
    private func opened(_ visit: Visit, _ show: (SharedLead) throws -> Response) async throws -> Response {
        do {
            try limit(visit)
            return try show(try await site.app.fetch(OpenShare(token: token(visit)), as: .system)).unlisted
        } catch let refusal as Refusal {
            return try over(refusal)
        }
    }

    private func answer(
        to path: String,
        _ routes: RouterGroup<Visit>,
        _ read: @escaping @Sendable (SubmittedForm, SharedLead) throws -> AnswerShare.Answer
    ) {
        routes.post("/p/:token/\(path)") { request, visit in
            do {
                try limit(visit)
                let token = try token(visit)
                let shared = try await site.app.fetch(OpenShare(token: token), as: .system)
                let body = try await request.body.collect(upTo: Self.mostBytes)
                return try await carryOut(SubmittedForm(urlencoded: String(buffer: body)), shared, token, visit, read)
            } catch let refusal as Refusal {
                return try over(refusal)
            }
        }
    }

    private func carryOut(
        _ form: SubmittedForm,
        _ shared: SharedLead,
        _ token: String,
        _ visit: Visit,
        _ read: (SubmittedForm, SharedLead) throws -> AnswerShare.Answer
    ) async throws -> Response {
        do {
            let customer = form.text("company").map {
                EndCustomer(company: $0, person: form.text("person"), city: form.text("city"))
            }
            let command = AnswerShare(token: token, try read(form, shared), customer: customer, note: form.text("note"))
            let partner = Actor(user: shared.share.partner, role: .partner)
            let outcome = try await site.app.perform(command, as: partner).outcome
            guard outcome.isLast else { return Response.redirect(to: "/p/\(token)") }
            return try site.part(PartnerEndView.template, PartnerEndView(outcome)).unlisted
        } catch let refusal as Refusal where refusal.belongsOnForm && refusal.code != "share_over" {
            var view = PartnerView(shared, token: token)
            view.errors = FormErrors(refusal)
            return try site.part(PartnerView.template, view, status: .unprocessableContent).unlisted
        }
    }

    private func page(_ shared: SharedLead, _ visit: Visit) throws -> Response {
        try site.part(PartnerView.template, PartnerView(shared, token: token(visit)))
    }

    private func file(_ text: String, _ type: String, _ name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "\(type); charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// What is no link of ours is not found; what was one is gone.
    private func over(_ refusal: Refusal) throws -> Response {
        let status: HTTPResponse.Status =
            switch refusal.kind {
            case .notFound: .notFound
            case .overLimit: .tooManyRequests
            default: refusal.code == "share_over" ? .gone : .conflict
            }
        let sentence =
            status == .notFound
            ? "This link is not valid. See that it is whole, or ask whoever sent it to you for a new one."
            : refusal.sentence
        return try site.part(
            PartnerEndView.template,
            PartnerEndView(title: "This link", sentence: sentence),
            status: status
        )
        .unlisted
    }

    private func limit(_ visit: Visit) throws {
        guard let (isAllowed, _) = limiter.take(Array(visit.address.utf8)), !isAllowed else { return }
        throw Refusal(.overLimit, "too_fast", "Too many requests in a minute. Wait a little and try again.")
    }
}

extension Response {
    /// No search engine keeps it.
    fileprivate var unlisted: Response {
        var response = self
        response.headers[.robots] = "noindex, nofollow"
        return response
    }
}
