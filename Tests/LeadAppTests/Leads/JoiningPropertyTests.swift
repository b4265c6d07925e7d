import LeadApp
import LeadCore
import LeadStore
import Testing

/// People link, merge, convert, move and undo at random: what must hold holds after each act, and each undo is exact.
@Suite("Many leads under random joining")
struct JoiningPropertyTests {
    @Test("X3, X5: responses are stable, undo is exact and every invariant holds", arguments: UInt64(1)...8)
    func joining(seed: UInt64) async throws {
        let play = try await RandomJoining(seed: seed)
        for step in 0..<100 {
            let note: Comment = "seed \(seed), step \(step): \(play.trace.suffix(6))"
            try await play.step(note)
            #expect(try await play.workplace.responses().count == play.captured, note)
            let check = try await play.workplace.check()
            #expect(check.holds, "\(note): \(check.findings.filter { !$0.holds })")
        }
        #expect(play.undone > 2, "seed \(seed) undid nothing, so it tested little: \(play.trace)")
    }
}

private final class RandomJoining {
    let workplace: Workplace
    private(set) var trace: [String] = []
    /// How many inquiries came, each of which is one response for ever.
    private(set) var captured = 0
    private(set) var undone = 0
    private var random: SeededRandom
    private var leads: [Lead.ID] = []
    private var deals: [Opportunity.ID: [Lead.ID: Lead]] = [:]
    private var merges: [Lead.ID: Merge] = [:]

    /// How two leads were before they were merged, and at which version the survivor was left.
    private struct Merge {
        var merged: Lead
        var survivor: Lead
        var version: Int
    }

    private static let people = ["Ann Ames", "Bob Bell", "Cem Cole", "Dot Dean", "Eve Earl", "Fay Fox"]
    private static let companies = ["Acme", "Bolt", "Corp", "Dune", "Ecco"]

    init(seed: UInt64) async throws {
        random = SeededRandom(seed: seed)
        workplace = try await Workplace()
        try await workplace.classes("Service")
        for name in ["Fair", "Mail"] { try await workplace.app.perform(SaveCampaign(name: name), as: .system) }
        for _ in 0..<6 { try await capture() }
    }

    func step(_ note: Comment) async throws {
        workplace.advance(.minutes(Int64.random(in: 1...300, using: &random)))
        let (a, b) = (try await pickOpen(), try await pickOpen())
        let app = workplace.app
        do {
            switch Int.random(in: 0..<14, using: &random) {
            case 0: try await capture()
            case 1: try await act("link") { try await app.perform(LinkLeads(lead: a, other: b), as: Workplace.boss) }
            case 2: try await act("unlink") { try await app.perform(UnlinkLead(lead: a), as: Workplace.boss) }
            case 3: try await merge(b, into: a)
            case 4, 5: try await undoMerge(note)
            case 6, 7: try await act("qualify") { try await workplace.qualify(a) }
            case 8: try await convert([a, b])
            case 9: try await undoConversion(note)
            case 10:
                let attempt = Attempt(channel: .phone, outcome: .noAnswer)
                try await act("attempt") {
                    try await app.perform(LogAttempt(lead: a, attempt: attempt), as: Workplace.boss)
                }
            case 11: try await move(a)
            default: try await capture()
            }
        } catch let refusal as Refusal {
            trace.append("(\(refusal.code))")
        }
    }

    private func capture() async throws {
        let (name, company) = (pick(Self.people), pick(Self.companies))
        let productClass = pick(["General", "Service"])
        let lead = try await workplace.lead(name, company, productClass, campaign: pick(["Fair", "Mail"]))
        captured += 1
        if !leads.contains(lead) { leads.append(lead) }
        trace.append("capture")
    }

    private func merge(_ lead: Lead.ID, into survivor: Lead.ID) async throws {
        let before = try await workplace.state(lead)
        let ours = try await workplace.state(survivor)
        guard before.isOpen else { return }
        try await act("merge") {
            try await workplace.app.perform(
                MergeLeads(survivor: survivor, merged: [lead], otherAccounts: true),
                as: Workplace.boss
            )
        }
        let version = try await workplace.detail(survivor).lead.version
        merges[lead] = Merge(merged: before, survivor: ours, version: version)
    }

    private func undoMerge(_ note: Comment) async throws {
        guard !merges.isEmpty else { return }
        let lead = pick(merges.keys.sorted())
        guard let before = merges[lead] else { return }
        let isUntouched = try await workplace.detail(before.survivor.id).lead.version == before.version
        try await act("undo merge") { try await workplace.app.perform(UndoMerge(lead: lead), as: Workplace.boss) }
        #expect(try await workplace.state(lead) == before.merged, note)
        if isUntouched { #expect(try await workplace.state(before.survivor.id) == before.survivor, note) }
        merges[lead] = nil
        undone += 1
    }

    private func convert(_ chosen: [Lead.ID]) async throws {
        var before: [Lead.ID: Lead] = [:]
        for lead in chosen { before[lead] = try await workplace.state(lead) }
        guard before.values.allSatisfy(\.isOpen) else { return }
        let made = try await workplace.app.perform(
            ConvertLeads(leads: chosen, name: "Deal", otherAccounts: true),
            as: Workplace.boss
        )
        trace.append("convert")
        deals[made.opportunity] = before
    }

    private func undoConversion(_ note: Comment) async throws {
        guard !deals.isEmpty else { return }
        let deal = pick(deals.keys.sorted())
        guard let before = deals[deal] else { return }
        try await act("undo conversion") {
            try await workplace.app.perform(UndoConversion(opportunity: deal), as: Workplace.boss)
        }
        for (lead, state) in before { #expect(try await workplace.state(lead) == state, note) }
        deals[deal] = nil
        undone += 1
    }

    private func move(_ lead: Lead.ID) async throws {
        guard let person = try await workplace.detail(lead).people.first else { return }
        let command = MoveContact(contact: person.contact.id, company: pick(Self.companies), withLeads: true)
        try await act("move") { try await workplace.app.perform(command, as: Workplace.boss) }
    }

    private func act<T>(_ name: String, _ body: () async throws -> T) async throws {
        _ = try await body()
        trace.append(name)
    }

    /// An open lead, as people mostly work on.
    private func pickOpen() async throws -> Lead.ID {
        for _ in 0..<6 {
            let lead = pick(leads)
            if try await workplace.state(lead).isOpen { return lead }
        }
        return pick(leads)
    }

    private func pick<T>(_ items: [T]) -> T {
        items[Int.random(in: 0..<items.count, using: &random)]
    }
}

/// SplitMix64, so that a failing seed can be repeated.
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
