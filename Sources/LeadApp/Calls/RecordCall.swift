package import LeadCore
package import LeadStore

/// Records a call (requirement C8): its outcome, what was answered, what that fills, and the next step, all or nothing.
///
/// A call that ends early is recorded as it is: the answers so far stand, and the next caller goes on from there.
package struct RecordCall: LeadCommand {
    package static let name = "record_call"

    package var lead: Lead.ID
    package var outcome: AttemptOutcome
    package var seconds: Int?
    package var note: String?
    /// The script's key; the one that fits the lead when nil.
    package var script: String?
    package var answers: [CallAnswer]
    /// What usually follows the outcome when nil.
    package var next: NextStep?
    /// Also moves the lead to qualified, through the gate.
    package var conclude: Bool

    package init(
        lead: Lead.ID,
        outcome: AttemptOutcome,
        seconds: Int? = nil,
        note: String? = nil,
        script: String? = nil,
        answers: [CallAnswer] = [],
        next: NextStep? = nil,
        conclude: Bool = false
    ) {
        self.lead = lead
        self.outcome = outcome
        self.seconds = seconds
        self.note = note
        self.script = script
        self.answers = answers
        self.next = next
        self.conclude = conclude
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let script = try script(for: act.lead, desk.policy.calls)
        let before = try script.map { try tx.read.callAnswers(of: lead, script: $0.key) } ?? []
        let reading = try reading(by: script, after: before)
        let fields = try fields(reading, script, desk.policy)
        let former = try tx.read.formerAnswers(
            of: lead,
            criteria: reading.evidence.keys,
            fields: fields.map(\.field.key)
        )
        try act.call(
            script,
            reading,
            Attempt(channel: .phone, outcome: outcome, seconds: seconds),
            set: fields.map(\.field.key),
            next: next,
            conclude: conclude
        )
        let record = CallRecord(id: tx.newID(), lead: lead, script: script?.key ?? "", former: former)
        try tx.insert(record, answers: reading.answers)
        for (field, value) in fields { try tx.save(value, field, of: lead) }
        for (criterion, text) in reading.evidence { try tx.keepEvidence(text, for: criterion, of: lead) }
        try log(reading, tx)
    }

    private func script(for lead: Lead, _ calls: CallPolicy) throws(Refusal) -> CallScript? {
        guard let key = script?.trimmed else { return calls.script(for: lead.productClass, in: lead.status) }
        guard let script = calls.scripts.first(where: { $0.key == key }) else {
            throw Refusal.invalid("/script", "There is no script \(key.prefix(40)).")
        }
        return script
    }

    private func reading(by script: CallScript?, after before: [CallAnswer]) throws(Refusal) -> CallReading {
        guard let script else {
            guard answers.isEmpty else { throw Refusal.invalid("/answers", "No script is meant for this lead.") }
            return CallReading()
        }
        let known = before.compactMap { answer in answer.answer.map { (answer.question, $0) } }
        let given = answers.map {
            CallAnswer(question: $0.question, answer: $0.answer?.trimmed, text: $0.text?.trimmed)
        }
        return try script.read(given, before: Dictionary(known) { first, _ in first })
    }

    /// The custom fields that the answers fill; what one cannot hold is said of its question.
    private func fields(
        _ reading: CallReading,
        _ script: CallScript?,
        _ policy: Policy
    ) throws(Refusal) -> [(field: FieldDefinition, value: FieldValue)] {
        do throws(Refusal) {
            return try FieldEntry(reading.fields).values(policy).compactMap { field, value in
                value.map { (field, $0) }
            }
        } catch {
            var refusal = error
            for index in refusal.issues.indices {
                let pointer = refusal.issues[index].pointer
                let asked = script?.questions.first { "/fields/\($0.fills.field ?? "")" == pointer }
                if let asked { refusal.issues[index].pointer = "/answers/\(asked.key)" }
            }
            throw refusal
        }
    }

    private func log(_ reading: CallReading, _ tx: borrowing Transaction) throws {
        let lines = [note?.trimmed].compactMap { $0 } + reading.notes
        try tx.log(
            ActivityRecord(
                lead: lead,
                contact: nil,
                inbound: false,
                channel: Channel.phone.rawValue,
                outcome: outcome.rawValue,
                at: tx.now,
                seconds: seconds,
                note: lines.joined(separator: "\n").trimmed
            )
        )
    }
}

extension CallScript.Filling {
    fileprivate var field: String? {
        if case .field(let key) = self { key } else { nil }
    }
}
