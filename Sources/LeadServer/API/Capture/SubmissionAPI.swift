import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// What came in: what was held back or refused, as it came, and what to do with it.
struct SubmissionAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/submissions") { request, visit in
            let query = QueryInput(request)
            let outcome = query.word("outcome", SubmissionOutcome.self) ?? .quarantined
            let before: Submission.ID? = query.id("cursor")
            try query.check()
            let answer = try await site.app.fetch(SubmissionList(outcome, before: before), as: visit.actor)
            return Response.list(answer.rows.map { .submission($0) }, next: answer.next?.description, in: request)
        }
        routes.get("/submissions/:id") { _, visit in
            let stored = try await site.app.fetch(SubmissionDetail(submission: try visit.id()), as: visit.actor)
            return Response.json(.submission(stored))
        }
        routes.get("/submissions/:id/raw") { _, visit in
            Response.raw(try await site.app.fetch(SubmissionDetail(submission: try visit.id()), as: visit.actor))
        }
        routes.post("/submissions/:id/release") { request, visit in
            let command = ReleaseSubmission(submission: try visit.id())
            let captured = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            if let refusal = captured.refusal {
                throw RefusedArrival(submission: captured.submission, reason: refusal)
            }
            return Response.json(.captured(captured))
        }
        routes.post("/submissions/:id/dismissal") { request, visit in
            let input = Input(try await request.json())
            let command = DismissSubmission(submission: try visit.id(), reason: try input.reason())
            try input.check()
            try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
    }
}

extension Response {
    /// An arrival byte for byte, as a file that no browser shows or runs.
    static func raw(_ stored: StoredSubmission) -> Response {
        let headers: HTTPFields = [
            .contentType: "application/octet-stream", .contentDisposition: "attachment; filename=\"submission\"",
        ]
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: stored.arrival.raw)))
    }
}

extension JSONValue {
    fileprivate static func submission(_ stored: StoredSubmission) -> JSONValue {
        let decided = stored.decided
        return [
            "id": .id(decided.id), "outcome": .text(decided.outcome.rawValue), "code": .text(decided.code),
            "detail": .text(decided.sentence), "lead": .id(decided.lead), "contact": .id(decided.contact),
            "receivedAt": .time(stored.receivedAt), "channel": .text(stored.arrival.channel.rawValue),
            "contentType": .text(stored.arrival.contentType), "bytes": .int(stored.size),
            "source": .text(stored.sourceName), "form": .id(stored.arrival.form),
            "import": .id(stored.arrival.importID),
        ]
    }
}
