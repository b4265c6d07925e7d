extension LeadProcess {
    /// What is wrong with this process, as sentences; empty when leads can live in it without being dropped.
    package var faults: [String] {
        keyFaults + custodyFaults + requirementFaults + pathFaults + fields.faults
    }

    private var keyFaults: [String] {
        var faults: [String] = []
        if Set(steps.map(\.status)).count != steps.count { faults.append("Two statuses have the same key.") }
        if Set(steps.map { $0.label.lowercased() }).count != steps.count {
            faults.append("Two statuses have the same label.")
        }
        for step in steps {
            if !step.label.contains(where: { !$0.isWhitespace }) {
                faults.append("The status \(step.status.rawValue) has no label.")
            }
            if !FieldDefinition.isKey(step.status.rawValue) {
                faults.append(
                    "“\(step.status.rawValue)” cannot be a status's key: small letters, digits and _ make one."
                )
            }
        }
        return faults
    }

    private var custodyFaults: [String] {
        var faults: [String] = []
        if first(.new) == nil { faults.append("There is no status of kind new, so no lead could start.") }
        for step in steps {
            if step.kind == .merged || step.status == .merged {
                faults.append("\(step.label): merged is a status of Baton's own, outside every process.")
            }
            for move in step.moves where self[move] == nil || move == .merged {
                faults.append("\(step.label) moves to \(move.rawValue), which does not exist.")
            }
            if step.kind.isOpen, step.clock == nil || step.nextStep == nil {
                faults.append("\(step.label) is open but has no clock or no next step: leads would be dropped there.")
            }
            if step.kind.isOpen, step.moves.isEmpty {
                faults.append("\(step.label) is open but leads nowhere.")
            }
            if step.kind == .nurture, !step.moves.contains(where: { [.new, .working].contains(kind(of: $0)) }) {
                faults.append("\(step.label) leads to no new or working status, so no lead could wake there.")
            }
        }
        return faults
    }

    private var requirementFaults: [String] {
        steps.flatMap { step in
            var faults = step.requires.compactMap { requirement -> String? in
                guard case .field(let key) = requirement, field(key) == nil else { return nil }
                return "\(step.label) requires the field \(key), which is not defined."
            }
            if step.kind == .new, !step.requires.isEmpty {
                faults.append("\(step.label) is where leads come in, so it cannot require anything of them.")
            }
            if step.kind == .nurture, !wakes(from: step).isEmpty, wakes(from: step).allSatisfy({ !$0.requires.isEmpty })
            {
                faults.append(
                    "\(step.label) leads to working statuses that all require something: leads could never wake."
                )
            }
            return faults
        }
    }

    /// Where a lead that sleeps in a status may be when it wakes.
    private func wakes(from step: Step) -> [Step] {
        steps.filter { step.moves.contains($0.status) && [.new, .working].contains($0.kind) }
    }

    /// Statuses that no lead ever comes to, and open ones in which a lead would stay for ever.
    private var pathFaults: [String] {
        guard let start = first(.new) else { return [] }
        let reached = reachable(from: start.status)
        return steps.flatMap { step in
            var faults: [String] = []
            if !reached.contains(step.status) { faults.append("No lead can come to \(step.label).") }
            let ends = reachable(from: step.status).contains { kind(of: $0)?.isOpen == false }
            if step.kind.isOpen, !step.moves.isEmpty, !ends {
                faults.append("From \(step.label) no lead can come to an end.")
            }
            return faults
        }
    }

    private func reachable(from start: Status) -> Set<Status> {
        var reached: Set<Status> = [start]
        var open = [start]
        while let next = open.popLast() {
            for move in self[next]?.moves ?? [] where self[move] != nil && reached.insert(move).inserted {
                open.append(move)
            }
        }
        return reached
    }
}
