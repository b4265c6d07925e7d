import Foundation
import Testing

/// Plays random episodes until enough commands were sent, two at a time, and says what it did.
struct Prover: Sendable {
    var commands: Int
    var seed: UInt64
    var verbs = Verb.all
    var deedsPerEpisode = 400

    struct Report: Sendable {
        var sent = 0
        var episodes = 0
        var refusals: [String: Int] = [:]
        var commands: Set<String> = []
        var failure: (seed: UInt64, deeds: [Deed], failure: Episode.Failure)?
    }

    /// `PROVE_COMMANDS` and `PROVE_SEED` when they are set; a short run with the same seed otherwise.
    static func fromEnvironment() -> Prover {
        let environment = ProcessInfo.processInfo.environment
        return Prover(
            commands: environment["PROVE_COMMANDS"].flatMap { Int($0) } ?? 3000,
            seed: environment["PROVE_SEED"].flatMap { UInt64($0) } ?? 20_261_124
        )
    }

    func run() async throws -> Report {
        var report = Report()
        var next = seed
        try await withThrowingTaskGroup(of: (UInt64, [Deed], Episode.Result).self) { group in
            func begin() {
                let seed = next
                next &+= 1
                group.addTask { [verbs, deedsPerEpisode] in
                    let deeds = Deed.sequence(of: deedsPerEpisode, from: verbs, seed: seed)
                    return (seed, deeds, try await Episode(deeds: deeds, verbs: verbs).play())
                }
            }
            for _ in 0..<2 { begin() }
            while let (seed, deeds, result) = try await group.next() {
                report.sent += result.sent
                report.episodes += 1
                report.commands.formUnion(result.commands)
                report.refusals.merge(result.refusals, uniquingKeysWith: +)
                if let failure = result.failure, report.failure == nil { report.failure = (seed, deeds, failure) }
                if report.failure == nil, report.sent < commands { begin() }
            }
        }
        return report
    }

    /// What a failing episode comes down to, as text that can be pasted into a test.
    func explain(_ report: Report) async throws -> String? {
        guard let (seed, deeds, failure) = report.failure else { return nil }
        let (episode, least) = try await Episode(deeds: deeds, verbs: verbs).shrunk(after: failure)
        return """
            \(failure.violation) (seed \(seed), deed \(failure.index)). Shrunk to \(episode.deeds.count) deeds:
            \(episode.deeds.map { "    \($0)" }.joined(separator: "\n"))
            \(least.violation)
            \(least.log.map { "    \($0)" }.joined(separator: "\n"))
            """
    }
}
