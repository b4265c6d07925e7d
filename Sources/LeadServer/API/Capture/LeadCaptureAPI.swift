import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// `POST /v1/leads` and `POST /v1/leads:batch`: whatever arrives is kept, and answered with what became of it.
struct LeadCaptureAPI: RouteSet {
    let site: Site
    private static let mostBatchBytes = 16_000_000

    func add(to routes: RouterGroup<Visit>) {
        routes.post("/leads") { request, visit in try await capture(request, visit) }
        routes.post("/leads:batch") { request, visit in try await captureBatch(request, visit) }
    }

    private func capture(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.actor
        let arrival = try await RawArrival(request, upTo: Request.mostJSON)
        let captured = try await keeping(arrival, as: actor) {
            try await site.app.perform(try arrival.command(), as: actor, key: request.idempotencyKey)
        }
        if let refusal = captured.refusal { throw RefusedArrival(submission: captured.submission, reason: refusal) }
        let isNew = captured.outcome == .newLead && !captured.wasKnown
        var headers = HTTPFields()
        if let lead = captured.lead { headers[.location] = "/v1/leads/\(lead)" }
        return .json(.captured(captured), status: isNew ? .created : .ok, headers: headers)
    }

    private func captureBatch(_ request: Request, _ visit: Visit) async throws -> Response {
        let actor = try visit.actor
        let arrival = try await RawArrival(request, upTo: Self.mostBatchBytes)
        let results = try await keeping(arrival, as: actor) {
            let query = QueryInput(request)
            let atomic = query.flag("atomic") ?? false
            try query.check()
            try arrival.requireReadable()
            let command = CaptureBatch(rows: try rows(of: arrival.bytes), atomic: atomic)
            return try await site.app.perform(command, as: actor, key: request.idempotencyKey)
        }
        return .json(["results": .list(results.map { .row($0) }), "counts": .counts(results)])
    }

    /// What the sender got wrong, whatever it is, is refused and kept; the answer names what was kept.
    private func keeping<Outcome>(
        _ arrival: RawArrival,
        as actor: Actor,
        _ body: () async throws -> Outcome
    ) async throws -> Outcome {
        do {
            return try await body()
        } catch let error where RawArrival.isKept(error) {
            let kept = try await site.app.perform(arrival.rejected(for: error), as: actor)
            throw RefusedArrival(submission: kept.submission, reason: error)
        }
    }

    /// A list of leads, or an object with such a list as `leads`.
    private func rows(of bytes: [UInt8]) throws -> [CaptureBatch.Row] {
        let (document, rows) = try JSONParser.batch(bytes)
        if case .object(let members) = document, members.map(\.name) != ["leads"] {
            throw Refusal.invalid("", "A list of leads is expected, or an object with such a list as leads.")
        }
        guard (1...CaptureBatch.most).contains(rows.count) else {
            throw Refusal.invalid("", "A batch has 1 to \(CaptureBatch.most) leads; this one has \(rows.count).")
        }
        return rows.map { row in
            let arrival = RawArrival(bytes: row.bytes, contentType: "application/json")
            switch Result(catching: { try arrival.command(from: row.value) }) {
            case .success(let command): return .capture(command)
            case .failure(let reason): return .reject(arrival.rejected(for: reason))
            }
        }
    }
}

/// Whether the rules choose who gets a lead that comes over the API.
private enum AssignmentSwitch: String, CaseIterable {
    case rules
    /// The default pool gives it to somebody, whatever the rules say.
    case none
}

/// The bytes of one lead, or of a batch, as they came over the API.
private struct RawArrival {
    let bytes: [UInt8]
    let contentType: String
    /// Why it is not even looked at.
    var problem: (any Error)?
    private var isCut = false

    init(bytes: [UInt8], contentType: String?) {
        self.bytes = bytes
        self.contentType = contentType ?? "application/json"
    }

    /// - Parameter most: what is longer is cut there and cannot be read.
    init(_ request: Request, upTo most: Int) async throws {
        let body = try await KeptBody(request.body, upTo: most)
        self.init(bytes: body.bytes, contentType: request.headers[.contentType].map { String($0.prefix(200)) })
        isCut = body.isCut
        problem = body.isCut ? HTTPError(.contentTooLarge) : nil
        do { try request.requireJSON() } catch { problem = problem ?? error }
    }

    func requireReadable() throws {
        if let problem { throw problem }
    }

    func command() throws -> CaptureLead {
        try requireReadable()
        return try command(from: try JSONParser.value(of: bytes))
    }

    /// The sender's own mistakes; what is ours, or nobody's, is told and not kept.
    static func isKept(_ error: any Error) -> Bool {
        if let refusal = error as? Refusal {
            return refusal.kind == .invalid || refusal.code == Idempotency.reusedCode
        }
        return error is MalformedJSON || error is BadQuery || error is HTTPError
    }

    func command(from value: JSONValue) throws -> CaptureLead {
        let input = Input(value)
        let inquiry = Inquiry(input)
        let assignment = input.word("assignment", AssignmentSwitch.self)
        try input.check()
        var capture = CaptureLead(raw: bytes, contentType: contentType, channel: .api, inquiry: inquiry)
        capture.byRules = assignment.map { $0 == .rules }
        return capture
    }

    func rejected(for reason: any Error) -> RejectArrival {
        let fault = Fault(reason)
        let cut = isCut ? " Only its first \(bytes.count) bytes are kept." : ""
        return RejectArrival(
            raw: bytes,
            contentType: contentType,
            channel: .api,
            refusal: Refusal(.invalid, fault.code, fault.sentence + cut, issues: fault.issues)
        )
    }
}

extension JSONValue {
    /// What became of an arrival.
    static func captured(_ captured: Captured) -> JSONValue {
        [
            "submission": .id(captured.submission), "outcome": .text(captured.outcome.rawValue),
            "lead": .id(captured.lead), "contact": .id(captured.contact), "wasKnown": .bool(captured.wasKnown),
            "company": captured.company.map { ["known": .text($0.known), "stated": .text($0.stated)] } ?? .null,
        ]
    }

    fileprivate static func row(_ row: Captured) -> JSONValue {
        var result = captured(row)
        guard let refusal = row.refusal else { return result }
        let errors = refusal.issues.map { issue -> JSONValue in
            ["pointer": .text(issue.pointer), "detail": .text(issue.message)]
        }
        result.add(
            "problem",
            ["code": .text(refusal.code), "detail": .text(refusal.sentence), "errors": .array(errors)]
        )
        return result
    }

    fileprivate static func counts(_ results: [Captured]) -> JSONValue {
        let counts = Dictionary(grouping: results, by: \.outcome).mapValues(\.count)
        return .object(
            SubmissionOutcome.allCases.compactMap { outcome in
                counts[outcome].map { .init(name: outcome.rawValue, value: .int($0)) }
            }
        )
    }
}
