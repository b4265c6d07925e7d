import LeadApp
import LeadCore
import LeadStore

/// What a deed is played with: the stage, its dice, and what it finds on the stage to act on.
struct Scene: Sendable {
    let stage: Stage
    var dice: Dice
    let delivery: Deed.Delivery
    /// Makes the keys of its commands its own.
    let number: String
    /// In a crowd all act on one place, and nobody can tell what one of them changed.
    var crowdedPlace: Int?
    private var commands = 0

    init(_ stage: Stage, seed: UInt64, _ delivery: Deed.Delivery, number: String, crowdedPlace: Int? = nil) {
        self.stage = stage
        dice = Dice(seed: seed)
        self.delivery = delivery
        self.number = number
        self.crowdedPlace = crowdedPlace
    }

    var books: Books { stage.books }

    /// Carries out a command as the deed says; nil when it was refused.
    @discardableResult
    mutating func perform<C: Command>(_ command: C, as actor: Actor) async throws -> C.Outcome? {
        commands += 1
        let key = delivery == .once ? nil : "\(number)-\(commands)"
        let isAlone = crowdedPlace == nil
        let before = isAlone ? try await stage.footprint() : nil
        let first = try await stage.send(command, as: actor, key: key)
        if isAlone, case .failure(let refusal) = first, try await stage.footprint() != before {
            throw Violation("Refused means unchanged", "\(C.name) was refused (\(refusal.code)) but left something")
        }
        if delivery == .twice, isAlone { try await repeatAtOnce(command, as: actor, key: key, first) }
        if delivery == .keptForRetry, case .success(let outcome) = first {
            let answer = try JSON.text(outcome)
            stage.keep(
                .init(name: C.name, answer: answer) { app in
                    try JSON.text(try await app.perform(command, as: actor, key: key))
                }
            )
        }
        return try? first.get()
    }

    private func repeatAtOnce<C: Command>(
        _ command: C,
        as actor: Actor,
        key: String?,
        _ first: Result<C.Outcome, Refusal>
    ) async throws {
        let before = try await stage.footprint()
        let second = try await stage.send(command, as: actor, key: key)
        guard try await stage.footprint() == before else {
            throw Violation("Idempotent", "\(C.name) had a second effect under the same key")
        }
        switch (first, second) {
        case (.success(let a), .success(let b)) where try JSON.text(a) == JSON.text(b): return
        case (.failure(let a), .failure(let b)) where a.code == b.code: return
        default: throw Violation("Idempotent", "\(C.name) answered \(first), then \(second)")
        }
    }

    /// Sends a command again that was carried out some time ago.
    mutating func retryEarlier() async throws {
        guard !stage.kept.isEmpty else { throw Idle() }
        let kept = dice.pick(stage.kept)
        let before = try await stage.footprint()
        let answer: String
        do {
            answer = try await kept.send(stage.app)
        } catch {
            throw Violation("Idempotent", "\(kept.name), sent again later: \(error)")
        }
        guard answer == kept.answer, try await stage.footprint() == before else {
            throw Violation("Idempotent", "\(kept.name), sent again later, answered \(answer), not \(kept.answer)")
        }
    }

    /// Some act at the same moment on the leads of one company; now and then all send the same under one key.
    mutating func crowd() async throws {
        let place = dice.below(Town.places)
        let isEcho = dice.oneIn(3)
        let seed = dice.next()
        var scenes: [(Scene, Verb)] = []
        let echoed = dice.pick(Verb.crowding)
        for index in 0..<2 + dice.below(5) {
            let scene = Scene(
                stage,
                seed: isEcho ? seed : dice.next(),
                isEcho ? .keptForRetry : .once,
                number: isEcho ? "\(number)." : "\(number).\(index)",
                crowdedPlace: place
            )
            scenes.append((scene, isEcho ? echoed : dice.pick(Verb.crowding)))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (scene, verb) in scenes {
                group.addTask {
                    var scene = scene
                    do { try await verb.act(&scene) } catch is Idle {}
                }
            }
            try await group.waitForAll()
        }
    }
}
