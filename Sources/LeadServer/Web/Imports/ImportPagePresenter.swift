import LeadApp
import LeadCore
import LeadStore

extension ImportPageView {
    init(
        _ progress: ImportProgress,
        _ reasons: [ImportRefusals.Reason],
        _ people: [Colleague],
        _ time: TimeWords,
        frame: PageFrame
    ) {
        let record = progress.record
        let canUndo = record.state == .finished || record.state == .failed
        self.init(
            page: frame,
            steps: .course(at: 3),
            name: InertText.visible(record.file),
            state: record.state.view,
            facts: Self.facts(record, people, time),
            live: ImportLive(progress),
            refused: record.tally[.refused] > 0 ? ImportRefused(record, reasons) : nil,
            undo: canUndo && record.rowsDone > 0 ? "/imports/\(record.id)/undo" : nil,
            fault: record.error == nil && record.state != .failed ? nil : ImportFault(record, time)
        )
    }

    private static func facts(_ record: ImportRecord, _ people: [Colleague], _ time: TimeWords) -> [FactView] {
        let who = record.starter(people).map { "\($0), " } ?? ""
        var facts = [
            FactView(label: "Rows are", value: record.kindLabel),
            FactView(label: "Uploaded", value: who + time.text(record.createdAt)),
        ]
        if let finished = record.finishedAt { facts.append(FactView(label: "Finished", value: time.text(finished))) }
        facts.append(FactView(label: "Fingerprint", value: record.fileHash))
        return facts
    }
}

extension ImportLive {
    fileprivate init(_ progress: ImportProgress) {
        let record = progress.record
        self.init(
            poll: progress.isOver ? nil : "/imports/\(record.id)",
            progress: record.permille,
            rows: record.rowsWords,
            rate: progress.rowsPerSecond.map { "\(CountWords.number(Int($0.rounded()))) rows/s" },
            time: progress.timeLeft.map { "about \($0.roughly) left" }
                ?? (record.state == .finished ? "took \(record.worked.roughly)" : nil),
            sentence: record.sentence,
            tiles: RowOutcome.tiles(record.tally)
        )
    }
}

extension ImportRecord {
    /// How it stands; the same as long as the state is, so that it is announced once.
    fileprivate var sentence: String {
        switch state {
        case .draft: "It has not begun."
        case .running: "It runs in the background, and goes on by itself after a restart. You may leave this page."
        case .finished: "Done. Every row is accounted for."
        case .failed: "What was imported before stays."
        case .undoing: "What the import did is being taken back, the last row first."
        case .undone:
            tally.total == tally[.undone] + tally[.refused] + tally[.duplicate]
                ? "Taken back." : "Taken back, except what somebody has worked on since."
        }
    }
}

extension Span {
    /// "1 s", "2 min", "1 h 20 min".
    fileprivate var roughly: String {
        milliseconds < 90_000 ? "\(max(1, (milliseconds + 500) / 1000)) s" : TimeWords.span(self)
    }
}

extension ImportRefused {
    fileprivate init(_ record: ImportRecord, _ reasons: [ImportRefusals.Reason]) {
        let count = record.tally[.refused]
        let shown = reasons.map(\.rows).reduce(0, +)
        self.init(
            title: count == 1 ? "1 row was refused" : "\(CountWords.number(count)) rows were refused",
            file: "/imports/\(record.id)/refused.csv",
            reasons: reasons.map { reason in
                let rows = CountWords.counted(reason.rows, "row", "rows")
                return FactView(label: rows, value: InertText.visible(InertText.excerpt(reason.sentence, 300).text))
            },
            more: shown < count ? "and \(CountWords.number(count - shown)) more for other reasons; see the file" : nil
        )
    }
}

extension ImportFault {
    /// What went wrong, and whether it goes on by itself or waits for somebody.
    fileprivate init(_ record: ImportRecord, _ time: TimeWords) {
        let reason = InertText.visible(record.error ?? "The reason is in the server's log.")
        let isUndo = record.state == .undoing
        let again = record.retryAt.map { " It is tried again by itself, \(time.text($0)) at the earliest." } ?? ""
        let stopped = isUndo ? "Taking it back stopped" : "The import stopped"
        self.init(
            title: again.isEmpty ? stopped : "Something went wrong",
            sentence: reason + again,
            resume: again.isEmpty ? "/imports/\(record.id)/\(isUndo ? "undo" : "start")" : nil
        )
    }
}

extension ImportUndoView {
    init(_ record: ImportRecord, frame: PageFrame) {
        let done = record.tally.total - record.tally[.refused] - record.tally[.duplicate]
        let intro = """
            What \(CountWords.counted(done, "row", "rows")) did is taken back. Leads that somebody has worked on since stay, \
            and say so. What arrived stays stored, as refused.
            """
        self.init(
            page: frame,
            name: InertText.visible(record.file),
            href: "/imports/\(record.id)",
            form: FormView(
                id: "undo",
                action: "/imports/\(record.id)/undo",
                fields: [],
                submit: "Undo the import",
                submitTone: "danger",
                intro: intro,
                cancel: "/imports/\(record.id)"
            )
        )
    }
}
