import LeadCore
import Testing

@Suite("Call scripts")
struct CallScriptTests {
    private func faults(_ edit: (inout CallScript) -> Void) -> [String] {
        var script = CallScript.standard
        edit(&script)
        return [script].faults(in: .standard).map(\.pointer)
    }

    @Test("C8: the standard script asks for all five criteria and is without fault")
    func standard() {
        #expect(CallPolicy.standard.faults(in: .standard).isEmpty)
        let filled = Set(CallScript.standard.questions.map(\.fills))
        #expect(Criterion.allCases.allSatisfy { filled.contains(.criterion($0)) })
    }

    @Test("C8: each thing that is wrong with a script is named with its place")
    func named() {
        #expect(faults { $0.key = "First call" } == ["/0/key"])
        #expect(faults { $0.name = " " } == ["/0/name"])
        #expect(faults { $0.statuses = ["nowhere"] } == ["/0/statuses"])
        #expect(faults { $0.statuses = ["lost"] } == ["/0/statuses"])
        #expect(faults { $0.questions[0].answers[1].level = nil } == ["/0/questions/0/answers"])
        #expect(faults { $0.questions[1].askedIf = .init("money", ["none"]) } == ["/0/questions/1/askedIf/question"])
        #expect(faults { $0.questions[1].askedIf = .init("need", ["maybe"]) } == ["/0/questions/1/askedIf/answers"])
        #expect(faults { $0.questions[5].fills = .field("machines") } == ["/0/questions/5/fills"])
        #expect(faults { $0.questions[5].key = "need" } == ["/0/questions/5/key"])
        #expect(faults { $0.questions[5].text = "" } == ["/0/questions/5/text"])
        #expect(faults { $0.questions = [] } == ["/0/questions"])
        #expect([CallScript.standard, .standard].faults(in: .standard).map(\.pointer) == ["/1/key"])
    }

    @Test("C8: an answer that its field cannot hold is a fault")
    func fields() {
        var process = LeadProcess.standard
        process.fields = [FieldDefinition(key: "machines", label: "Machines", kind: .number, minimum: "1")]
        var script = CallScript.standard
        script.questions[5].fills = .field("machines")
        script.questions[5].answers = [.init("one", "One", value: "1"), .init("none", "None", value: "0")]
        #expect([script].faults(in: process).map(\.pointer) == ["/0/questions/5/answers/1/value"])
    }

    @Test("C8: answers become levels with their words, and notes what fills nothing")
    func reading() throws {
        let reading = try CallScript.standard.read([
            CallAnswer(question: "need", answer: "problem", text: "The line stands still"),
            CallAnswer(question: "money", answer: "none"),
            CallAnswer(question: "wishes", text: "A demo of the scanner"),
            CallAnswer(question: "fit"),
        ])
        #expect(reading.levels == [.need: .high, .money: Level.none])
        #expect(reading.evidence[.need] == "A problem that costs them something today: The line stands still")
        #expect(reading.notes == ["What should our colleague prepare for the next talk? A demo of the scanner"])
        #expect(reading.answers.map(\.question) == ["need", "money", "wishes"])
    }

    @Test("C8: a question is asked after its answers only, those of earlier calls among them")
    func branches() throws {
        let script = CallScript.standard
        let urgency = CallAnswer(question: "urgency", answer: "now")
        let refusal = #expect(throws: Refusal.self) { try script.read([urgency]) }
        #expect(refusal?.code == "answers_invalid")
        #expect(refusal?.issues.map(\.pointer) == ["/answers/urgency"])
        #expect(throws: Refusal.self) { try script.read([urgency], before: ["need": "none"]) }
        #expect(try script.read([urgency], before: ["need": "plan"]).levels == [.urgency: .high])
        let wrong = #expect(throws: Refusal.self) {
            try script.read([CallAnswer(question: "need", answer: "maybe"), CallAnswer(question: "mood")])
        }
        #expect(Set(wrong?.issues.map(\.pointer) ?? []) == ["/answers/need", "/answers/mood"])
    }

    @Test("C8: the first script that fits the class and the status is used")
    func fitting() {
        var special = CallScript.standard
        special.key = "machines"
        special.productClasses = [7]
        special.statuses = ["attempted"]
        var policy = CallPolicy.standard
        policy.scripts = [special, .standard]
        #expect(policy.script(for: 7, in: "attempted")?.key == "machines")
        #expect(policy.script(for: 7, in: "open")?.key == "first_call")
        #expect(policy.script(for: 8, in: "attempted")?.key == "first_call")
        policy.scripts = [special]
        #expect(policy.script(for: 8, in: "open") == nil)
    }

    @Test("C8: questions written as text come back as they were, and a line that cannot be read is named by its number")
    func text() throws {
        var questions = CallScript.standard.questions
        questions[5].fills = .field("machines")
        questions[5].answers = [.init("few", "One or two", value: "2"), .init("many", "Many")]
        #expect(try ScriptText.questions(of: ScriptText.text(of: questions)) == questions)
        let refusal = #expect(throws: Refusal.self) {
            try ScriptText.questions(of: "What?\n# need\nfills: mood\nif: need plan\n- nonsense")
        }
        let lines = refusal?.issues.map { String($0.message.prefix(7)) }
        #expect(lines == ["Line 1:", "Line 3:", "Line 4:", "Line 5:"])
    }
}
