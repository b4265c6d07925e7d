import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct SubmissionPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/submissions") { request, visit in
            let query = request.uri.queryParameters
            let tab = query["outcome"].flatMap { SubmissionTab(rawValue: String($0)) } ?? .quarantined
            let before = query["before"].flatMap { Submission.ID(String($0)) }
            let answer = try await site.app.fetch(SubmissionList(tab.outcome, before: before), as: visit.actor)
            let time = try await site.time(for: visit.actor)
            let frame = site.frame("Submissions", visit)
            return try site.page(SubmissionsView(answer, on: tab, isFirst: before == nil, time, frame: frame))
        }
        routes.post("/submissions/:id/release") { _, visit in
            let captured = try await site.app.perform(ReleaseSubmission(submission: visit.id()), as: visit.actor)
            return Response.redirect(to: "/submissions", flash: FlashView(released: captured))
        }
        routes.get("/submissions/:id/raw") { _, visit in
            Response.raw(try await site.app.fetch(SubmissionDetail(submission: visit.id()), as: visit.actor))
        }
        routes.get("/submissions/:id/dismissal") { _, visit in
            let stored = try await site.app.fetch(SubmissionDetail(submission: visit.id()), as: visit.actor)
            return try site.page(dismissal(.dismissal(of: stored.decided.id, reason: ""), visit))
        }
        routes.post("/submissions/:id/dismissal") { _, visit in
            let (id, reason) = (try visit.id(of: Submission.self), visit.form["reason"])
            return try await site.answer(.dismissal(of: id, reason: reason)) { form in
                dismissal(form, visit)
            } by: {
                try await site.app.perform(DismissSubmission(submission: id, reason: reason), as: visit.actor)
                return Response.redirect(to: "/submissions", flash: FlashView(message: "Dismissed."))
            }
        }
    }

    private func dismissal(_ form: FormView, _ visit: Visit) -> DismissalView {
        DismissalView(page: site.frame("Dismiss a submission", visit), form: form)
    }
}

extension FormView {
    fileprivate static func dismissal(of id: Submission.ID, reason: String) -> FormView {
        FormView(
            id: "dismissal",
            action: "/submissions/\(id)/dismissal",
            fields: [
                .area(
                    "reason",
                    "Reason",
                    value: reason,
                    hint: "Such as spam, a test, or somebody who looks for a job.",
                    required: true
                )
            ],
            submit: "Dismiss",
            submitTone: "danger",
            intro: "It is kept with the refused ones and never becomes a lead.",
            cancel: "/submissions"
        )
    }
}

extension FlashView {
    /// What became of an arrival that was let out.
    fileprivate init(released captured: Captured) {
        let link = captured.lead.map { LinkView(label: "Open the lead", href: "/leads/\($0)") }
        switch captured.outcome {
        case .newLead: self.init(message: "Released: it is a new lead.", link: link)
        case .joined: self.init(message: "Released: it joined an open lead as a new response.", link: link)
        case .contactOnly: self.init(message: "Released: it is kept as a contact.")
        case .rejected, .quarantined, .pending:
            let sentence = captured.refusal?.sentence ?? "It was not accepted."
            self.init(tone: "warning", message: "It cannot become a lead. \(sentence)")
        }
    }
}
