/// A script's questions as a text that people edit: one block a question.
///
///     # urgency
///     By when should it be solved?
///     hint: Ask what happens if it is not.
///     fills: criterion:urgency
///     if: need is problem, plan
///     - now: Within three months (high)
///     - later: Later (low)
///
/// An answer to a question that fills a field may say what the field then holds: `- a3: Three or more = 3`.
package enum ScriptText {
    /// The questions as `questions(of:)` reads them.
    package static func text(of questions: [CallScript.Question]) -> String {
        questions.map(block).joined(separator: "\n\n")
    }

    private static func block(_ question: CallScript.Question) -> String {
        var lines = ["# \(question.key)", question.text]
        if let hint = question.hint { lines.append("hint: \(hint)") }
        lines.append("fills: \(question.fills)")
        if let askedIf = question.askedIf {
            lines.append("if: \(askedIf.question) is \(askedIf.answers.joined(separator: ", "))")
        }
        lines += question.answers.map { answer in
            let level = answer.level.map { " (\($0.rawValue))" } ?? ""
            let value = answer.value.map { " = \($0)" } ?? ""
            return "- \(answer.key): \(answer.label)\(value)\(level)"
        }
        return lines.joined(separator: "\n")
    }

    /// Reads what `text(of:)` writes.
    ///
    /// - Throws: one refusal that names each line that cannot be read, all under `/questions`.
    package static func questions(of text: String) throws(Refusal) -> [CallScript.Question] {
        var questions: [CallScript.Question] = []
        var issues: [Refusal.Issue] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, raw) in lines.enumerated() {
            let line = trimmed(raw)
            guard !line.isEmpty else { continue }
            if let fault = read(line, into: &questions) {
                issues.append(.init("/questions", "Line \(index + 1): \(fault)"))
            }
        }
        guard let first = issues.first else { return questions }
        throw Refusal(.invalid, "invalid_input", first.message, issues: issues)
    }

    /// - Returns: what is wrong with the line.
    private static func read(_ line: String, into questions: inout [CallScript.Question]) -> String? {
        if line.hasPrefix("#") {
            questions.append(.init(key: trimmed(line.dropFirst()), text: "", fills: .note))
            return nil
        }
        guard let last = questions.indices.last else { return "A question begins with # and its key." }
        if let rest = rest(of: line, after: "fills:") {
            guard let filling = CallScript.Filling(rest) else { return "“\(rest)” cannot be filled." }
            questions[last].fills = filling
        } else if let rest = rest(of: line, after: "hint:") {
            questions[last].hint = rest
        } else if let rest = rest(of: line, after: "if:") {
            guard let condition = condition(rest) else { return "Say it as: if: need is problem, plan." }
            questions[last].askedIf = condition
        } else if line.hasPrefix("-") {
            guard let answer = answer(trimmed(line.dropFirst())) else {
                return "Say an answer as: - key: Words (high)."
            }
            questions[last].answers.append(answer)
        } else {
            questions[last].text += (questions[last].text.isEmpty ? "" : " ") + line
        }
        return nil
    }

    private static func condition(_ text: String) -> CallScript.Condition? {
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3, words[1] == "is" else { return nil }
        return .init(words[0], words[2].split(separator: ",").map(trimmed))
    }

    private static func answer(_ text: String) -> CallScript.Answer? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        var words = trimmed(text[text.index(after: colon)...])
        var level: Level?
        if words.hasSuffix(")"), let open = words.lastIndex(of: "("),
            let known = Level(rawValue: String(words[words.index(after: open)...].dropLast()))
        {
            level = known
            words = trimmed(words[..<open])
        }
        var value: String?
        if let sign = words.lastIndex(of: "=") {
            value = trimmed(words[words.index(after: sign)...])
            words = trimmed(words[..<sign])
        }
        return .init(trimmed(text[..<colon]), words, level: level, value: value)
    }

    private static func rest(of line: String, after word: String) -> String? {
        line.hasPrefix(word) ? trimmed(line.dropFirst(word.count)) : nil
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}
