import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import NIOCore

extension Request {
    static let mostJSON = 1_000_000

    /// The body as it came.
    func bytes(upTo most: Int = Request.mostJSON) async throws -> [UInt8] {
        try requireJSON()
        return Array(buffer: try await body.collect(upTo: most))
    }

    /// What calls itself nothing, or JSON, is read as JSON.
    func requireJSON() throws {
        let type = MediaType(headers[.contentType])
        guard type.name.isEmpty || type.isJSON else { throw HTTPError(.unsupportedMediaType) }
    }

    /// The body as JSON; an empty one is an empty object, as for acts that need nothing.
    func json() async throws -> JSONValue {
        let bytes = try await bytes()
        return bytes.isEmpty ? .object([]) : try JSONParser.value(of: bytes)
    }

    /// The caller's name for this request; the same name again is answered as before.
    var idempotencyKey: String? { headers[.idempotencyKey] }

    /// The version that `If-Match` asks for.
    var wantedVersion: Int? {
        get throws {
            guard let text = headers[.ifMatch], text != "*" else { return nil }
            guard let version = Int(text.trimmingPrefix("\"").prefix { $0 != "\"" }) else {
                throw HTTPError(.preconditionFailed)
            }
            return version
        }
    }
}

extension Response {
    static func json(
        _ value: JSONValue,
        status: HTTPResponse.Status = .ok,
        headers: HTTPFields = HTTPFields()
    ) -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(
            status: status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: value.bytes))
        )
    }

    /// Something new, and where it is.
    static func created(_ value: JSONValue, at path: String) -> Response {
        json(value, status: .created, headers: [.location: path])
    }

    /// A page of a list; `next` is the query of the page behind it.
    static func list(_ items: [JSONValue], next: String?, in request: Request, total: Int? = nil) -> Response {
        var body: JSONValue = ["items": .array(items)]
        if let total { body.add("total", .int(total)) }
        guard let next else { return json(body) }
        var parameters = SubmittedForm(urlencoded: request.uri.query ?? "").fields.filter { $0.name != "cursor" }
        parameters.append(("cursor", next))
        let query = parameters.map { "\(Link.encode($0.name))=\(Link.encode($0.value))" }.joined(separator: "&")
        body.add("next", .text(next))
        return json(body, headers: [.link: "<\(request.uri.path)?\(query)>; rel=\"next\""])
    }

    static let done = Response(status: .noContent)
}
