import LeadApp
import LeadCore
import Testing

@testable import LeadServer

@Suite("The Today page")
struct TodayPresenterTests {
    @Test("F1: its summary names only what there is")
    func summary() {
        #expect(TodayView.summary(overdue: 3, due: 5, new: "2") == "3 overdue, 5 due today, 2 new")
        #expect(TodayView.summary(overdue: 0, due: 1, new: "0") == "1 due today")
        #expect(TodayView.summary(overdue: 0, due: 0, new: "0") == "nothing due")
    }

    @Test("F1: a lead stands in the group that its next step belongs to, and empty groups are left out")
    func groups() async throws {
        try await TestSite.run { site in
            let ada = Actor(user: site.administrator, role: .administrator)
            func page() async throws -> TodayView {
                TodayView(try await site.app.fetch(Today(), as: ada), frame: PageFrame(title: "Today", csrf: ""))
            }
            #expect(try await page().isEmpty)
            let lead = try await site.lead()
            let morning = try await page()
            #expect(morning.groups.map(\.id) == ["due"])
            #expect(morning.groups[0].rows.map(\.id) == [lead.description])
            #expect(morning.date == "Monday 17 November")
            site.clock.advance(.days(1))
            let late = try await page()
            #expect(late.groups.map(\.id) == ["overdue"])
            #expect(late.groups[0].rows[0].dueTone == "late")
            #expect(late.groups[0].rows[0].due.relative == "20 h overdue")
        }
    }
}
