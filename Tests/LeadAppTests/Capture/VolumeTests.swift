import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Many inquiries, and what they bring along")
struct VolumeTests {
    private func batch(_ inquiries: [Inquiry]) -> CaptureBatch {
        let rows = inquiries.map { inquiry in
            CaptureBatch.Row.capture(
                CaptureLead(raw: [], contentType: "application/json", channel: .api, inquiry: inquiry)
            )
        }
        return CaptureBatch(rows: rows, atomic: false)
    }

    @Test("A2: three thousand inquiries over three ways in are all in custody at once, with nobody's help")
    func thousands() async throws {
        let workplace = try await Workplace()
        for (number, source) in ["Web site", "Trade show", "Call centre"].enumerated() {
            let inquiries = (0..<1000).map { index in
                var inquiry = Inquiry()
                inquiry.name = "Person \(number)-\(index)"
                inquiry.email = "p\(number)-\(index)@firm\(number)-\(index).example"
                inquiry.company = "Firm \(number)-\(index)"
                inquiry.source = source
                return inquiry
            }
            let captured = try await workplace.app.perform(batch(inquiries), as: .system)
            #expect(captured.allSatisfy { $0.outcome == .newLead })
        }
        let held = try await workplace.app.database.read { snapshot in
            try [Workplace.ann, Workplace.ben].map { try snapshot.openLeads(heldBy: .person($0)).count }
        }
        #expect(held == [1500, 1500])
        let check = try await workplace.check()
        #expect(check.holds)
        #expect(check.books.map(\.newLeads) == [1000, 1000, 1000])
    }

    @Test("A10: size, revenue, industry, place and web site of the company are kept without any custom field")
    func firmographics() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead {
            $0.industry = "Shipbuilding"
            $0.employees = 1200
            $0.revenue = 340_000_000
            $0.country = "DE"
            $0.city = "Kiel"
            $0.website = "https://navy.example"
        }
        let account = try await workplace.detail(id).lead.account
        let texts = try await workplace.app.database.read { snapshot in
            try snapshot.first(
                "SELECT industry, country, city, website, employees, revenue FROM accounts WHERE id = \(account)"
            ) { row in
                let texts = [try row.next() as String, try row.next(), try row.next(), try row.next()]
                return texts + [String(try row.next() as Int), String(try row.next() as Int)]
            }
        }
        #expect(texts == ["Shipbuilding", "DE", "Kiel", "https://navy.example", "1200", "340000000"])
    }

    @Test("C7: the work list begins with what is overdue longest, and never with what is not due")
    func order() async throws {
        let workplace = try await Workplace()
        let ann = Workplace.actor(Workplace.ann)
        var due: [(Lead.ID, Int64)] = []
        for hours in [Int64(5), 2, 30, 3] {
            let id = try await workplace.lead {
                $0.email = "p\(hours)@x\(hours).example"
                $0.company = "X\(hours)"
                $0.owner = "Ann Inside"
            }
            let next = NextStep(what: "Call", dueAt: workplace.now + .hours(hours))
            try await workplace.app.perform(SetNextStep(lead: id, next: next), as: ann)
            due.append((id, hours))
        }
        workplace.advance(.hours(4))
        let today = try await workplace.app.fetch(Today(), as: ann)
        func leads(_ hours: [Int64]) -> [Lead.ID] { hours.compactMap { h in due.first { $0.1 == h }?.0 } }
        #expect(today.overdue.map(\.id) == leads([2, 3]))
        #expect(today.dueToday.map(\.id) == leads([5]))
    }

    @Test("A8: a seminar in two sessions counts each guest once per session, and its sale is the campaign's")
    func seminar() async throws {
        let workplace = try await Workplace()
        let manager = Workplace.actor(Workplace.manager)
        try await workplace.app.perform(SaveCampaign(name: "Seminar June"), as: manager)
        // Five more than the first room holds come to a second session; one guest comes to both, and is sent twice.
        let guests = (0..<35).map { ($0, $0 < 30 ? "first session" : "second session") }
        let inquiries = (guests + [(3, "second session"), (3, "second session")]).map { guest, session in
            var inquiry = Inquiry()
            inquiry.name = "Guest \(guest)"
            inquiry.email = "guest\(guest)@firm\(guest).example"
            inquiry.company = "Firm \(guest)"
            inquiry.source = "Seminar"
            inquiry.campaign = "Seminar June"
            inquiry.event = session
            return inquiry
        }
        let captured = try await workplace.app.perform(batch(inquiries), as: .system)
        #expect(captured.filter { $0.outcome == .newLead }.count == 35)
        let id = try #require(captured[3].lead)
        #expect(try await workplace.detail(id).responses.count == 2)

        workplace.advance(.days(200))
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: manager)
        let convert = ConvertLeads(leads: [id], name: "After the seminar")
        let deal = try await workplace.app.perform(convert, as: manager).opportunity
        try await workplace.app.perform(WinOpportunity(opportunity: deal), as: manager)
        let won = try await workplace.app.database.read { snapshot in
            try snapshot.value(
                """
                SELECT campaigns.name FROM opportunities JOIN campaigns ON campaigns.id = opportunities.campaign_id
                WHERE opportunities.kind = 'won'
                """
            ) as String?
        }
        #expect(won == "Seminar June")
    }
}
