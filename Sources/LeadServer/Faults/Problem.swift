import Foundation
import HTTPTypes
import Hummingbird
import LeadCore

/// `application/problem+json` (RFC 9457) with a stable code, and where in the input what is wrong.
struct Problem: Encodable {
    var type: String
    var title: String
    var status: Int
    var detail: String
    var code: String
    var errors: [Line]?
    var submission: Submission.ID?
    var request: String?

    struct Line: Encodable {
        var pointer: String
        var detail: String
    }

    init(_ fault: Fault, submission: Submission.ID? = nil, request: String? = nil) {
        type = "urn:baton:problem:\(fault.code)"
        title = fault.status.reasonPhrase
        status = fault.status.code
        detail = fault.sentence
        code = fault.code
        errors = fault.issues.isEmpty ? nil : fault.issues.map { Line(pointer: $0.pointer, detail: $0.message) }
        self.submission = submission
        self.request = request
    }

    func response(headers: HTTPFields) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return Response(
            status: .init(code: status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(self)))
        )
    }
}

/// An arrival over the API that was refused and is kept nevertheless.
struct RefusedArrival: Error {
    var submission: Submission.ID
    /// Why; a refusal, or that it cannot be read.
    var reason: any Error
}
