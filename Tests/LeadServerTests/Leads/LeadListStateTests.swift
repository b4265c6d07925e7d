import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("The question in a list's address")
struct LeadListStateTests {
    private func state(_ query: String) -> LeadListState { LeadListState(SubmittedForm(urlencoded: query)) }

    @Test("An address says the same question again, whatever its words")
    func roundTrip() {
        let asked = LeadListState().setting("q", to: "Müller & Söhne=100%").setting("sort", to: "due")
        #expect(state(asked.query) == asked)
        #expect(asked.address(of: "/leads").hasPrefix("/leads?q="))
        #expect(LeadListState().address(of: "/leads") == "/leads")
    }

    @Test("Unknown names are left out; empty filters count as not set")
    func unknown() {
        #expect(state("x=1&status=&csrf=2&grade=hot").query == "grade=hot")
        #expect(state("status=open&grade=hot&q=a&view=mine").filterCount == 2)
    }

    @Test("Dates mean whole days in the policy's zone, and mine means open ones that I own")
    func filter() {
        let filter = state("from=2026-06-01&to=2026-06-30&view=mine&sort=value&grade=hot&status=open")
            .filter(for: 7, in: .utc)
        #expect(filter.createdFrom == Instant(milliseconds: 1_780_272_000_000))
        #expect(filter.createdBefore == Instant(milliseconds: 1_782_864_000_000))
        #expect(filter.owner == .person(7))
        #expect(filter.open == true)
        #expect(filter.sort == .value)
        #expect(filter.grade == .hot)
        #expect(filter.statuses == ["open"])
    }

    @Test("What cannot be read narrows nothing and never fails")
    func nonsense() {
        let filter = state("from=yesterday&owner=me&grade=warm&after=1.2.3&sort=name&view=all&source=1")
            .filter(for: nil, in: .utc)
        #expect(filter.createdFrom == nil && filter.owner == nil && filter.grade == nil)
        #expect(filter.after == nil && filter.source == nil && filter.open == nil)
        #expect(filter.sort == .newest)
    }

    @Test("A cursor reads back as it was written")
    func cursor() throws {
        let cursor = LeadFilter.Cursor(key: -5, id: 42)
        let read = try #require(LeadFilter.Cursor(text: cursor.text))
        #expect(read.key == -5 && read.id == 42)
    }
}
