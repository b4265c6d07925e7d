import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("The pages of call mode")
struct CallPagesTests {
    private func lead(_ site: TestSite, _ name: String, value: Int64? = 1_000_000) async throws -> Lead.ID {
        let lead = try await site.lead(name, value: value)
        let contact = try await site.app.fetch(LeadDetail(lead: lead), as: .system).people[0].contact
        try await site.app.database.write(as: .system) { tx in
            _ = try tx.run("UPDATE contacts SET phone = \("+4930123456") WHERE id = \(contact.id)")
        }
        let owner = Receiver.person(site.administrator)
        try await site.app.perform(AssignLead(lead: lead, to: owner, reason: "Hers"), as: .system)
        site.clock.advance(.minutes(1))
        return lead
    }

    @Test("C8, F10: without any script a call is recorded by its button, the next lead opens, and the call is undone")
    func flow() async throws {
        try await TestSite.run { site in
            let small = try await lead(site, "Sue", value: 100_000)
            let big = try await lead(site, "Bea")
            let browser = try await Browser(site, "ada@example.com")
            #expect(try await browser.get("/today/call").headers["location"] == "/today/call/\(big)")
            let page = try await browser.get("/today/call/\(big)").text
            #expect(page.contains("What made you get in touch with us?"))
            #expect(page.contains("tel:+4930123456"))
            #expect(page.contains("expected, untouched for"))
            #expect(page.contains("2 leads to work on"))
            let refused = try await browser.post(
                "/today/call/\(big)",
                [("answer-urgency", "now"), ("outcome", "reached")]
            )
            #expect(refused.status == 422)
            #expect(refused.text.contains("This is asked only after"))
            let done = try await browser.post(
                "/today/call/\(big)",
                [("answer-need", "plan"), ("text-need", "Two lines"), ("outcome", "no_answer")]
            )
            #expect(done.status == 303)
            #expect(try await browser.get("/today/call").headers["location"] == "/today/call/\(small)")
            let next = try await browser.get("/today/call/\(small)").text
            #expect(next.contains("Undo call: Bea"))
            #expect(
                try await browser.get("/today/call/\(big)").text.contains(
                    "Answered before: A plan or a wish to improve"
                )
            )
            #expect(try await browser.get("/leads/\(big)").text.contains("Script: 1 question answered"))
            let undone = try await browser.post("/today/call/\(big)/undo", [])
            #expect(undone.status == 303)
            #expect(try await browser.get("/leads/\(big)").text.contains("Call taken back"))
            #expect(try await browser.get("/today/call").headers["location"] == "/today/call/\(big)")
        }
    }

    @Test("X10: skipping asks for a reason on a page of its own, and refuses none")
    func skip() async throws {
        try await TestSite.run { site in
            let lead = try await lead(site, "Bea")
            let browser = try await Browser(site, "ada@example.com")
            #expect(try await browser.get("/today/call/\(lead)/skip").text.contains("I must prepare first"))
            let refused = try await browser.post("/today/call/\(lead)/skip", [])
            #expect(refused.status == 422)
            #expect(refused.text.contains("Say why you skip this lead."))
            let done = try await browser.post("/today/call/\(lead)/skip", [("reason", "Not for me")])
            #expect(done.status == 303)
            let empty = try await browser.get("/today/call").text
            #expect(empty.contains("Nobody is left to call"))
            #expect(empty.contains("1 skipped for now"))
            #expect(empty.contains("Undo skip: Bea"))
        }
    }

    @Test("C7: Today stands in the order of what waiting costs and says why; by due time stays a tab away")
    func today() async throws {
        try await TestSite.run { site in
            _ = try await lead(site, "Sue", value: 100_000)
            _ = try await lead(site, "Bea")
            let browser = try await Browser(site, "ada@example.com")
            let page = try await browser.get("/today").text
            let (bea, sue) = (page.firstRange(of: ">Bea<"), page.firstRange(of: ">Sue<"))
            #expect(try #require(bea).lowerBound < #require(sue).lowerBound)
            #expect(page.contains("loses about"))
            #expect(page.contains("halves in 5.0 working hours"))
            #expect(!page.contains("Undo"))
            #expect(try await browser.get("/today?order=due").text.contains("Due today"))
        }
    }

    @Test("C8: a script is written as text; faults come back with their line, and what is sound is in force")
    func scripts() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            #expect(try await browser.get("/settings/scripts").text.contains("First call"))
            let form = try await browser.get("/settings/scripts/first_call").text
            #expect(form.contains("- problem: A problem that costs them something today (high)"))
            let bad = [("name", "Short"), ("key", "short"), ("questions", "# need\nWhat?\nfills: mood")]
            let unread = try await browser.post("/settings/scripts", bad)
            #expect(unread.status == 422)
            #expect(unread.text.contains("Line 3:"))
            let faulty = [("name", "Short"), ("key", "short"), ("questions", "# need\nWhat?\nfills: criterion:need")]
            let refused = try await browser.post("/settings/scripts", faulty)
            #expect(refused.status == 422)
            #expect(refused.text.contains("Question need: A criterion needs at least two answers"))
            let questions = "# need\nWhat?\nfills: criterion:need\n- yes: Much (high)\n- no: Nothing (none)"
            let good = [("name", "Short"), ("key", "short"), ("opening", "Hello"), ("questions", questions)]
            #expect(try await browser.post("/settings/scripts", good).status == 303)
            let policy = try await site.app.fetch(Choices(), as: .system).policy
            #expect(policy.calls.scripts.map(\.key) == ["short", "first_call"])
            #expect(try await browser.post("/settings/scripts/short/removal", []).status == 303)
            let after = try await site.app.fetch(Choices(), as: .system).policy
            #expect(after.calls.scripts.map(\.key) == ["first_call"])
        }
    }

    @Test("C8, X10: calls, skips and undo go over the API, and the work list says what waiting costs")
    func api() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await lead(site, "Bea")
            let work = try await site.client.call("GET", "/v1/today?calls=true", token: token).json
            #expect(work["items"].items.count == 1)
            #expect(work["items"].items[0]["waiting"]["expected"]["minor"].number == 50_000)
            #expect(work["halfLifeHours"].text == "5.00")
            let sheet = try await site.client.call("GET", "/v1/leads/\(lead)/call", token: token).json
            #expect(sheet["script"]["key"].text == "first_call")
            let skip = #"{"reason": "Not for me"}"#
            #expect(
                try await site.client.call("POST", "/v1/leads/\(lead)/skip", token: token, json: skip).status == 200
            )
            let left = try await site.client.call("GET", "/v1/today?calls=true", token: token).json
            #expect(left["skipped"].number == 1)
            #expect(
                try await site.client.call("POST", "/v1/leads/\(lead)/undo", token: token, json: "{}").status == 200
            )
            let call = #"{"outcome": "call_back", "answers": [{"question": "need", "answer": "plan"}]}"#
            let done = try await site.client.call("POST", "/v1/leads/\(lead)/calls", token: token, json: call)
            #expect(done.status == 200)
            #expect(done.json["status"].text == "attempted")
        }
    }
}
