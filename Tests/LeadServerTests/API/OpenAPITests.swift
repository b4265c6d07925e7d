import Foundation
import Testing

@testable import LeadServer

@Suite("The API's description")
struct OpenAPITests {
    @Test("every route below /v1 is described, and nothing else is")
    func routes() async throws {
        try await TestSite.run { site in
            let inner = try await Site(
                app: site.app,
                configuration: ServerConfiguration(vendorAssets: "/nowhere", imports: "/nowhere")
            )
            let answered = Set(Routes.addresses(of: inner).filter { $0.contains(" /v1/") && !$0.hasPrefix("HEAD") })
            let document = try await site.client.get("/openapi.json").json
            var described: Set<String> = []
            for path in document["paths"].keys {
                for method in document["paths"][path].keys { described.insert("\(method.uppercased()) \(path)") }
            }
            #expect(answered.subtracting(described).isEmpty)
            #expect(described.subtracting(answered).isEmpty)
            #expect(described.count > 60)
        }
    }

    @Test("the example of every act is understood: none is refused as malformed or as having unknown fields")
    func examples() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let document = try await site.client.get("/openapi.json").json
            for path in document["paths"].keys.sorted() {
                for method in document["paths"][path].keys {
                    let content = document["paths"][path][method]["requestBody"]["content"]["application/json"]
                    guard content["example"] != .null else { continue }
                    let body = String(decoding: try JSONEncoder().encode(content["example"]), as: UTF8.self)
                    let address = path.split(separator: "/").map {
                        $0.hasPrefix("{") ? "\(site.administrator)" : String($0)
                    }
                    let answer = try await site.client.call(
                        method.uppercased(),
                        "/" + address.joined(separator: "/"),
                        token: token,
                        json: body
                    )
                    let misread = answer.json["errors"].items.compactMap { $0["detail"].text }.filter { detail in
                        detail.hasPrefix("There is no such field") || detail.contains(" is expected")
                    }
                    #expect(misread.isEmpty, "\(method) \(path)")
                    #expect(
                        ![400, 415].contains(answer.status) && answer.status < 500,
                        "\(method) \(path): \(answer.text)"
                    )
                }
            }
        }
    }
}
