import LeadApp
import LeadCore
import LeadStore

extension SubmissionsView {
    init(
        _ answer: SubmissionList.Answer,
        on tab: SubmissionTab,
        isFirst: Bool,
        _ time: TimeWords,
        frame: PageFrame
    ) {
        let mark = tab.path.contains("?") ? "&" : "?"
        self.init(
            page: frame,
            tabs: SubmissionTab.allCases.map { TabView(label: $0.label, href: $0.path, current: $0 == tab) },
            intro: tab.intro,
            rows: answer.rows.map { SubmissionRow($0, time) },
            isEmpty: answer.rows.isEmpty,
            emptyTitle: tab.emptyTitle,
            emptySentence: tab.emptySentence,
            next: answer.next.map { "\(tab.path)\(mark)before=\($0)" },
            first: isFirst ? nil : tab.path
        )
    }
}

extension SubmissionRow {
    /// A form is read field by field; more of them than this are left to the raw text.
    private static let mostFields = 40

    init(_ stored: StoredSubmission, _ time: TimeWords) {
        let (arrival, decided) = (stored.arrival, stored.decided)
        let form = SubmittedForm(stored: arrival.raw, contentType: arrival.contentType)
        let fields = (form?.fields ?? []).filter { !$0.value.isEmpty }.prefix(Self.mostFields).map { field in
            let value = InertText.excerpt(field.value, 2000).text
            return FactView(label: InertText.visible(field.name), value: InertText.visible(value))
        }
        let isHeld = decided.outcome == .quarantined
        self.init(
            id: "\(decided.id)",
            received: time.moment(stored.receivedAt),
            channel: arrival.channel.label,
            icon: arrival.channel.icon,
            source: stored.sourceName.map { InertText.visible($0) },
            why: decided.sentence,
            code: decided.code,
            fields: fields,
            hasFields: !fields.isEmpty,
            content: RawContent(stored),
            release: isHeld && arrival.form != nil ? "/submissions/\(decided.id)/release" : nil,
            dismissal: isHeld ? "/submissions/\(decided.id)/dismissal" : nil
        )
    }
}

extension RawContent {
    private static let excerpt = 600
    private static let most = 100_000

    init(_ stored: StoredSubmission) {
        let arrival = stored.arrival
        let text = InertText.visible(String(decoding: arrival.raw, as: UTF8.self))
        let (beginning, isWhole) = InertText.excerpt(text, Self.excerpt)
        self.init(
            type: InertText.visible(InertText.excerpt(arrival.contentType, 80).text),
            size: ByteWords.size(stored.size),
            excerpt: beginning,
            whole: isWhole ? nil : InertText.excerpt(text, Self.most).text,
            file: stored.isWhole ? nil : "/submissions/\(stored.decided.id)/raw"
        )
    }
}

extension CaptureChannel {
    fileprivate var label: String {
        switch self {
        case .api: "API"
        case .form: "Form"
        case .page: "Page"
        case .file: "Import"
        case .mail: "Mail"
        }
    }

    fileprivate var icon: String {
        switch self {
        case .api: "link"
        case .form: "globe"
        case .page: "user"
        case .file: "file-spreadsheet"
        case .mail: "mail"
        }
    }
}
