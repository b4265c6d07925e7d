import LeadApp
import LeadCore
import LeadStore

/// `/absences`: who is away when; one's own, for managers everybody's.
struct AbsencesView: Page {
    static let template = "absences"
    var page: PageFrame
    var rows: [AbsenceRow]
    var isEmpty: Bool
    var form: FormView
}

struct AbsenceRow: Encodable {
    var holder: HolderView
    /// "Mon 21 Dec to Fri 1 Jan 2027".
    var when: String
    var isNow: Bool
    var note: String?
    /// POST here takes it back, or ends it.
    var ending: String
    /// "Take back", "End now".
    var endingLabel: String
}

extension AbsencesView {
    init(_ answer: AbsenceList.Answer, me: User.ID, typed: SubmittedForm, frame: PageFrame) {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        page = frame
        rows = answer.absences.map { AbsenceRow($0, words) }
        isEmpty = rows.isEmpty
        form = .absence(answer, me: me, typed)
    }
}

extension AbsenceRow {
    fileprivate init(_ absence: AbsenceRecord, _ words: Wording) {
        let zone = words.time.zone
        let last = zone.local(absence.until - Span(milliseconds: 1)).date
        let first = zone.local(absence.from).date
        holder = words.holder(.person(absence.user))
        when = first == last ? words.time.day(first) : "\(words.time.day(first)) to \(words.time.day(last))"
        isNow = absence.from <= words.now
        note = absence.note
        ending = "/absences/\(absence.id)/end"
        endingLabel = isNow ? "End now" : "Take back"
    }
}

extension FormView {
    fileprivate static func absence(_ answer: AbsenceList.Answer, me: User.ID, _ typed: SubmittedForm) -> FormView {
        let chosen = typed.text("person") ?? me.description
        let person = Field.select(
            "person",
            "Who",
            options: answer.people.map { $0.option(chosen: chosen) },
            required: true,
            wide: true
        )
        return FormView(
            id: "absence",
            action: "/absences",
            fields: (answer.people.count > 1 ? [person] : []) + [
                .input("from", "First day away", value: typed["from"], type: "date", required: true),
                .input("until", "Last day away", value: typed["until"], type: "date", required: true),
                .input("note", "Note", value: typed["note"], hint: "Such as: holiday, training.", wide: true),
            ],
            submit: "Enter",
            intro: "New leads pass by whoever is away, and the time away counts for no clock that starts from now on."
        )
    }
}
