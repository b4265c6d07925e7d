/// `/imports/{id}/mapping`: what the columns of the file mean.
///
/// One form with several buttons named `do`: `read` (again, with another delimiter or encoding), `load` (a saved mapping), `save`,
/// `forget` (the saved mapping) and `check` (on to the dry run).
struct ImportMappingView: Page {
    static let template = "imports/mapping"
    var page: PageFrame
    var steps: [ImportStep]
    var file: ImportFileView
    var action: String
    /// Posting there with `do=check` tries the file.
    var trial: String
    /// Posting there forgets the file.
    var discard: String
    /// `delimiter`, `encoding`, `headerRow` and `kind`: how the file is read.
    var reading: [Field]
    /// `saved`: the saved mappings; nil when there is none yet.
    var saved: Field?
    var columns: [ImportColumnRow]
    /// What the words in the status column mean; empty when no column is one.
    var statuses: [ImportStatusRow]
    var hasStatuses: Bool
    /// What rows without a value get, named `constant-source`, `constant-product_class` and so on; and `createMissing`.
    var constants: [Field]
    /// What is seldom needed: time zone, currency, system, order of day and month.
    var details: [Field]
    var preview: ImportPreviewTable
    /// `saveAs`.
    var saveAs: Field
    /// What is missing before the dry run, while nobody has asked for it yet.
    var notice: String?
    var errors: FormErrors?
}

struct ImportFileView: Encodable {
    var name: String
    /// "6,468 rows".
    var rows: String
}

struct ImportColumnRow: Encodable {
    /// The place of the column, from 1.
    var number: Int
    var name: String
    /// Its first values that are not empty.
    var samples: [String]
    /// `column-0` …: the field that it fills.
    var field: Field
    /// How the field was found: recognised, a guess, chosen, or nothing.
    var state: StatusView
}

struct ImportStatusRow: Encodable {
    var number: Int
    /// The file's word.
    var word: String
    /// "1,204 rows"; nil when not counted.
    var count: String?
    /// `meaning-0` …: the status of the lead process.
    var field: Field
}

struct ImportPreviewTable: Encodable {
    var header: [String]
    var rows: [ImportPreviewRow]
    /// "The first 5 rows".
    var caption: String
}

struct ImportPreviewRow: Encodable {
    var number: Int
    var cells: [String]
}
