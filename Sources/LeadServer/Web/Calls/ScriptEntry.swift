import LeadApp
import LeadCore
import LeadStore

/// What stands in the form of a script, as text.
struct ScriptEntry {
    var key = ""
    var name = ""
    var productClasses: [String] = []
    var statuses: [String] = []
    var opening = ""
    var questions = ""

    init() {}

    init(_ script: CallScript) {
        key = script.key
        name = script.name
        productClasses = script.productClasses.map(\.description)
        statuses = script.statuses.map(\.rawValue)
        opening = script.opening
        questions = ScriptText.text(of: script.questions)
    }

    /// - Parameter key: of the script that is changed; nil for a new one, which says its own.
    init(_ form: SubmittedForm, key: String?) {
        self.key = key ?? form["key"].trimmed ?? ""
        name = form["name"]
        productClasses = form.all("productClasses")
        statuses = form.all("statuses")
        opening = form["opening"]
        questions = form["questions"]
    }

    /// - Throws: a refusal that names each line that cannot be read.
    func script() throws(Refusal) -> CallScript {
        CallScript(
            key: key,
            name: name.trimmed ?? "",
            productClasses: productClasses.compactMap { ProductClass.ID($0) },
            statuses: statuses.map { Status(rawValue: $0) },
            opening: opening.trimmed ?? "",
            questions: try ScriptText.questions(of: questions)
        )
    }

    func form(isNew: Bool, _ choices: Choices.Answer) -> FormView {
        let classes = choices.productClasses.map {
            Option(value: "\($0.id)", label: $0.name, chosen: productClasses.contains("\($0.id)"))
        }
        let open = choices.policy.process.steps.filter(\.kind.isOpen).map {
            Option(value: $0.status.rawValue, label: $0.label, chosen: statuses.contains($0.status.rawValue))
        }
        let keyField = Field.input(
            "key",
            "Key",
            value: key,
            hint: "Small letters, digits and _. It stays as it is.",
            required: true
        )
        return FormView(
            id: "script",
            action: isNew ? "/settings/scripts" : "/settings/scripts/\(key)",
            fields: [.input("name", "Name", value: name, required: true)] + (isNew ? [keyField] : []) + [
                .checks("productClasses", "For leads of", options: classes, hint: "All when none is chosen."),
                .checks("statuses", "In the statuses", options: open, hint: "Every open one when none is chosen."),
                .area("opening", "Opening", value: opening, hint: "Said first, read aloud."),
                .area("questions", "Questions", value: questions, hint: Self.form, required: true),
            ],
            submit: "Put in force",
            cancel: "/settings/scripts",
            hidden: [HiddenField(name: "base", value: "\(choices.policy.version)")]
        )
    }

    private static let form = """
        A block a question: # and its key; its wording; hint: for the caller; fills: criterion:need, field:<key> or note; \
        if: need is problem, plan; and the answers, each as - key: Words (high). The first script that fits a lead is used.
        """
}

/// `/settings/scripts`: the scripts in the order in which they are tried.
struct ScriptsView: Page {
    static let template = "settings/scripts"
    var page: PageFrame
    var tabs: [TabView]
    var rows: [ScriptRow]
    var hasRows: Bool
}

struct ScriptRow: Encodable {
    var name: String
    var key: String
    var href: String
    /// "General, Machines"; nil for all.
    var classes: String?
    var statuses: String?
    var questions: String
}

extension ScriptsView {
    init(_ choices: Choices.Answer, tabs: [TabView], frame: PageFrame) {
        let names = Dictionary(choices.productClasses.map { ($0.id, $0.name) }) { first, _ in first }
        let process = choices.policy.process
        rows = choices.policy.calls.scripts.map { script in
            ScriptRow(
                name: script.name,
                key: script.key,
                href: "/settings/scripts/\(script.key)",
                classes: script.productClasses.map { names[$0] ?? "a former class" }.joined(separator: ", ").trimmed,
                statuses: script.statuses.map { process[$0]?.label ?? $0.rawValue }.joined(separator: ", ").trimmed,
                questions: "\(script.questions.count)"
            )
        }
        hasRows = !rows.isEmpty
        self.tabs = tabs
        page = frame
    }
}
