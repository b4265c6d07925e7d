import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Process and fields over the API")
struct ProcessAPITests {
    static let fields = [
        FieldDefinition(key: "budget", label: "Budget", kind: .money),
        FieldDefinition(key: "seats", label: "Seats", kind: .number),
        FieldDefinition(key: "pilot", label: "Pilot", kind: .boolean),
        FieldDefinition(key: "due_on", label: "Due on", kind: .date),
        FieldDefinition(key: "note", label: "Note", kind: .text),
    ]

    static func define(_ site: TestSite, _ edit: (inout PolicyBody) -> Void = { _ in }) async throws {
        var body = try await site.app.fetch(PolicyInForce(), as: .system).body
        body.process.fields = fields
        edit(&body)
        try await site.app.perform(SetPolicy(body: body), as: .system)
    }

    @Test("C4: fields go in and come out in their types")
    func types() async throws {
        try await TestSite.run { site in
            try await Self.define(site)
            let token = try await site.administratorToken
            let json =
                #"{"name":"Ann","email":"ann@lee.example","source":"Web site","fields":{"seats":12.125,"note":null}}"#
            let captured = try await site.client.call("POST", "/v1/leads", token: token, json: json)
            let lead = try #require(captured.json["lead"].text)
            let set =
                #"{"fields":{"budget":{"minor":150050,"currency":"EUR"},"pilot":true,"due_on":"2026-12-24","note":"7"}}"#
            let answer = try await site.client.call("POST", "/v1/leads/\(lead)/fields", token: token, json: set)
            #expect(answer.status == 200)
            let read = try await site.client.call("GET", "/v1/leads/\(lead)", token: token)
            #expect(
                read.json["fields"]
                    == .object([
                        "budget": .object(["minor": .number(150_050), "currency": .string("EUR")]),
                        "seats": .number(12.125), "pilot": .bool(true), "due_on": .string("2026-12-24"),
                        "note": .string("7"),
                    ])
            )
            #expect(answer.headers["etag"] == read.headers["etag"])
            let timeline = try await site.client.call("GET", "/v1/leads/\(lead)/timeline", token: token)
            let events = timeline.json["items"].items.filter { $0["kind"].text == "fields_set" }
            #expect(events.last?["details"]["set"].items.count == 4)
        }
    }

    @Test("C4: what a field cannot hold is refused with a pointer to it, at capture and later")
    func refused() async throws {
        try await TestSite.run { site in
            try await Self.define(site)
            let token = try await site.administratorToken
            let lead = try await site.lead("Rosa")
            for (body, pointer) in [
                (#"{"fields":{"seats":"many"}}"#, "/fields/seats"), (#"{"fields":{"colour":"red"}}"#, "/fields/colour"),
                (#"{"fields":{"budget":[1]}}"#, "/fields/budget"), (#"{"fields":{"due_on":"soon"}}"#, "/fields/due_on"),
                (#"{}"#, "/fields"),
            ] {
                let answer = try await site.client.call("POST", "/v1/leads/\(lead)/fields", token: token, json: body)
                #expect(answer.status == 422, "\(body)")
                #expect(answer.json["errors"].items.map { $0["pointer"].text } == [pointer], "\(answer.text)")
            }
            let json = #"{"name":"Ann","source":"Web site","fields":{"seats":"many"}}"#
            let captured = try await site.client.call("POST", "/v1/leads", token: token, json: json)
            #expect(captured.status == 422)
            #expect(captured.json["errors"][0]["pointer"].text == "/fields/seats")
        }
    }

    @Test("A10: the company is described over the API, by those who may see the lead")
    func account() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await site.lead("Rosa")
            let body = #"{"industry":"Shipyards","employees":250,"city":"Kiel"}"#
            #expect(
                try await site.client.call("POST", "/v1/leads/\(lead)/account", token: token, json: body).status == 200
            )
            let read = try await site.client.call("GET", "/v1/leads/\(lead)", token: token)
            #expect(read.json["company"]["industry"].text == "Shipyards")
            #expect(read.json["company"]["name"].text == "Rosa Ltd")
            #expect(read.json["company"]["employees"].number == 250)
            let stranger = try await site.person(.fieldSales).token
            for act in ["account", "fields"] {
                let body = act == "account" ? body : #"{"fields":{}}"#
                let answer = try await site.client.call("POST", "/v1/leads/\(lead)/\(act)", token: stranger, json: body)
                #expect(answer.status == 404)
            }
        }
    }

    @Test("C5: a used status needs a place; with one its leads move, and a stale version is refused")
    func policy() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await site.lead("Rosa")
            try await site.app.perform(
                LogAttempt(lead: lead, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
                as: .system
            )
            var body = try await site.app.fetch(PolicyInForce(), as: .system).body
            body.process.steps.remove(at: 1)
            body.process.steps[0].moves.removeFirst()
            let json = try JSON.text(body)
            let refused = try await site.client.call("PUT", "/v1/policy", token: token, json: json)
            #expect(refused.status == 409)
            #expect(refused.json["code"].text == "statuses_in_use")
            #expect(refused.json["errors"][0]["pointer"].text == "/mapping/attempted")
            let mapped = String(json.dropLast()) + #","mapping":{"attempted":"in_process"}}"#
            let stale = ["If-Match": "\"7\""]
            let outdated = try await site.client.call("PUT", "/v1/policy", token: token, json: mapped, headers: stale)
            #expect(outdated.status == 412)
            let set = try await site.client.call(
                "PUT",
                "/v1/policy",
                token: token,
                json: mapped,
                headers: ["If-Match": "\"1\""]
            )
            #expect(set.status == 200)
            let read = try await site.client.call("GET", "/v1/leads/\(lead)", token: token)
            #expect(read.json["status"].text == "in_process")
            let versions = try await site.client.call("GET", "/v1/policy/versions", token: token)
            #expect(versions.json["items"].items.map { $0["version"].number } == [2, 1])
            #expect(versions.json["items"][0]["setBy"].text == site.administrator.description)
        }
    }
}
