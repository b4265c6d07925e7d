import LeadApp
import LeadCore
import LeadStore

extension ImportDryRunView {
    init(_ record: ImportRecord, _ preview: ImportPreview, _ trial: DryRun, frame: PageFrame) {
        let usable = trial.rowsTried - trial.tally[.refused] - trial.tally[.empty]
        let tried = CountWords.counted(trial.rowsTried, "row", "rows")
        let isWhole = trial.rowsTried == trial.rowsTotal
        self.init(
            page: frame,
            steps: .course(at: 2, of: record.id),
            file: ImportFileView(record),
            sentence: trial.rowsTried == 0
                ? "The file has no rows below its header."
                : "Of \(tried), \(CountWords.number(usable)) can be imported.",
            tiles: RowOutcome.tiles(trial.tally),
            warnings: Self.warnings(preview, trial),
            problems: trial.reasons.map(ImportProblem.init),
            hasProblems: !trial.reasons.isEmpty,
            start: usable > 0 ? "/imports/\(record.id)/start" : nil,
            startLabel: isWhole ? "Import \(CountWords.counted(usable, "row", "rows"))" : "Import the file",
            mapping: "/imports/\(record.id)/mapping"
        )
    }

    private static func warnings(_ preview: ImportPreview, _ trial: DryRun) -> [String] {
        var warnings: [String] = []
        if trial.rowsTried < trial.rowsTotal {
            let (tried, all) = (CountWords.number(trial.rowsTried), CountWords.number(trial.rowsTotal))
            warnings.append("Only the first \(tried) of \(all) rows were tried.")
        }
        if trial.namesUnknown {
            warnings.append("Some rows name what is not there yet. The columns' page can be told to make it.")
        }
        if !preview.unmapped.isEmpty {
            let names = preview.unmapped.prefix(12).map { InertText.cell($0) }.joined(separator: ", ")
            let more = preview.unmapped.count > 12 ? " and \(preview.unmapped.count - 12) more" : ""
            let columns = CountWords.counted(preview.unmapped.count, "column", "columns")
            warnings.append("\(columns) left out, kept only in the stored rows: \(names)\(more).")
        }
        return warnings
    }
}

extension ImportProblem {
    fileprivate init(_ reason: DryRun.Reason) {
        self.init(
            sentence: InertText.visible(reason.sentence),
            code: reason.code,
            count: CountWords.counted(reason.rows, "row", "rows"),
            examples: reason.examples.map { example in
                ImportRowExample(
                    number: CountWords.number(example.number),
                    sentence: example.sentence == reason.sentence ? nil : InertText.visible(example.sentence),
                    text: InertText.visible(InertText.excerpt(example.text, 300).text)
                )
            }
        )
    }
}
