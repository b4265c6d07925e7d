import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("What is refused is kept")
struct KeptArrivalTests {
    struct Sent: Sendable, CustomTestStringConvertible {
        var what: String
        var path = "/v1/leads"
        var body: String
        var headers: [String: String] = [:]
        var status: Int
        var code: String
        var testDescription: String { what }
    }

    private static let lead = #"{"name": "Bo", "email": "bo@x.example", "source": "Web form"}"#

    static let sent = [
        Sent(what: "no key", body: lead, headers: ["Idempotency-Key": ""], status: 422, code: "invalid_input"),
        Sent(
            what: "a key too long",
            body: lead,
            headers: ["Idempotency-Key": String(repeating: "k", count: 256)],
            status: 422,
            code: "invalid_input"
        ),
        Sent(
            what: "another type",
            body: lead,
            headers: ["Content-Type": "text/plain"],
            status: 415,
            code: "unsupported_media_type"
        ),
        Sent(what: "too large", body: String(repeating: " ", count: 1_000_001), status: 413, code: "too_large"),
        Sent(
            what: "a batch with a parameter that there is not",
            path: "/v1/leads:batch?atomc=true",
            body: "[\(lead)]",
            status: 400,
            code: "invalid_parameter"
        ),
        Sent(
            what: "a batch of another type",
            path: "/v1/leads:batch",
            body: "[\(lead)]",
            headers: ["Content-Type": "text/csv"],
            status: 415,
            code: "unsupported_media_type"
        ),
    ]

    @Test("X17: whatever is wrong with it, an arrival over the API is refused, named and kept", arguments: sent)
    func api(sent: Sent) async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let answer = try await site.client.call(
                "POST",
                sent.path,
                token: token,
                json: sent.body,
                headers: sent.headers
            )
            #expect(answer.status == sent.status)
            #expect(answer.json["code"].text == sent.code)
            let newest = try #require(try await site.app.fetch(SubmissionList(.rejected), as: .system).rows.first)
            let kept = try await site.app.fetch(SubmissionDetail(submission: newest.decided.id), as: .system)
            #expect(answer.json["submission"].text == kept.decided.id.description)
            #expect(kept.decided.code == sent.code)
            #expect(Array(sent.body.utf8).starts(with: kept.arrival.raw))
            #expect(kept.arrival.raw.count == min(sent.body.utf8.count, 1_000_000))
            if sent.status == 413 { #expect(kept.decided.sentence?.contains("first 1000000 bytes") == true) }
        }
    }

    @Test("X17: a request under a key that named another one is refused and kept")
    func reusedKey() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let headers = ["Idempotency-Key": "one"]
            let first = try await site.client.call("POST", "/v1/leads", token: token, json: Self.lead, headers: headers)
            #expect(first.status == 201)
            let other = Self.lead.replacing("Bo", with: "Cy")
            let second = try await site.client.call("POST", "/v1/leads", token: token, json: other, headers: headers)
            #expect(second.status == 409)
            #expect(second.json["code"].text == "idempotency_key_reused")
            #expect(second.json["submission"].text != nil)
            let kept = try await site.app.fetch(SubmissionList(.rejected), as: .system).rows
            #expect(kept.map(\.arrival.raw) == [Array(other.utf8)])
        }
    }

    @Test("X17: a form beyond its limit is thanked, and its first part is held back")
    func largeForm() async throws {
        try await TestSite.run { site in
            let form = try await site.form()
            let message = String(repeating: "m", count: 300_000)
            let answer = try await site.client.post("/forms/\(form.key)", form: [("name", "Bo"), ("message", message)])
            #expect(answer.status == 303)
            let newest = try #require(try await site.app.fetch(SubmissionList(.quarantined), as: .system).rows.first)
            let held = try await site.app.fetch(SubmissionDetail(submission: newest.decided.id), as: .system)
            #expect(held.decided.code == "too_large")
            #expect(held.arrival.raw.count == 256_000)
        }
    }

    @Test("X17: texts in a form that are longer than the API takes are held back, not cut or taken")
    func longText() async throws {
        try await TestSite.run { site in
            let form = try await site.form()
            for (field, length) in [("phone", 101), ("company", 2001), ("message", 100_001)] {
                let fields = [("name", "Bo"), (field, String(repeating: "5", count: length))]
                #expect(try await site.client.post("/forms/\(form.key)", form: fields).status == 303)
            }
            let held = try await site.app.fetch(SubmissionList(.quarantined), as: .system).rows
            #expect(held.map(\.decided.code) == ["invalid_input", "invalid_input", "invalid_input"])
            #expect(try await site.app.fetch(LeadList(LeadFilter()), as: .system).rows.isEmpty)
        }
    }

    @Test("A1: content types are taken in any case, by the API and by forms")
    func contentTypes() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let json = ["Content-Type": "Application/JSON; Charset=UTF-8"]
            let answer = try await site.client.call("POST", "/v1/leads", token: token, json: Self.lead, headers: json)
            #expect(answer.status == 201)
            let form = try await site.form()
            let type = ["Content-Type": "APPLICATION/X-WWW-FORM-URLENCODED"]
            _ = try await site.client.send("POST", "/forms/\(form.key)", headers: type, body: Data("name=Cy".utf8))
            #expect(try await site.app.fetch(LeadList(LeadFilter()), as: .system).rows.count == 2)
        }
    }

    @Test("J6: a million unknown fields are answered with a hundred")
    func manyIssues() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let members = (0..<50_000).map { "\"f\($0)\":1" }.joined(separator: ",")
            let answer = try await site.client.call("POST", "/v1/leads", token: token, json: "{\(members)}")
            #expect(answer.status == 422)
            #expect(answer.json["errors"].items.count == 100)
        }
    }
}
