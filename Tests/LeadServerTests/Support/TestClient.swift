import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Speaks HTTP to the server under test: follows no redirect, keeps no cookie, adds nothing.
struct TestClient: Sendable {
    let port: Int
    private let session: URLSession

    init(port: Int) {
        self.port = port
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.httpMaximumConnectionsPerHost = 8
        session = URLSession(configuration: configuration, delegate: StayHere(), delegateQueue: nil)
    }

    func send(
        _ method: String,
        _ path: String,
        headers: [String: String] = [:],
        body: Data? = nil
    ) async throws -> TestResponse {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        return TestResponse(response, data)
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> TestResponse {
        try await send("GET", path, headers: headers)
    }

    /// Posts a form as a browser does.
    func post(
        _ path: String,
        form: [(String, String)],
        headers: [String: String] = [:]
    ) async throws -> TestResponse {
        let body = form.map { "\(escaped($0))=\(escaped($1))" }.joined(separator: "&")
        let headers = headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { given, _ in given }
        return try await send("POST", path, headers: headers, body: Data(body.utf8))
    }

    /// Calls the API with JSON.
    func call(
        _ method: String,
        _ path: String,
        token: String?,
        json: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> TestResponse {
        var headers = headers
        if let token { headers["Authorization"] = "Bearer \(token)" }
        if json != nil, headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
        return try await send(method, path, headers: headers, body: json.map { Data($0.utf8) })
    }

    private func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

struct TestResponse: Sendable {
    let status: Int
    let headers: [String: String]
    let data: Data

    init(_ response: HTTPURLResponse, _ data: Data) {
        status = response.statusCode
        headers = Dictionary(
            response.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") },
            uniquingKeysWith: { first, _ in first }
        )
        self.data = data
    }

    var text: String { String(decoding: data, as: UTF8.self) }

    /// The value of a cookie that this answer sets.
    func cookie(_ name: String) -> String? {
        headers["set-cookie"].flatMap { line in
            line.firstRange(of: "\(name)=").map { String(line[$0.upperBound...].prefix { $0 != ";" }) }
        }
    }

    /// The JSON body as a dictionary; empty when it is none.
    var json: Answer {
        (try? JSONDecoder().decode(Answer.self, from: data)) ?? .null
    }
}

private final class StayHere: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
