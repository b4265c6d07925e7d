/// `/imports/{id}/dry-run`: what the import would do, before it does it.
struct ImportDryRunView: Page {
    static let template = "imports/dry-run"
    var page: PageFrame
    var steps: [ImportStep]
    var file: ImportFileView
    /// How many rows can be imported, in words.
    var sentence: String
    var tiles: [ImportTile]
    /// What is noticed about the whole file, such as columns that nothing is made of.
    var warnings: [String]
    var problems: [ImportProblem]
    var hasProblems: Bool
    /// Where the start button posts to; nil when there is nothing to import.
    var start: String?
    /// "Import 6,450 rows".
    var startLabel: String
    var mapping: String
}

/// How many rows ended in one way.
struct ImportTile: Encodable {
    var label: String
    var value: String
    /// `new`, `joined`, `known`, `contact`, `refused`: the colour.
    var tone: String
    /// Of all rows, 0–1000.
    var share: Int
    var hint: String?
}

/// One reason for which rows are refused.
struct ImportProblem: Encodable {
    var sentence: String
    /// The stable code.
    var code: String
    /// "12 rows".
    var count: String
    var examples: [ImportRowExample]
}

struct ImportRowExample: Encodable {
    /// The row's number in the file.
    var number: String
    /// Its reason, where the examples have different ones.
    var sentence: String?
    /// The row as it stands in the file, cut when it is long.
    var text: String
}
