import LeadCore
import LeadInsight
import Testing

@Suite("Columns")
struct ColumnsTests {
    @Test("Following the ledger gives the same reports as loading from scratch", arguments: 1...8)
    func incrementalEqualsFromScratch(seed: Int) throws {
        let world = PlainWorld(seed: UInt64(seed))
        let loaded = world.columns
        // In the order of time, with what happened to one lead at one instant in the order it happened.
        let ledger = world.history.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        var followed = PlainWorld.emptyColumns
        for part in [ledger[..<(ledger.count / 3)], ledger[(ledger.count / 3)...]] {
            PlainWorld.feed(part, to: &followed)
            followed.settle()
        }
        for groupBy in GroupBy.allCases {
            for asOf in [Int64(400_000), 1_200_000, 9_000_000] {
                let a = TimeInStatusReport(loaded, by: groupBy, Scope(at: asOf))
                let b = TimeInStatusReport(followed, by: groupBy, Scope(at: asOf))
                #expect(a == b)
            }
        }
    }

    @Test("I1: the stays of a lead tile its life, with no gap and no overlap", arguments: 1...8)
    func staysTile(seed: Int) {
        let columns = PlainWorld(seed: UInt64(seed)).columns
        var stays: [Int: [(entered: Int64, wall: Int64)]] = [:]
        for column in columns.stays {
            for i in 0..<column.count {
                stays[Int(column.lead[i]), default: []].append((column.entered[i], column.wall[i]))
            }
        }
        #expect(stays.count == columns.leads.count)
        for (lead, stays) in stays {
            // An open stay (−1, the greatest when unsigned) comes after one of length zero at the same instant.
            let ordered = stays.sorted {
                ($0.entered, $0.wall < 0 ? .max : $0.wall) < ($1.entered, $1.wall < 0 ? .max : $1.wall)
            }
            var at = columns.leads.created[lead]
            for stay in ordered.dropLast() {
                #expect(stay.entered == at)
                #expect(stay.wall >= 0)
                at += stay.wall
            }
            #expect(ordered.last?.entered == at)
            #expect(ordered.last?.wall == StayColumns.open)
        }
    }

    @Test("Entering the status that a lead is in changes nothing; a clock that steps back makes a stay of length zero")
    func oddEntries() throws {
        var columns = PlainWorld.emptyColumns
        let open = try #require(columns.statuses.existing("open"))
        let working = try #require(columns.statuses.existing("working"))
        let lead = columns.putLead(PlainWorld.key(1), LeadFacts(created: Instant(milliseconds: 50)))
        columns.enter(open, lead: lead, at: Instant(milliseconds: 50))
        columns.enter(open, lead: lead, at: Instant(milliseconds: 60))
        columns.enter(working, lead: lead, at: Instant(milliseconds: 40))
        #expect(columns.stays[Int(open)].wall == [0])
        #expect(columns.stays[Int(working)].entered == [50])
    }

    @Test("A codebook gives a key one code for ever and takes its latest label")
    func codebook() {
        var book = Codebook()
        let web = book.code("web", label: "Web")
        #expect(book.code("fair") != web)
        #expect(book.code("web", label: "Web site") == web)
        #expect(book.label(web) == "Web site")
        #expect(book.label(Codebook.none) == "(none)")
        #expect(book.codes(of: ["web", "never seen"]) == [web, .max])
    }
}
