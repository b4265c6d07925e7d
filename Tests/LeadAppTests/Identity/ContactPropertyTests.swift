import LeadApp
import LeadCore
import LeadStore
import Testing

/// People are linked, merged and taken apart at random, and their leads too.
@Suite("People under random joining")
struct ContactPropertyTests {
    @Test("X3: responses per campaign never change, undo is exact, and every invariant holds", arguments: UInt64(1)...4)
    func joining(seed: UInt64) async throws {
        let play = try await RandomPeople(seed: seed)
        let responses = try await play.workplace.responses()
        for step in 0..<60 {
            try await play.step("seed \(seed), step \(step)")
            #expect(try await play.workplace.responses() == responses)
            let check = try await play.workplace.check()
            #expect(check.holds, "seed \(seed), step \(step): \(check.findings.filter { !$0.holds }.map(\.violations))")
        }
        #expect(play.merged > 3, "seed \(seed): \(play.merged) merged, \(play.undone) undone")
    }
}

private final class RandomPeople {
    let workplace: Workplace
    private(set) var merged = 0
    private(set) var undone = 0
    private var random: Dice
    private var leads: [Lead.ID] = []
    private var before: [Contact.ID: ContactMergeState] = [:]

    init(seed: UInt64) async throws {
        random = Dice(seed: seed)
        workplace = try await Workplace()
        for name in ["Fair", "Mail"] { try await workplace.app.perform(SaveCampaign(name: name), as: .system) }
        for (number, company) in ["Acme", "Bolt", "Corp", "Dune"].enumerated() {
            for name in ["Ann", "Bob", "Cem"] {
                let lead = try await workplace.lead(
                    "\(name) \(company)",
                    company,
                    campaign: number % 2 == 0 ? "Fair" : "Mail"
                )
                if !leads.contains(lead) { leads.append(lead) }
            }
        }
    }

    func step(_ note: Comment) async throws {
        workplace.advance(.minutes(Int64.random(in: 1...300, using: &random)))
        let (lead, other) = (pick(leads), pick(leads))
        do {
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1, 2: try await merge()
            case 3, 4: try await undo(note)
            case 5: try await link(lead)
            case 6:
                try await workplace.app.perform(
                    MergeLeads(survivor: lead, merged: [other], otherAccounts: true),
                    as: Workplace.boss
                )
            default: try await workplace.app.perform(UndoMerge(lead: lead), as: Workplace.boss)
            }
        } catch is Refusal {}
    }

    private func pick<T>(_ choices: [T]) -> T {
        choices[Int.random(in: choices.indices, using: &random)]
    }

    private func people() async throws -> [Contact.ID] {
        try await workplace.app.database.read { snapshot in
            try snapshot.all("SELECT id FROM contacts ORDER BY created_at, name") { row in try row.next() as Contact.ID
            }
        }
    }

    private func merge() async throws {
        let all = try await people()
        let (survivor, other) = (pick(all), pick(all))
        let state = try await workplace.app.database.read { try $0.mergeState(of: survivor, other) }
        let take = Set(MergeContacts.Field.allCases.filter { _ in Bool.random(using: &random) })
        let command = MergeContacts(survivor: survivor, merged: other, take: take)
        guard try await !isMerged(other) else { return }
        try await workplace.app.perform(command, as: Workplace.boss)
        before[other] = state
        merged += 1
    }

    private func isMerged(_ contact: Contact.ID) async throws -> Bool {
        try await workplace.app.database.read { try $0.contact(contact)?.mergedInto != nil }
    }

    private func undo(_ note: Comment) async throws {
        guard !before.isEmpty else { return }
        let other = pick(before.keys.sorted())
        let state = try #require(before[other])
        try await workplace.app.perform(UndoContactMerge(merged: other), as: Workplace.boss)
        let now = try await workplace.app.database.read { try $0.mergeState(of: state.survivor.id, other) }
        #expect(now == state, note)
        before[other] = nil
        undone += 1
    }

    private func link(_ lead: Lead.ID) async throws {
        let contact = pick(try await people())
        let known = try await workplace.app.database.read { try $0.contact(contact) }
        var person = Inquiry()
        person.name = known?.name
        person.email = known?.email
        try await workplace.app.perform(
            LinkContact(lead: lead, person: person, role: pick(ContactRole.allCases)),
            as: Workplace.boss
        )
    }
}
