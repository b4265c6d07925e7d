import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Random commands by several people")
struct RandomCommandTests {
    @Test("F5, X1, X2, X3, X6, X16: after each of many random commands, retried and at once too, every invariant holds")
    func invariants() async throws {
        let prover = Prover.fromEnvironment()
        let began = ContinuousClock.now
        let report = try await prover.run()
        let seconds = Double((ContinuousClock.now - began).components.seconds) + 0.5
        print(
            """
            prove: seed \(prover.seed): \(report.sent) commands in \(report.episodes) workspaces, \
            \(Int(Double(report.sent) / seconds)) a second, \(report.refusals.values.reduce(0, +)) of them refused \
            for \(Set(report.refusals.keys.compactMap { $0.split(separator: " ").last }).count) reasons
            """
        )
        if ProcessInfo.processInfo.environment["PROVE_COMMANDS"] != nil { print(Self.more(about: report)) }
        if let explanation = try await prover.explain(report) { Issue.record("\(explanation)") }
        #expect(report.failure != nil || report.sent >= prover.commands)
        #expect(report.refusals.values.reduce(0, +) * 5 < report.sent * 4, "nearly everything was refused")
        if report.failure == nil, report.sent >= 20_000 {
            let never = try EveryCommandTests.namesToCarryOut().subtracting(report.commands).sorted()
            #expect(never.isEmpty, "a run this long carries out every command that verbs play")
        }
    }

    /// What a long run tells besides: how often each refusal came, and which commands never did.
    private static func more(about report: Prover.Report) -> String {
        let refused = report.refusals.sorted { $0.value > $1.value }.map { "  \($0.value) \($0.key)" }
        return """
            refused:
            \(refused.joined(separator: "\n"))
            carried out: \(report.commands.sorted().joined(separator: ", "))
            """
    }

    @Test("A sequence is the same in every run, and each verb comes in it")
    func generator() {
        let deeds = Deed.sequence(of: 4000, from: Verb.all, seed: 5)
        #expect(deeds == Deed.sequence(of: 4000, from: Verb.all, seed: 5))
        #expect(Set(deeds.map(\.verb)) == Set(Verb.all.map(\.name)))
        #expect(Set(Verb.all.map(\.name)).count == Verb.all.count)
    }

    /// A planted bug, the invariant that it breaks, and what it does behind the door's back.
    struct Bug: Sendable, CustomTestStringConvertible {
        var invariant: String
        var damage: @Sendable (Lead.ID, borrowing Transaction) throws -> Void
        var testDescription: String { invariant }
    }

    static let bugs = [
        Bug(invariant: "Fold") { lead, tx in
            try tx.run("UPDATE clocks SET stopped_at = \(tx.now) WHERE lead_id = \(lead)")
        },
        Bug(invariant: "Stays tile") { lead, tx in
            try tx.run("DELETE FROM stays WHERE subject_id = \(lead) AND left_at IS NULL AND dimension = 'owner'")
        },
        Bug(invariant: "Responses are stable") { lead, tx in
            try tx.run("DELETE FROM responses WHERE lead_id = \(lead)")
        },
        Bug(invariant: "Books balance") { lead, tx in
            try tx.run("UPDATE submissions SET source_name = 'Elsewhere' WHERE lead_id = \(lead)")
        },
        Bug(invariant: "Custody") { _, tx in
            try tx.run("UPDATE users SET active = FALSE WHERE id <> \(1 as User.ID)")
        },
        Bug(invariant: "One decision, one reason") { lead, tx in
            try tx.run(
                "UPDATE ledger SET policy = 999 WHERE seq = (SELECT MAX(seq) FROM ledger WHERE lead_id = \(lead))"
            )
        },
    ]

    @Test("A planted bug is found and shrunk to the few commands that show it", arguments: bugs)
    func planted(_ bug: Bug) async throws {
        // Only a lead that was tried and then qualified shows it, as a bug in one rare path would.
        let verb = Verb("damaged_conclude", 6) { scene in
            let lead = try await scene.lead()
            let isSeen = try await scene.stage.read { snapshot in
                guard let known = try snapshot.lead(lead) else { return false }
                return known.kind == .working && known.attempts > 0
            }
            guard isSeen else { throw Idle() }
            try await scene.perform(Damaged(inner: ValueLead(lead: lead, value: scene.money()), bug), as: .system)
        }
        let prover = Prover(commands: 3000, seed: 7, verbs: Verb.all.filter { $0.name != "crowd" } + [verb])
        let report = try await prover.run()
        let (_, deeds, failure) = try #require(report.failure)
        #expect(failure.violation.invariant == bug.invariant)
        let (least, shown) = try await Episode(deeds: deeds, verbs: prover.verbs).shrunk(after: failure)
        #expect(shown.violation.invariant == bug.invariant)
        #expect(least.deeds.last?.verb == "damaged_conclude")
        #expect(least.deeds.count <= 4, "\(least.deeds)")
    }
}

/// A command that does what it should and then forgets or spoils something.
private struct Damaged: Command {
    typealias Outcome = LeadOutcome
    static let name = "damaged"
    static let permission = Permission.workLeads

    var inner: ValueLead
    private let invariant: String

    init(inner: ValueLead, _ bug: RandomCommandTests.Bug) {
        self.inner = inner
        invariant = bug.invariant
    }

    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> LeadOutcome {
        let outcome = try inner.perform(tx, desk)
        let bug = RandomCommandTests.bugs.first { $0.invariant == invariant }
        try bug?.damage(inner.lead, tx)
        return outcome
    }
}
