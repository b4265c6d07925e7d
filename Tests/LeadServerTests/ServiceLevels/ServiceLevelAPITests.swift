import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Service levels over the API")
struct ServiceLevelAPITests {
    @Test("D2, F8: a clock is paused, resumed and extended, and the lead tells its times")
    func clocks() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await site.lead("Rosa Luxor")
            let path = "/v1/leads/\(lead)"
            let until = RFC3339.text(site.clock.now + .days(7))
            let refused = try await site.client.call(
                "POST",
                "\(path)/pause",
                token: token,
                json: #"{"until":"\#(until)"}"#
            )
            #expect(refused.status == 422)
            #expect(refused.json["errors"][0]["pointer"].text == "/reason")
            let body = #"{"until":"\#(until)","reason":"On holiday"}"#
            #expect(try await site.client.call("POST", "\(path)/pause", token: token, json: body).status == 200)
            let paused = try await site.client.call("GET", path, token: token).json
            #expect(paused["clocks"][0]["pausedUntil"].text == until)
            #expect(paused["verbs"].items.compactMap(\.text).contains("resume"))
            #expect(!paused["verbs"].items.compactMap(\.text).contains("pause"))
            let again = try await site.client.call("POST", "\(path)/pause", token: token, json: body)
            #expect(again.status == 409)
            #expect(again.json["code"].text == "no_clock_to_pause")
            #expect(try await site.client.call("POST", "\(path)/resumption", token: token, json: "{}").status == 200)
            let running = try await site.client.call("GET", path, token: token).json
            #expect(running["clocks"][0]["pausedUntil"] == .null)
        }
    }

    @Test("F2: what is overdue is listed for those who can help, with level and hands; others may not look")
    func overdue() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let lead = try await site.lead("Rosa Luxor")
            site.clock.advance(.days(1))
            try await site.app.perform(BreachDueClocks(), as: .system)
            let answer = try await site.client.call("GET", "/v1/overdue", token: token).json
            #expect(answer["total"].number == 1)
            #expect(answer["items"][0]["lead"]["id"].text == "\(lead)")
            #expect(answer["items"][0]["lead"]["owner"]["name"].text == "Ada Admin")
            #expect(answer["items"][0]["clock"]["level"].number == 1)
            let seller = try await site.person(.insideSales)
            #expect(try await site.client.call("GET", "/v1/overdue", token: seller.token).status == 403)
        }
    }

    @Test(
        "X11: unreachable is refused as a problem with one pointer for each missing piece, and the lead tells them too"
    )
    func unreachable() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let path = "/v1/leads/\(try await site.lead("Rosa Luxor"))"
            let answer = try await site.client.call(
                "POST",
                "\(path)/rejection",
                token: token,
                json: #"{"reason":"Unreachable"}"#
            )
            #expect(answer.status == 409)
            #expect(answer.json["code"].text == "unreachable_not_shown")
            let pointers = answer.json["errors"].items.compactMap { $0["pointer"].text }
            #expect(pointers == ["/attempts", "/channels", "/dayParts"])
            let attempt = #"{"channel":"phone","outcome":"no_answer"}"#
            _ = try await site.client.call("POST", "\(path)/attempts", token: token, json: attempt)
            let tried = try await site.client.call("GET", path, token: token).json["tried"]
            #expect(tried["attempts"].number == 1)
            #expect(tried["channels"].items == [.string("phone")])
            #expect(tried["missing"].items.count == 3)
        }
    }

    @Test("E3: absences and calendars: entered, read, chosen, taken back")
    func calendars() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let seller = try await site.person(.insideSales)
            let (from, until) = (site.clock.now + .days(1), site.clock.now + .days(3))
            let body = #"{"from":"\#(RFC3339.text(from))","until":"\#(RFC3339.text(until))","note":"Training"}"#
            let made = try await site.client.call("POST", "/v1/absences", token: seller.token, json: body)
            #expect(made.status == 201)
            let id = try #require(made.json["id"].text)
            let all = try await site.client.call("GET", "/v1/absences", token: token).json["items"]
            #expect(all[0]["person"].text == "\(seller.user)")
            #expect(all[0]["note"].text == "Training")
            #expect(try await site.client.call("DELETE", "/v1/absences/\(id)", token: seller.token).status == 204)
            #expect(try await site.client.call("GET", "/v1/absences", token: token).json["items"].items.isEmpty)

            let wrong = try await site.client.call(
                "PUT",
                "/v1/people/\(seller.user)/calendar",
                token: token,
                json: #"{"calendar":"Lisbon"}"#
            )
            #expect(wrong.json["errors"][0]["pointer"].text == "/calendar")
            let right = try await site.client.call(
                "PUT",
                "/v1/people/\(seller.user)/calendar",
                token: token,
                json: #"{"calendar":"Office hours"}"#
            )
            #expect(right.status == 204)
            let calendars = try await site.client.call("GET", "/v1/calendars", token: token).json["items"]
            #expect(calendars[0]["holders"].items == [.string("person:\(seller.user)")])
            #expect(calendars[0]["workspace"] == .bool(true))
        }
    }

    @Test("F3: the policy shows the standard service levels, takes others, and refuses those that cannot work")
    func policy() async throws {
        try await TestSite.run { site in
            let token = try await site.administratorToken
            let answer = try await site.client.call("GET", "/v1/policy", token: token)
            let levels = answer.json["serviceLevels"]["accept"]["levels"]
            #expect(levels[1]["after"].number == 86_400_000)
            #expect(levels[1]["reassign"] == .bool(true))
            #expect(answer.json["unreachable"]["attempts"].number == 3)
            #expect(try await site.client.call("PUT", "/v1/policy", token: token, json: answer.text).status == 200)
            let broken = answer.text.replacing(#""warnPercent":75"#, with: #""warnPercent":175"#)
            let refused = try await site.client.call("PUT", "/v1/policy", token: token, json: broken)
            #expect(refused.status == 422)
            #expect(refused.json["code"].text == "service_levels_invalid")
            #expect(refused.json["errors"][0]["pointer"].text?.hasSuffix("/warnPercent") == true)
        }
    }
}

@Suite("Who is told and who works when, on pages")
struct ChoicePagesTests {
    @Test("F2, E3: a form that names some people changes those alone")
    func partial() async throws {
        try await TestSite.run { site in
            let (ben, cid) = (
                try await site.person(.insideSales, "Ben").user, try await site.person(.manager, "Cid").user
            )
            let ada = Actor(user: site.administrator, role: .administrator)
            try await site.app.perform(SetManager(person: cid, manager: site.administrator), as: ada)
            let browser = try await Browser(site, "ada@example.com")
            let answer = try await browser.post("/settings/service-levels/managers", [("manager-\(ben)", "\(cid)")])
            #expect(answer.status == 303)
            #expect(
                try await site.app.fetch(ManagerList(), as: ada).managers == [ben: cid, cid: site.administrator]
            )
            let standard = try await site.app.fetch(CalendarList(), as: ada).standard.name
            try await site.app.perform(ChooseCalendar(holder: .person(cid), calendar: standard), as: ada)
            let chosen = try await browser.post(
                "/settings/calendar-choices",
                [(Owner.person(ben).description, standard)]
            )
            #expect(chosen.status == 303)
            #expect(
                try await site.app.fetch(CalendarList(), as: ada).choices == [
                    .person(ben): standard, .person(cid): standard,
                ]
            )
        }
    }
}
