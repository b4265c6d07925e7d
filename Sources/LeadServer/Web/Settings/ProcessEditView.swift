/// `/settings/process/edit`: the process as a form, with what is wrong with it and how it looks.
struct ProcessEditView: Page {
    static let template = "settings/process-edit"
    var page: PageFrame
    var tabs: [TabView]
    var base: String
    var name: String
    var diagram: DiagramView
    /// What would drop leads; empty when it may be put in force.
    var faults: [String]
    var isSound: Bool
    /// Where leads go whose status is gone.
    var mapping: [Field]
    var needsMapping: Bool
    var statuses: [StatusEditor]
    var newLabel: String
    /// Nil unless putting it in force was refused.
    var errors: FormErrors?
}

/// One status in the form.
struct StatusEditor: Encodable {
    var number: Int
    var key: String
    var pill: StatusView
    /// What it means to the rules.
    var meaning: String
    /// "12 leads"; nil when there is none.
    var leads: String?
    /// Shown unfolded, because it was touched last.
    var isOpen: Bool
    var fields: [Field]
    var moves: [Option]
    var requires: [Option]
    var isFirst: Bool
    var isLast: Bool
}
