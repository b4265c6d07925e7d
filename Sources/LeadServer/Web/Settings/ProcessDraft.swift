import LeadApp
import LeadCore

/// A process as somebody is editing it: all that stands in the form, sound or not.
///
/// The form carries it from one look to the next, so nothing is kept between, and it needs no script.
struct ProcessDraft {
    struct Step {
        var key: String
        var label: String
        var kind: StatusKind
        var clock: ClockKind?
        var clockHours: String
        var nextStep: String
        var nextStepHours: String
        var moves: [String]
        var requires: [String]
    }

    var name: String
    var steps: [Step]
    /// Where leads go whose status is gone: old status to new.
    var mapping: [String: String]
    /// The version that it was made from.
    var base: Int?
    /// The status that was touched last, which the page shows open.
    var touched: String?
    /// The label of a status to be added.
    var newLabel = ""

    init(_ process: LeadProcess, base: Int) {
        name = process.name
        steps = process.steps.map(Step.init)
        mapping = [:]
        self.base = base
    }

    init(_ form: SubmittedForm) {
        name = form["name"]
        base = Int(form["base"])
        newLabel = form["newLabel"]
        steps = (0..<Self.most).prefix { form.fields.map(\.name).contains("key-\($0)") }.map { Step(form, $0) }
        mapping = [:]
        for field in form.fields where field.name.hasPrefix("map-") && !field.value.isEmpty {
            mapping[String(field.name.dropFirst(4))] = field.value
        }
        // Where a status has come back, its leads need no other place.
        for step in steps where !form.fields.contains(where: { $0.name == "map-\(step.key)" }) {
            mapping[step.key] = nil
        }
    }

    /// More statuses than anybody can look through.
    static let most = 60
}

extension ProcessDraft.Step {
    fileprivate init(_ step: LeadProcess.Step) {
        key = step.status.rawValue
        label = step.label
        kind = step.kind
        clock = step.clock?.kind
        clockHours = step.clock?.within.hours ?? ""
        nextStep = step.nextStep?.what ?? ""
        nextStepHours = step.nextStep?.within.hours ?? ""
        moves = step.moves.map(\.rawValue)
        requires = step.requires.map(\.description)
    }

    fileprivate init(_ form: SubmittedForm, _ index: Int) {
        key = form["key-\(index)"]
        label = form["label-\(index)"]
        kind = StatusKind(rawValue: form["kind-\(index)"]) ?? .working
        clock = ClockKind(rawValue: form["clock-\(index)"])
        clockHours = form["clockHours-\(index)"]
        nextStep = form["step-\(index)"]
        nextStepHours = form["stepHours-\(index)"]
        moves = form.all("moves-\(index)")
        requires = form.all("requires-\(index)")
    }
}
