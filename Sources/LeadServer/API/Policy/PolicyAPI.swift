import Foundation
import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// The policy in force: process, gate, calendar, stages, reasons.
///
/// Setting one makes a new version; the old ones stay.
struct PolicyAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/policy") { _, visit in
            let policy = try await site.app.fetch(PolicyInForce(), as: visit.actor)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let headers: HTTPFields = [.contentType: "application/json", .eTag: "\"\(policy.version)\""]
            return Response(
                status: .ok,
                headers: headers,
                body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(policy.body)))
            )
        }
        routes.get("/policy/versions") { _, visit in
            let versions = try await site.app.fetch(PolicyVersions(), as: visit.actor)
            let items: [JSONValue] = versions.lines.map { line in
                ["version": .int(line.version), "setAt": .time(line.setAt), "setBy": .id(line.setBy)]
            }
            return Response.json(["items": .array(items)])
        }
        routes.put("/policy") { request, visit in
            let actor = try visit.actor
            try actor.require(SetPolicy.permission)
            let bytes = try await request.bytes()
            _ = try JSONParser.value(of: bytes)
            let mapping = try Self.read(Mapping.self, bytes).mapping ?? [:]
            let version = try await site.app.perform(
                SetPolicy(
                    body: try Self.read(PolicyBody.self, bytes),
                    mapping: mapping,
                    base: try request.wantedVersion
                ),
                as: actor,
                key: request.idempotencyKey
            )
            return Response.json(["version": .int(version)], headers: [.eTag: "\"\(version)\""])
        }
    }

    /// Where leads go whose status the new process does not have, beside the policy in the same body.
    private struct Mapping: Decodable {
        var mapping: [String: String]?
    }

    private static func read<T: Decodable>(_: T.Type, _ bytes: [UInt8]) throws -> T {
        do {
            return try JSONDecoder().decode(T.self, from: Data(bytes))
        } catch let error as DecodingError {
            let (path, message) = error.place
            throw Refusal.invalid(path, message)
        }
    }
}

extension DecodingError {
    /// The pointer to what cannot be read, and why.
    var place: (pointer: String, message: String) {
        func pointer(_ keys: [any CodingKey]) -> String {
            keys.map { "/\($0.intValue.map(String.init) ?? $0.stringValue)" }.joined()
        }
        switch self {
        case .keyNotFound(let key, let context): return (pointer(context.codingPath + [key]), "This is needed.")
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            return (pointer(context.codingPath), "This is not what is expected here.")
        @unknown default: return ("", "This cannot be read.")
        }
    }
}
