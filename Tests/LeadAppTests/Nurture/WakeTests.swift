import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Waking recycled leads")
struct WakeTests {
    private let ann = Workplace.actor(Workplace.ann)

    private func asleep(_ workplace: Workplace) async throws -> Lead.ID {
        let id = try await workplace.lead()
        workplace.advance(.hours(1))
        let wakeAt = workplace.now + .days(30)
        try await workplace.app.perform(RecycleLead(lead: id, reason: "Not now, later", wakeAt: wakeAt), as: ann)
        return id
    }

    private func cause(_ id: Lead.ID, _ workplace: Workplace) async throws -> WakeCause? {
        let detail = try await workplace.detail(id)
        let moved = detail.events.compactMap { event in
            if case .moved(let moved) = event.event { moved } else { nil }
        }
        #expect(detail.stays.last { $0.dimension == .status }?.cause == moved.last?.cause)
        #expect(detail.lead.kind == .new)
        return moved.last?.cause
    }

    @Test("G3, X12: the ledger says whether a lead was woken by its date, by a new signal, or by hand")
    func causes() async throws {
        let byDate = try await Workplace()
        let dated = try await asleep(byDate)
        byDate.advance(.days(31))
        try await byDate.app.perform(BreachDueClocks(), as: .system)
        #expect(try await cause(dated, byDate) == .date)

        let bySignal = try await Workplace()
        let signalled = try await asleep(bySignal)
        bySignal.advance(.days(3))
        #expect(try await bySignal.capture().lead == signalled)
        #expect(try await cause(signalled, bySignal) == .signal)
        #expect(try await bySignal.check().holds)

        let byHand = try await Workplace()
        let taken = try await asleep(byHand)
        byHand.advance(.days(3))
        try await byHand.app.perform(WakeLead(lead: taken), as: Workplace.actor(Workplace.mia))
        #expect(try await cause(taken, byHand) == .person)
    }

    @Test("G4, E6: the pool's yield names the cause and credits the marketing owner")
    func yield() async throws {
        let workplace = try await Workplace()
        let id = try await asleep(workplace)
        workplace.advance(.days(3))
        try await workplace.capture()
        let report = try await workplace.app.fetch(FetchReport(.recycled), as: ann).report
        for table in report.tables {
            let row = Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.key), table.rows[0]))
            #expect(row["recycled"] == .count(1))
            #expect(row["woken-by-signal"] == .count(1))
            #expect(row["waiting"] == .count(0))
        }
        #expect(report.tables[1].rows[0][0] == .text("Mia Marketing"))
        let mia = Workplace.actor(Workplace.mia)
        try await workplace.app.perform(SetMarketingOwner(lead: id, owner: Workplace.manager), as: mia)
        let credit = try await workplace.app.fetch(FetchReport(.credit), as: ann).report
        #expect(credit.tables[0].rows[0][0] == .text("Max Manager"))
    }
}
