import LeadApp
import LeadCore
import LeadStore

extension ImportListView {
    init(_ imports: [ImportProgress], _ people: [Colleague], _ time: TimeWords, frame: PageFrame) {
        self.init(
            page: frame,
            imports: imports.map { ImportRow($0.record, people, time) },
            isEmpty: imports.isEmpty
        )
    }
}

extension ImportRow {
    fileprivate init(_ record: ImportRecord, _ people: [Colleague], _ time: TimeWords) {
        let isUnderWay = record.state == .running || record.state == .failed
        self.init(
            href: "/imports/\(record.id)",
            name: InertText.visible(record.file),
            kind: record.kindLabel,
            state: record.state.view,
            progress: isUnderWay ? record.permille : nil,
            rows: record.rowsWords,
            outcome: record.outcomeWords,
            by: record.starter(people),
            created: time.moment(record.createdAt)
        )
    }
}

extension ImportUploadView {
    init(_ saved: [SavedMappings.Entry], chosen: String, errors: FormErrors?, frame: PageFrame) {
        let automatic = Option(value: "auto", label: "Recognise the columns")
        let mappings = saved.map { entry in
            Option(value: "\(entry.id)", label: entry.mapping.name, chosen: "\(entry.id)" == chosen)
        }
        self.init(
            page: frame,
            steps: .course(at: 0),
            action: "/imports",
            mapping: .select(
                "mapping",
                "Mapping",
                options: [automatic] + mappings,
                hint: "How the file is read. It can be changed on the next page.",
                required: true
            ),
            largest: ByteWords.size(Self.mostBytes),
            largestBytes: Self.mostBytes,
            errors: errors
        )
    }

    /// A little less than what the server takes, since a form is more than its file.
    private static let mostBytes = 512_000_000
}
