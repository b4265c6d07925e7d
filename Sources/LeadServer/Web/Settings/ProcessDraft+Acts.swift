import LeadApp
import LeadCore

extension ProcessDraft {
    /// What a button of the form does: `add`, `remove:<key>`, `up:<key>`, `down:<key>`; anything else only looks again.
    mutating func carryOut(_ action: String) {
        let parts = action.split(separator: ":", maxSplits: 1).map(String.init)
        guard let verb = parts.first else { return }
        guard parts.count == 2, let index = steps.firstIndex(where: { $0.key == parts[1] }) else {
            if verb == "add" { add() }
            return
        }
        touched = parts[1]
        switch verb {
        case "remove": remove(index)
        case "up" where index > 0: steps.swapAt(index, index - 1)
        case "down" where index < steps.count - 1: steps.swapAt(index, index + 1)
        default: break
        }
    }

    /// A status of the given name, before the first that ends a lead.
    private mutating func add() {
        guard let label = newLabel.trimmed, steps.count < Self.most else { return }
        let key = newKey(for: label)
        let step = Step(
            key: key,
            label: label,
            kind: .working,
            clock: .followUp,
            clockHours: "24",
            nextStep: "Go on",
            nextStepHours: "16",
            moves: [],
            requires: []
        )
        steps.insert(step, at: steps.firstIndex { $0.kind == .qualified } ?? steps.endIndex)
        touched = key
        newLabel = ""
    }

    private mutating func remove(_ index: Int) {
        let key = steps.remove(at: index).key
        for other in steps.indices { steps[other].moves.removeAll { $0 == key } }
        mapping = mapping.filter { $0.value != key }
    }

    /// Small letters and digits of the label, made different from those that are there.
    private func newKey(for label: String) -> String {
        var key = ""
        for scalar in label.lowercased().unicodeScalars {
            let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            if isPlain { key.unicodeScalars.append(scalar) } else if key.last != "_", !key.isEmpty { key += "_" }
        }
        while key.last == "_" { key.removeLast() }
        if key.first?.isLetter != true { key = "status" + (key.isEmpty ? "" : "_\(key)") }
        key = String(key.prefix(36))
        let taken = Set(steps.map(\.key))
        guard taken.contains(key) else { return key }
        return (2...).lazy.map { "\(key)_\($0)" }.first { !taken.contains($0) } ?? key
    }

    /// The process as it stands.
    ///
    /// - Throws: a refusal that names each time that cannot be read.
    func process(fields: [FieldDefinition]) throws(Refusal) -> LeadProcess {
        let issues = steps.enumerated().flatMap { index, step in
            let isClockUnread = step.clock != nil && Span(hours: step.clockHours) == nil
            let isStepUnread = step.nextStep.trimmed != nil && Span(hours: step.nextStepHours) == nil
            return [("clockHours", isClockUnread), ("stepHours", isStepUnread)].compactMap { name, isUnread in
                isUnread ? Refusal.Issue("/\(name)-\(index)", "\(step.label): how many hours?") : nil
            }
        }
        if let first = issues.first { throw Refusal(.invalid, "invalid_input", first.message, issues: issues) }
        return sketch(fields: fields)
    }

    /// The same for looking at: times that cannot be read are none.
    func sketch(fields: [FieldDefinition]) -> LeadProcess {
        LeadProcess(
            name: name.trimmed ?? "Process",
            steps: steps.map { step in
                LeadProcess.Step(
                    Status(rawValue: step.key),
                    step.label.trimmed ?? "",
                    step.kind,
                    moves: step.moves.map { Status(rawValue: $0) },
                    clock: step.clock.map { ClockTarget($0, Span(hours: step.clockHours) ?? .zero) },
                    nextStep: step.nextStep.trimmed.map { .init($0, Span(hours: step.nextStepHours) ?? .zero) },
                    requires: step.requires.compactMap { Requirement($0) }
                )
            },
            fields: fields
        )
    }
}

extension Span {
    /// "4", "0.5": hours as they are typed and shown.
    var hours: String {
        FieldValue.decimal(milliseconds / 360, decimals: 4)
    }

    init?(hours text: String) {
        guard let amount = try? TextAmount(text, decimals: 4), amount.currency == nil, amount.minor >= 0,
            amount.minor <= 100_000_000
        else { return nil }
        self.init(milliseconds: amount.minor * 360)
    }
}
