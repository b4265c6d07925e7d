import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("The doors")
struct DoorTests {
    @Test("a policy that was taken back with its transaction is never used")
    func policy() async throws {
        let workplace = try await Workplace()
        let app = workplace.app
        let cache = PolicyCache()
        struct Stop: Error {}
        var other = PolicyBody.standard
        other.currency = "USD"
        let body = try JSON.text(other)
        await #expect(throws: Stop.self) {
            try await app.database.write(as: .system) { tx in
                try tx.insertPolicy(2, body: body)
                let currency = try cache.underWay(tx.read).currency
                #expect(currency == "USD")
                throw Stop()
            }
        }
        other.currency = "CHF"
        try await app.perform(SetPolicy(body: other), as: .system)
        let policy = try await app.database.read { snapshot in try cache.current(snapshot) }
        #expect(policy.currency == "CHF")
        #expect(try await app.fetch(Choices(), as: .system).policy.currency == "CHF")
    }

    @Test("keys are kept for seven days")
    func keys() async throws {
        let workplace = try await Workplace()
        let first = SaveSource(source: nil, name: "One")
        let made = try await workplace.app.perform(first, as: .system, key: "k").source
        workplace.advance(.days(6))
        #expect(try await workplace.app.perform(first, as: .system, key: "k").source == made)
        workplace.advance(.days(1) + .seconds(1))
        try await workplace.app.perform(SaveSource(source: nil, name: "Two"), as: .system, key: "other")
        let left = try await workplace.app.database.read {
            try $0.value("SELECT COUNT(*) FROM idempotency_keys") as Int?
        }
        #expect(left == 1)
    }

    @Test("what is tried out is not kept")
    func trial() async throws {
        let workplace = try await Workplace()
        _ = try await workplace.app.tryOut(SaveSource(source: nil, name: "Tried"), as: .system)
        let names = try await workplace.app.fetch(SourceList(), as: .system).map(\.name)
        #expect(!names.contains("Tried"))
    }

    @Test("a list of arrivals holds their beginnings, and of a large one its size alone")
    func submissions() async throws {
        let workplace = try await Workplace()
        for size in [10, 30_000, 200_000] {
            let raw = [UInt8](repeating: 0x61, count: size)
            let refusal = Refusal.invalid("", "No.")
            let command = RejectArrival(raw: raw, contentType: "text/plain", channel: .api, refusal: refusal)
            try await workplace.app.perform(command, as: .system)
        }
        let rows = try await workplace.app.fetch(SubmissionList(.rejected), as: .system).rows
        #expect(rows.map(\.size) == [200_000, 30_000, 10])
        #expect(rows.map(\.arrival.raw.count) == [0, 16_000, 10])
        #expect(rows.map(\.isWhole) == [false, false, true])
        let large = try #require(rows.first?.decided.id)
        let whole = try await workplace.app.fetch(SubmissionDetail(submission: large), as: .system)
        #expect(whole.arrival.raw.count == 200_000 && whole.isWhole)
    }
}
