import LeadApp
import LeadCore
import LeadStore

extension ProcessEditView {
    init(
        _ draft: ProcessDraft,
        _ workbench: ProcessWorkbench,
        refusal: Refusal?,
        tabs: [TabView],
        frame: PageFrame
    ) {
        let fields = workbench.policy.process.fields
        let process = draft.sketch(fields: fields)
        let displaced = workbench.uses.statuses.filter { process.kind(of: $0.status) != $0.kind }
        page = frame
        self.tabs = tabs
        base = draft.base.map { "\($0)" } ?? ""
        name = draft.name
        diagram = ProcessDiagram(process) { StatusView($0, in: process).tone }.view
        faults = process.faults
        isSound = faults.isEmpty
        mapping = displaced.map { .place(of: $0, draft, in: process, before: workbench.policy.process) }
        needsMapping = !displaced.isEmpty
        statuses = draft.steps.indices.map { StatusEditor($0, draft, process, workbench) }
        newLabel = draft.newLabel
        errors = refusal.map(FormErrors.init)
    }
}

extension Field {
    /// Where the leads of a status go that is gone, or means something else now.
    fileprivate static func place(
        of use: StatusUse,
        _ draft: ProcessDraft,
        in process: LeadProcess,
        before: LeadProcess
    ) -> Field {
        let chosen = draft.mapping[use.status.rawValue]
        let places = process.steps.filter { $0.kind.takes(over: use.kind) }
        let label = before[use.status]?.label ?? use.status.rawValue
        var field = Field.select(
            "map-\(use.status.rawValue)",
            "\(CountWords.counted(use.leads, "lead", "leads")) in \(label)",
            options: [.blank("Choose …")]
                + places.map { step in
                    Option(
                        value: step.status.rawValue,
                        label: step.label,
                        chosen: step.status.rawValue == chosen
                    )
                },
            hint: places.isEmpty ? "No status of the new process can take them." : nil,
            required: true
        )
        field.id = "field-\(use.status.rawValue)"
        return field
    }
}

extension StatusEditor {
    fileprivate init(_ index: Int, _ draft: ProcessDraft, _ process: LeadProcess, _ workbench: ProcessWorkbench) {
        let step = draft.steps[index]
        let count = workbench.uses.statuses.filter { $0.status.rawValue == step.key }.map(\.leads).reduce(0, +)
        number = index
        key = step.key
        pill = StatusView(Status(rawValue: step.key), in: process)
        meaning = step.kind.meaning
        leads = count == 0 ? nil : CountWords.counted(count, "lead", "leads")
        isOpen = draft.touched == step.key
        fields = Self.fields(step, index)
        moves = draft.steps.filter { $0.key != step.key }.map { other in
            Option(value: other.key, label: other.label, chosen: step.moves.contains(other.key))
        }
        let known = Requirement.standard + process.fields.map { .field($0.key) }
        requires = known.map { requirement in
            Option(
                value: requirement.description,
                label: requirement.label(in: process),
                chosen: step.requires.contains(requirement.description)
            )
        }
        isFirst = index == 0
        isLast = index == draft.steps.count - 1
    }

    private static func fields(_ step: ProcessDraft.Step, _ index: Int) -> [Field] {
        let kinds = StatusKind.allCases.map {
            Option(value: $0.rawValue, label: $0.meaning, chosen: $0 == step.kind)
        }
        let clocks = ClockKind.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0 == step.clock) }
        var fields: [Field] = [
            .input("label-\(index)", "Label", value: step.label),
            .select("kind-\(index)", "Meaning", options: kinds),
            .select("clock-\(index)", "Clock", options: [.blank("None")] + clocks),
            .input("clockHours-\(index)", "Working hours", value: step.clockHours, keyboard: "decimal"),
            .input("step-\(index)", "Next step", value: step.nextStep),
            .input("stepHours-\(index)", "Due after working hours", value: step.nextStepHours, keyboard: "decimal"),
        ]
        // None is `required` for the browser: what is folded away could not be shown as missing.
        for place in fields.indices { fields[place].required = true }
        return fields
    }
}
