import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// `/openapi.json`: the description of the API, which the tests hold against its routes.
struct OpenAPIRoutes: RouteSet {
    static func document() throws -> [UInt8] {
        guard let url = Bundle.module.url(forResource: "openapi", withExtension: "json") else {
            throw CocoaError(.fileNoSuchFile)
        }
        return Array(try Data(contentsOf: url))
    }

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/openapi.json") { _, _ in
            let headers: HTTPFields = [.contentType: "application/json"]
            return Response(
                status: .ok,
                headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: try Self.document()))
            )
        }
    }
}
