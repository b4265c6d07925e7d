import LeadApp
import LeadCore
import LeadStore

extension CallView {
    init(
        _ sheet: CallSheet.Answer,
        _ work: WorkList.Answer,
        _ entry: CallEntry,
        _ refusal: Refusal?,
        frame: PageFrame
    ) {
        let detail = sheet.detail
        let words = Wording(detail)
        let before = Dictionary(sheet.answers.map { ($0.question, $0) }) { first, _ in first }
        page = frame
        name = detail.row.displayName
        href = LeadAddress.page(detail.lead.id)
        account = detail.row.account
        productClass = detail.row.productClass
        status = words.status(detail.lead.status)
        grade = words.grade(detail.lead.grade)
        phone = detail.row.phone
        why = sheet.cost.map { words.why($0) }
        queue = CallUndoView.queue(work)
        nextStep = detail.lead.nextStep.map { "\($0.what) · \(words.time.relative($0.dueAt))" }
        history = Array(Timeline(detail, words).entries().prefix(5))
        scriptName = sheet.script?.name
        opening = sheet.script?.opening.trimmed
        questions = (sheet.script?.questions ?? []).map { question in
            CallQuestionView(question, in: sheet.script, before[question.key], entry, refusal, words)
        }
        hasScript = sheet.script != nil
        outcomes = CallEntry.outcomes.enumerated().map { index, outcome in
            Option(
                value: outcome.rawValue,
                label: outcome == .reached ? "Connected" : outcome.label,
                key: String(index + 1),
                hint: outcome.usualNextStep.what
            )
        }
        action = CallAddress.page(detail.lead.id)
        hidden = FormView(id: "call", action: action, fields: [], submit: "").once().hidden
        note = entry.note
        stepText = entry.nextStep
        stepDue = entry.nextDue
        let process = detail.policy.process
        mayConclude =
            detail.lead.offer == nil
            && process.steps.contains {
                $0.kind == .qualified && process.allows(detail.lead.status, to: $0.status)
            }
        concludes = entry.concludes
        message = refusal?.sentence
        let asked = Set(questions.filter { $0.error != nil }.map(\.key))
        faults = (refusal?.issues ?? [])
            .filter { !asked.contains(String($0.pointer.split(separator: "/").last ?? "")) }.map(\.message)
            .filter { $0 != refusal?.sentence }
        skip = CallAddress.skip(detail.lead.id)
        next = CallAddress.next
        undo = sheet.undoable.map { CallUndoView($0) }
        isOpen = detail.lead.isOpen
    }
}

extension CallQuestionView {
    fileprivate init(
        _ question: CallScript.Question,
        in script: CallScript?,
        _ before: CallAnswer?,
        _ entry: CallEntry,
        _ refusal: Refusal?,
        _ words: Wording
    ) {
        key = question.key
        text = question.text
        hint = question.hint
        fills = question.fills.label(in: words.policy.process)
        let chosen = entry.chosen[question.key]
        answers = question.answers.map {
            Option(value: $0.key, label: $0.label, chosen: $0.key == chosen, question: question.key)
        }
        isChosen = !question.answers.isEmpty
        typed = entry.texts[question.key] ?? ""
        let label = question.answers.first { $0.key == before?.answer }?.label
        self.before = [label, before?.text].compactMap { $0 }.joined(separator: ": ").trimmed
        beforeKey = before?.answer ?? ""
        ifQuestion = question.askedIf?.question ?? ""
        ifAnswers = question.askedIf?.answers.joined(separator: " ") ?? ""
        condition = question.askedIf.map { condition in
            let earlier = script?.question(condition.question)
            let labels = (earlier?.answers ?? []).filter { condition.answers.contains($0.key) }
            return "Only after " + labels.map { "“\($0.label)”" }.joined(separator: " or ")
        }
        error = refusal?.issues.first { $0.pointer == "/answers/\(question.key)" }?.message
    }
}

extension CallScript.Filling {
    fileprivate func label(in process: LeadProcess) -> String? {
        switch self {
        case .criterion(let criterion): criterion.label
        case .field(let key): process.field(key)?.label ?? key
        case .note: nil
        }
    }
}

extension CallUndoView {
    init(_ act: CallSheet.OwnAct, back: String = "") {
        self.back = back
        let what =
            switch act.act {
            case .attempt: "attempt"
            case .call: "call"
            case .skip: "skip"
            }
        label = "Undo \(what): \(act.name.trimmed ?? "no name")"
        action = CallAddress.undo(act.lead)
    }

    /// "12 to work on, 1 skipped for now".
    static func queue(_ work: WorkList.Answer) -> String {
        let count = work.count == 1 ? "1 lead to work on" : "\(work.count) leads to work on"
        return work.skipped == 0 ? count : "\(count), \(work.skipped) skipped for now"
    }
}

extension NoCallView {
    init(_ work: WorkList.Answer, _ undo: CallSheet.OwnAct?, frame: PageFrame) {
        page = frame
        queue = CallUndoView.queue(work)
        self.undo = undo.map { CallUndoView($0) }
    }
}
