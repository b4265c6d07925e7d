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
        /// What a lead must show before it may enter; empty where anybody may.
        package var requires: [Requirement]

        package init(
            _ status: Status,
            _ label: String,
            _ kind: StatusKind,
            moves: [Status],
            clock: ClockTarget? = nil,
            nextStep: NextStep.Template? = nil,
            requires: [Requirement] = []
        ) {
            self.status = status
            self.label = label
            self.kind = kind
            self.moves = moves
            self.clock = clock
            self.nextStep = nextStep
            self.requires = requires
        }
    }

    package var name: String
    /// In the order of the process, as boards and reports show them.
    package var steps: [Step]
    /// What a lead can show beside what every lead has, in the order of its page.
    package var fields: [FieldDefinition]

    package init(name: String, steps: [Step], fields: [FieldDefinition] = []) {
        self.name = name
        self.steps = steps
        self.fields = fields
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

    package func field(_ key: String) -> FieldDefinition? {
        fields.first { $0.key == key }
    }
}

extension LeadProcess {
    /// Processes that were stored before there were custom fields have none.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        steps = try container.decode([Step].self, forKey: .steps)
        fields = try container.decodeIfPresent([FieldDefinition].self, forKey: .fields) ?? []
    }
}

extension LeadProcess.Step {
    /// Statuses that were stored before there were requirements require nothing.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        status = try container.decode(Status.self, forKey: .status)
        label = try container.decode(String.self, forKey: .label)
        kind = try container.decode(StatusKind.self, forKey: .kind)
        moves = try container.decode([Status].self, forKey: .moves)
        clock = try container.decodeIfPresent(ClockTarget.self, forKey: .clock)
        nextStep = try container.decodeIfPresent(NextStep.Template.self, forKey: .nextStep)
        requires = try container.decodeIfPresent([Requirement].self, forKey: .requires) ?? []
    }
}
