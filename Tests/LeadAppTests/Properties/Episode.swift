import LeadCore

/// A sequence of deeds played on a stage of its own.
struct Episode: Sendable {
    struct Failure: Sendable {
        /// The deed after which it did not hold.
        var index: Int
        var violation: Violation
        /// What the last deeds did.
        var log: [String]
    }

    struct Result: Sendable {
        var failure: Failure?
        var sent: Int
        var refusals: [String: Int]
        var commands: Set<String>

        fileprivate init(_ stage: Stage, _ failure: Failure? = nil) {
            self.failure = failure
            sent = stage.sent
            refusals = stage.refusals
            commands = stage.commands
        }
    }

    var deeds: [Deed]
    var verbs: [Verb]
    /// Everything is looked at after so many deeds; after each one, what it touched.
    static let wholeEvery = 60

    func play() async throws -> Result {
        let stage = try await Stage()
        let known = Dictionary(uniqueKeysWithValues: verbs.map { ($0.name, $0) })
        var seq: Int64 = 0
        var log: [String] = []
        for (index, deed) in deeds.enumerated() {
            guard let verb = known[deed.verb] else { continue }
            do {
                try await play(deed, verb, number: index, on: stage)
                seq = try await stage.check(since: seq)
                let isLast = index == deeds.count - 1
                if isLast || index % Self.wholeEvery == Self.wholeEvery - 1 || verb.name.contains("import") {
                    try await stage.checkAll()
                }
                log = (log + stage.takeLog().map { "\(index) \(deed.verb): \($0)" }).suffix(8)
            } catch let violation as Violation {
                log += stage.takeLog().map { "\(index) \(deed.verb): \($0)" }
                let failure = Failure(index: index, violation: violation, log: log.suffix(12))
                return Result(stage, failure)
            }
        }
        return Result(stage)
    }

    private func play(_ deed: Deed, _ verb: Verb, number: Int, on stage: Stage) async throws {
        stage.time.advance(.minutes(Int64(deed.wait)))
        var scene = Scene(stage, seed: deed.seed, deed.delivery, number: "\(number)")
        do {
            try await verb.act(&scene)
        } catch is Idle {
        } catch let violation as Violation {
            throw violation
        } catch {
            throw Violation("No faults", "\(error)")
        }
    }
}

extension Episode {
    /// The shortest sequence found that still breaks the same promise: drops ever smaller chunks, then single deeds.
    func shrunk(after failure: Failure) async throws -> (episode: Episode, failure: Failure) {
        var best = Array(deeds.prefix(failure.index + 1))
        var found = failure
        var chunk = best.count / 2
        while chunk > 0 {
            var start = 0
            var dropped = false
            while start < best.count {
                var fewer = best
                fewer.removeSubrange(start..<min(start + chunk, best.count))
                let result = try await Episode(deeds: fewer, verbs: verbs).play()
                if let failure = result.failure, failure.violation.invariant == found.violation.invariant {
                    best = Array(fewer.prefix(failure.index + 1))
                    found = failure
                    dropped = true
                } else {
                    start += chunk
                }
            }
            if chunk > 1 { chunk /= 2 } else if !dropped { break }
        }
        return (Episode(deeds: best, verbs: verbs), found)
    }
}
