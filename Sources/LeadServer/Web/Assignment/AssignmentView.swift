/// `/settings/assignment`: the rules in their order, what is wrong with them, and putting them in force.
struct AssignmentView: Page {
    static let template = "settings/assignment"
    var page: PageFrame
    var tabs: [TabView]
    /// "Version 4 is in force", or that a draft of it is being worked on.
    var state: String
    /// Whether there is a draft, which can be put in force or thrown away.
    var isDraft: Bool
    var rules: [RuleRow]
    var isEmpty: Bool
    var faults: [FaultRow]
    /// True when nothing was found.
    var isSound: Bool
    /// Who gets what no rule is for.
    var catchAll: FormView
    var errors: FormErrors?
}

struct RuleRow: Encodable {
    var number: Int
    var name: String
    var href: String
    /// The condition in words.
    var sentence: String
    var pool: String
    /// "Account's owner first", "From Mon 30 Nov".
    var notes: [String]
    /// Where a button moves it; nil for the first and the last.
    var earlier: String?
    var later: String?
    var removal: String
}

struct FaultRow: Encodable {
    var sentence: String
    /// `bad` or `warn`.
    var tone: String
    var icon: String
}

/// `/settings/assignment/rules/{key}`: one rule.
struct RuleView: Page {
    static let template = "settings/rule"
    var page: PageFrame
    var tabs: [TabView]
    var title: String
    var form: FormView
    var conditions: ConditionForm
}
