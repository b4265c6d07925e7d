/// `/today/call/{id}`: whom to call, why, what to say, and what came of it.
struct CallView: Page {
    static let template = "call/page"
    var page: PageFrame
    var name: String
    var href: String
    var account: String?
    var productClass: String
    var status: StatusView
    var grade: GradeView?
    /// For `tel:`; nil when unknown or when they asked not to be called.
    var phone: String?
    /// Why it is next: "€ 1,200 expected, loses about € 90 an hour".
    var why: String?
    /// "12 to call, 1 skipped for now".
    var queue: String
    var nextStep: String?
    /// The last things that happened.
    var history: [TimelineEntry]
    var scriptName: String?
    var opening: String?
    var questions: [CallQuestionView]
    var hasScript: Bool
    var outcomes: [Option]
    var action: String
    var hidden: [HiddenField]
    var note: String
    var stepText: String
    var stepDue: String
    /// Whether the call can also say that the lead is ready for sales.
    var mayConclude: Bool
    var concludes: Bool
    var message: String?
    /// What no question of the page can mend.
    var faults: [String]
    var skip: String
    var next: String
    var undo: CallUndoView?
    var isOpen: Bool
}

struct CallQuestionView: Encodable {
    var key: String
    var text: String
    var hint: String?
    /// "Need"; nil for a note.
    var fills: String?
    var answers: [Option]
    var isChosen: Bool
    var typed: String
    /// "Answered before: A plan or a wish to improve".
    var before: String?
    /// The earlier answer's key, for what depends on it.
    var beforeKey: String
    /// "Only after “A problem …”"; nil when it is always asked.
    var condition: String?
    var ifQuestion: String
    var ifAnswers: String
    var error: String?
}

/// A button that takes the last act back.
struct CallUndoView: Encodable {
    var label: String
    var action: String
    /// Where one is afterwards; empty for the lead in call mode.
    var back: String
}

/// `/today/call` when nobody is left to call.
struct NoCallView: Page {
    static let template = "call/empty"
    var page: PageFrame
    var queue: String
    var undo: CallUndoView?
}
