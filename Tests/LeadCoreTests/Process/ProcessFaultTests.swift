import LeadCore
import Testing

@Suite("What is wrong with a process")
struct ProcessFaultTests {
    @Test("C5: a requirement on a field that is not defined")
    func undefinedField() {
        var process = LeadProcess.standard
        process.steps[2].requires = [.field("budget")]
        #expect(process.faults == ["Qualification in process requires the field budget, which is not defined."])
        process.fields = [FieldDefinition(key: "budget", label: "Budget", kind: .money)]
        #expect(process.faults.isEmpty)
    }

    @Test("A7: where leads come in nothing can be required of them")
    func start() {
        var process = LeadProcess.standard
        process.steps[0].requires = [.company]
        #expect(process.faults == ["Open is where leads come in, so it cannot require anything of them."])
    }

    @Test("C5: a status that no lead can come to, and one from which none comes to an end")
    func paths() {
        var process = LeadProcess.standard
        process.steps.append(
            .init(
                "limbo",
                "Limbo",
                .working,
                moves: ["attic"],
                clock: ClockTarget(.followUp, .hours(1)),
                nextStep: .init("Wait", .hours(1))
            )
        )
        process.steps.append(
            .init(
                "attic",
                "Attic",
                .working,
                moves: ["limbo"],
                clock: ClockTarget(.followUp, .hours(1)),
                nextStep: .init("Wait", .hours(1))
            )
        )
        #expect(
            Set(process.faults)
                == Set([
                    "No lead can come to Limbo.", "From Limbo no lead can come to an end.",
                    "No lead can come to Attic.", "From Attic no lead can come to an end.",
                ])
        )
    }

    @Test("C5: reachability agrees with walking every path, for processes made up from numbers", arguments: 1...60)
    func reachability(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let keys = (0..<6).map { Status(rawValue: "s\($0)") }
        let process = LeadProcess(
            name: "Made",
            steps: keys.enumerated().map { index, key in
                .init(
                    key,
                    "S\(index)",
                    index == 0 ? .new : [.working, .rejected, .accepted].randomElement(using: &random) ?? .working,
                    moves: keys.filter { _ in Int.random(in: 0..<4, using: &random) == 0 },
                    clock: ClockTarget(.followUp, .hours(1)),
                    nextStep: .init("Go on", .hours(1))
                )
            }
        )
        for step in process.steps {
            let isReached = step.status == "s0" || walks(process, from: "s0", to: { $0 == step.status })
            #expect(process.faults.contains("No lead can come to \(step.label).") != isReached)
            guard step.kind.isOpen, !step.moves.isEmpty else { continue }
            let ends = walks(process, from: step.status, to: { process.kind(of: $0)?.isOpen == false })
            #expect(process.faults.contains("From \(step.label) no lead can come to an end.") != ends)
        }
    }

    /// Tries all paths without a repetition, the plain way.
    private func walks(
        _ process: LeadProcess,
        from start: Status,
        to isGoal: (Status) -> Bool,
        _ seen: Set<Status> = []
    ) -> Bool {
        (process[start]?.moves ?? []).contains { next in
            isGoal(next) || (!seen.contains(next) && walks(process, from: next, to: isGoal, seen.union([next])))
        }
    }
}
