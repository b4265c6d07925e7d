import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Hostile input", .enabled(if: HostileData.isHere, "needs ../shared/data"))
struct HostileTests {
    @Test("whatever body comes to the API, the answer is a clear refusal and the body is kept")
    func bodies() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let files = try HostileData.jsonFiles()
            for (name, body) in files {
                let headers = ["Authorization": "Bearer \(token)", "Content-Type": "application/json"]
                let answer = try await site.client.send("POST", "/v1/leads", headers: headers, body: body)
                #expect([400, 422].contains(answer.status), "\(name): \(answer.status)")
                #expect(answer.json["submission"].text != nil, "\(name)")
                let batch = try await site.client.send("POST", "/v1/leads:batch", headers: headers, body: body)
                #expect(batch.status < 500, "\(name): \(batch.status)")
            }
            let books = try await site.client.call("GET", "/v1/invariants", token: token)
            #expect(books.json["holds"] == .bool(true))
            let kept = try await site.app.fetch(SubmissionList(.rejected), as: .system)
            #expect(kept.next != nil)
        }
    }

    @Test(
        "naughty strings and injections become leads or clear refusals, over the API and as a form, and no script is written out"
    )
    func strings() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let form = try await site.form()
            let lines = try HostileData.lines()
            let rows = try lines.map { line in
                let fields = ["name": line, "company": line, "message": line, "source": "Web site"]
                return String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
            }
            for start in stride(from: 0, to: rows.count, by: 500) {
                let json = "[\(rows[start..<min(start + 500, rows.count)].joined(separator: ","))]"
                let answer = try await site.client.call("POST", "/v1/leads:batch", token: token, json: json)
                #expect(answer.status == 200, "\(answer.text.prefix(300))")
            }
            for (index, line) in lines.enumerated() where index.isMultiple(of: 25) {
                let answer = try await site.client.post(
                    "/forms/\(form.key)",
                    form: [("name", line), ("email", line), ("retURL", line)],
                    headers: ["X-Forwarded-For": "192.0.2.\(index % 250)"]
                )
                #expect(answer.status == 303, "\(line)")
            }
            let browser = try await Browser(site, "ada@example.com")
            for path in ["/leads", "/board", "/submissions", "/today"] {
                let page = try await browser.get(path)
                #expect(page.status == 200)
                #expect(!page.text.lowercased().contains("<script>alert"), "\(path)")
                #expect(page.text.firstRange(of: "<img src=x onerror") == nil, "\(path)")
            }
            let check = try await site.client.call("GET", "/v1/invariants", token: token)
            #expect(check.json["holds"] == .bool(true))
        }
    }

    @Test("addresses that nobody would type are refused, not obeyed")
    func addresses() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            for path in [
                "/v1/leads/0", "/v1/leads/%00", "/v1/leads/..%2f..%2fetc%2fpasswd", "/assets/..%2f..%2fopenapi.json",
                "/v1/leads/019aa8d1-0000-7000-8000-000000000001", "/v1/leads?q=%27%3B%20DROP%20TABLE%20leads%3B--",
                "/v1/leads?q=%00%ff", "/v1/leads?cursor=newest.9999999999999999999.x", "/v1/reports/..", "/forms/%27",
                "/v1/submissions?outcome=%3Cscript%3E",
            ] {
                let answer = try await site.client.call("GET", path, token: token)
                #expect(answer.status < 500, "\(path): \(answer.status)")
            }
        }
    }
}
