import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore
import NIOHTTP1

/// Any error as a door tells it: decided once, drawn as problem+json for the API and as a page for people.
struct Fault {
    var status: HTTPResponse.Status
    /// Stable, lower-case with underscores.
    var code: String
    var sentence: String
    var issues: [Refusal.Issue] = []
    var headers = HTTPFields()
    /// An unexpected fault of ours: it is logged, and its details stay in the log.
    var isOurs = false

    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal:
            self.init(refusal)
        case StoreError.overloaded:
            self.init(
                status: .serviceUnavailable,
                code: "overloaded",
                sentence: "Too much at once. Try again in a moment.",
                headers: [.retryAfter: "1"]
            )
        case let limited as RateLimited:
            self.init(limited.refusal)
            headers[.retryAfter] = "\(limited.seconds)"
        case StoreError.diskFull, StoreError.transactionLost:
            self.init(
                status: .serviceUnavailable,
                code: "cannot_store",
                sentence: "Baton cannot store anything at the moment: its disk is full or fails. Nothing was changed.",
                headers: [.retryAfter: "60"]
            )
            isOurs = true
        case StoreError.fileLost:
            self.init(
                status: .serviceUnavailable,
                code: "workspace_lost",
                sentence: "The workspace is not where it was. Nothing is taken in until the server is started anew.",
                headers: [.retryAfter: "60"]
            )
            isOurs = true
        case StoreError.unreachable:
            self.init(
                status: .serviceUnavailable,
                code: "cannot_store",
                sentence: "The database does not answer at the moment. Nothing was changed; try again soon.",
                headers: [.retryAfter: "5"]
            )
            isOurs = true
        case StoreError.outcomeUnknown:
            self.init(
                status: .serviceUnavailable,
                code: "outcome_unknown",
                sentence: "The database was lost at the last moment. Look whether this was kept before sending again.",
                headers: [.retryAfter: "5"]
            )
            isOurs = true
        case let refused as RefusedArrival:
            self.init(refused.reason)
        case let malformed as MalformedJSON:
            self.init(
                status: .badRequest,
                code: "malformed_json",
                sentence: "This is not the JSON that is taken here: byte \(malformed.offset): \(malformed.reason)"
            )
        case let query as BadQuery:
            self.init(
                status: .badRequest,
                code: "invalid_parameter",
                sentence: query.issues.first?.message ?? "",
                issues: query.issues
            )
        case let error as any HTTPResponseError:
            self.init(status: error.status)
        case is HTTPParserError:
            self.init(status: .badRequest)
        case is ChannelError, is IOError, is CancellationError:
            self.init(
                status: .badRequest,
                code: "connection_ended",
                sentence: "The connection ended before the request did."
            )
        default:
            self.init(status: .internalServerError)
            isOurs = true
        }
    }

    private init(_ refusal: Refusal) {
        self.init(
            status: refusal.kind.status,
            code: refusal.code,
            sentence: refusal.sentence,
            issues: refusal.issues
        )
        if refusal.kind == .unauthenticated { headers[.wwwAuthenticate] = "Bearer" }
        if refusal.kind == .overLimit { headers[.retryAfter] = "60" }
    }

    private init(status: HTTPResponse.Status) {
        let (code, sentence) = Self.words(for: status)
        self.init(status: status, code: code, sentence: sentence)
    }

    private init(
        status: HTTPResponse.Status,
        code: String,
        sentence: String,
        issues: [Refusal.Issue] = [],
        headers: HTTPFields = HTTPFields()
    ) {
        self.status = status
        self.code = code
        self.sentence = sentence
        self.issues = issues
        self.headers = headers
    }

    private static func words(for status: HTTPResponse.Status) -> (code: String, sentence: String) {
        switch status {
        case .notFound: ("not_found", "There is nothing at this address.")
        case .contentTooLarge: ("too_large", "This is more than one request may carry.")
        case .badRequest: ("malformed", "The request cannot be read.")
        case .unsupportedMediaType: ("unsupported_media_type", "This kind of content is not understood here.")
        case .internalServerError:
            ("internal", "Something went wrong on our side. Nothing was changed by this request.")
        default: ("refused", status.reasonPhrase)
        }
    }
}

extension Refusal.Kind {
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .notFound: .notFound
        case .forbidden: .forbidden
        case .unauthenticated: .unauthorized
        case .conflict: .conflict
        case .outdated: .preconditionFailed
        case .overLimit: .tooManyRequests
        }
    }
}
