import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Public forms")
struct PublicFormTests {
    @Test("A1: a Salesforce Web-to-Lead form needs no other change than its address")
    func webToLead() async throws {
        try await TestSite.run { site in
            let form = try await site.form(redirect: "https://www.acme.example/thanks", hosts: ["shop.acme.example"])
            let answer = try await site.client.post(
                "/forms/\(form.key)",
                form: [
                    ("oid", "00D000000000062"), ("retURL", "https://shop.acme.example/done?x=1"),
                    ("first_name", "Rosa"),
                    ("last_name", "Luxor"), ("email", "rosa@luxor.example"), ("company", "Luxor GmbH"),
                    ("phone", "030 901820"), ("description", "Please call"), ("industry", "Mining"),
                    ("00N5g00000AbCdE", "12 trucks"),
                ]
            )
            #expect(answer.status == 303)
            #expect(answer.headers["location"] == "https://shop.acme.example/done?x=1")
            let leads = try await site.app.fetch(LeadList(LeadFilter()), as: .system).rows
            #expect(leads.map(\.account) == ["Luxor GmbH"])
            #expect(leads.map(\.source) == ["Web form"])
            let detail = try await site.app.fetch(LeadDetail(lead: try #require(leads.first).id), as: .system)
            #expect(detail.people.map(\.contact.name) == ["Rosa Luxor"])
            #expect(detail.activities.first?.note == "Please call\n00N5g00000AbCdE: 12 trucks")
        }
    }

    @Test("visitors are never sent to a host that the form's owner did not name")
    func noOpenRedirect() async throws {
        try await TestSite.run { site in
            let form = try await site.form(redirect: nil, hosts: ["acme.example"])
            for asked in [
                "https://evil.example/", "//evil.example", "https://acme.example@evil.example/", "javascript:alert(1)",
                "https://acme.example.evil.example/", "https:\\\\evil.example", "https://evil.example\\@acme.example/",
            ] {
                let answer = try await site.client.post(
                    "/forms/\(form.key)",
                    form: [("name", "Eve"), ("email", "e@x.example"), ("retURL", asked)]
                )
                #expect(answer.headers["location"] == "/forms/\(form.key)/thanks", "\(asked)")
            }
            #expect(try await site.client.get("/forms/\(form.key)/thanks").status == 200)
        }
    }

    @Test("X17: a filled honeypot is thanked and held back; released, it becomes the lead that it would have become")
    func honeypot() async throws {
        try await TestSite.run { site in
            let form = try await site.form()
            let answer = try await site.client.post(
                "/forms/\(form.key)",
                form: [("name", "Bo"), ("email", "bo@x.example"), (FormReading.honeypot, "http://spam.example")]
            )
            #expect(answer.status == 303)
            #expect(try await site.app.fetch(LeadList(LeadFilter()), as: .system).rows.isEmpty)
            let held = try await site.app.fetch(SubmissionList(.quarantined), as: .system).rows
            #expect(held.map(\.decided.code) == ["honeypot"])
            let released = try await site.app.perform(
                ReleaseSubmission(submission: try #require(held.first).decided.id),
                as: .system
            )
            #expect(released.outcome == .newLead)
            #expect(try await site.app.fetch(LeadList(LeadFilter()), as: .system).rows.map(\.name) == ["Bo"])
            #expect(try await site.app.fetch(SubmissionList(.quarantined), as: .system).rows.isEmpty)
        }
    }

    @Test("our own page carries a stamp: too fast, forged or missing is held back")
    func timeTrap() async throws {
        try await TestSite.run { site in
            let form = try await site.form()
            let page = try await site.client.get("/forms/\(form.key)")
            #expect(page.headers["content-security-policy"]?.contains("frame-ancestors *") == true)
            let start = try #require(page.text.firstRange(of: "name=\"_t\" value=\"")).upperBound
            let stamp = String(page.text[start...].prefix { $0 != "\"" })
            @Sendable func outcome(_ stamp: String?, name: String) async throws -> String? {
                let fields = [("name", name), ("phone", "030 901820")] + (stamp.map { [("_t", $0)] } ?? [])
                _ = try await site.client.post(
                    "/forms/\(form.key)",
                    form: fields,
                    headers: ["Referer": "http://127.0.0.1:\(site.client.port)/forms/\(form.key)"]
                )
                let held = try await site.app.fetch(SubmissionList(.quarantined), as: .system).rows
                return held.first { String(decoding: $0.arrival.raw, as: UTF8.self).contains("name=\(name)&") }?.decided
                    .code
            }
            #expect(try await outcome(stamp, name: "fast") == "too_fast")
            site.clock.advance(.seconds(2))
            #expect(try await outcome(stamp, name: "slow") == nil)
            #expect(try await outcome(nil, name: "none") == "no_stamp")
            #expect(try await outcome("1" + stamp, name: "forged") == "no_stamp")
            site.clock.advance(.hours(25))
            #expect(try await outcome(stamp, name: "old") == "too_old")
        }
    }

    @Test("the twenty-first from one address within ten minutes is held back, nobody else's")
    func rateLimit() async throws {
        try await TestSite.run { site in
            let form = try await site.form()
            for number in 1...22 {
                let answer = try await site.client.post(
                    "/forms/\(form.key)",
                    form: [("name", "P\(number)"), ("email", "p\(number)@x.example")],
                    headers: ["X-Forwarded-For": number == 22 ? "192.0.2.9" : "192.0.2.8"]
                )
                #expect(answer.status == 303)
            }
            let held = try await site.app.fetch(SubmissionList(.quarantined), as: .system).rows
            #expect(held.map(\.decided.code) == ["too_many"])
            #expect(try await site.app.fetch(LeadList(LeadFilter()), as: .system).rows.count == 21)
        }
    }

    @Test("X17: a body that nobody can read is kept and held back, and so is one that names nobody")
    func unreadable() async throws {
        try await TestSite.run { site in
            let form = try await site.form()
            for (type, body) in [
                ("multipart/form-data; boundary=x", "--x\r\nContent-Disp"), ("application/json", "{}"),
                ("application/x-www-form-urlencoded", "%%%=%zz&\u{0}=\u{0}"),
            ] {
                let answer = try await site.client.send(
                    "POST",
                    "/forms/\(form.key)",
                    headers: ["Content-Type": type],
                    body: Data(body.utf8)
                )
                #expect(answer.status == 303)
            }
            let held = try await site.app.fetch(SubmissionList(.quarantined), as: .system).rows
            #expect(Set(held.compactMap(\.decided.code)) == ["malformed_form", "nobody_named"])
            #expect(held.count == 3)
        }
    }

    @Test("multipart forms are read like any other, files in them passed over")
    func multipart() async throws {
        try await TestSite.run { site in
            let form = try await site.form()
            let body = """
                --b1\r\nContent-Disposition: form-data; name="name"\r\n\r\nZoë \r\n--b1\r\nContent-Disposition: form-data; \
                name="cv"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--b1\r\nContent-Disposition: \
                form-data; name="email"\r\n\r\nzoe@x.example\r\n--b1--\r\n
                """
            _ = try await site.client.send(
                "POST",
                "/forms/\(form.key)",
                headers: ["Content-Type": "multipart/form-data; boundary=b1"],
                body: Data(body.utf8)
            )
            #expect(try await site.app.fetch(LeadList(LeadFilter()), as: .system).rows.map(\.name) == ["Zoë"])
        }
    }
}

extension TestSite {
    /// A public form for the source "Web form".
    func form(redirect: String? = nil, hosts: [String] = []) async throws -> SaveForm.Outcome {
        let source = try await app.fetch(SourceList(), as: .system).first { $0.name == "Web form" }
        return try await app.perform(
            SaveForm(name: "Contact us", source: try #require(source).id, redirectURL: redirect, hosts: hosts),
            as: .system
        )
    }
}
