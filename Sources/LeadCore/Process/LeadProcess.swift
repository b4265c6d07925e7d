/// The lead process of a workspace as versioned data: which statuses there are, what each means, where a lead may go next.
package struct LeadProcess: Hashable, Codable, Sendable {
    package struct Step: Hashable, Codable, Sendable {
        package var status: Status
        package var label: String
        package var kind: StatusKind
        /// Statuses that a lead may move to from here.
        package var moves: [Status]
        /// The clock that runs while a lead is here; nil only where the kind is closed.
        package var clock: ClockTarget?
        /// What the owner should do next when nobody says otherwise.
        package var nextStep: NextStep.Template?

        package init(
            _ status: Status,
            _ label: String,
            _ kind: StatusKind,
            moves: [Status],
            clock: ClockTarget? = nil,
            nextStep: NextStep.Template? = nil
        ) {
            self.status = status
            self.label = label
            self.kind = kind
            self.moves = moves
            self.clock = clock
            self.nextStep = nextStep
        }
    }

    package var name: String
    /// In the order of the process, as boards and reports show them.
    package var steps: [Step]

    package init(name: String, steps: [Step]) {
        self.name = name
        self.steps = steps
    }

    package subscript(status: Status) -> Step? {
        steps.first { $0.status == status } ?? (status == .merged ? Self.mergedStep : nil)
    }

    /// Merged leads rest outside every process, and leave only by undoing the merge.
    private static let mergedStep = Step(.merged, "Merged", .merged, moves: [])

    /// The first status of a kind: where an act that means this kind leads to.
    package func first(_ kind: StatusKind) -> Step? {
        steps.first { $0.kind == kind }
    }

    package func kind(of status: Status) -> StatusKind? {
        self[status]?.kind
    }

    package func allows(_ from: Status, to: Status) -> Bool {
        self[from]?.moves.contains(to) ?? false
    }

    /// What is wrong with this process, as sentences; empty when leads can live in it without being dropped.
    package var faults: [String] {
        var faults: [String] = []
        if Set(steps.map(\.status)).count != steps.count { faults.append("Two statuses have the same key.") }
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
        }
        return faults
    }
}
