/// `/imports/{id}`: a running or finished import.
///
/// While it runs, the part `#import-live` fetches this same page again and again and replaces itself; without a script the whole
/// page refreshes.
struct ImportPageView: Page {
    static let template = "imports/page"
    var page: PageFrame
    var steps: [ImportStep]
    var name: String
    var state: StatusView
    var facts: [FactView]
    var live: ImportLive
    /// What was refused; nil when nothing was.
    var refused: ImportRefused?
    /// The page that asks before it undoes; nil when there is nothing to undo.
    var undo: String?
    /// What has gone wrong with the import as a whole; nil when nothing has.
    var fault: ImportFault?
}

struct ImportLive: Encodable {
    /// This page's address while the import runs; nil afterwards.
    var poll: String?
    /// Rows done of all, 0–1000.
    var progress: Int
    /// "3,204 of 6,468 rows".
    var rows: String
    /// "1,240 rows/s".
    var rate: String?
    /// "about 3 s left", or how long it took.
    var time: String?
    /// The state in a sentence, announced when it changes.
    var sentence: String
    var tiles: [ImportTile]
}

struct ImportRefused: Encodable {
    /// "18 rows were refused".
    var title: String
    /// The CSV file: each row as it came, with its number and reason.
    var file: String
    /// How many rows, and why.
    var reasons: [FactView]
    /// What the reasons leave out; nil when they are all there.
    var more: String?
}

struct ImportFault: Encodable {
    var title: String
    var sentence: String
    /// Posting there goes on from where it stopped; nil when it cannot.
    var resume: String?
}

/// `/imports/{id}/undo`: what undoing takes back.
struct ImportUndoView: Page {
    static let template = "imports/undo"
    var page: PageFrame
    var name: String
    var href: String
    var form: FormView
}
