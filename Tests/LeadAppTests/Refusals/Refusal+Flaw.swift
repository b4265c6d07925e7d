import LeadCore

extension Refusal {
    /// What keeps this refusal from being one that a salesperson and a program both understand; nil when nothing does.
    var flaw: String? {
        let letters = code.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
        guard letters, !code.isEmpty else { return "\(code) is no stable code" }
        if let flaw = Self.flaw(of: sentence) { return "\(code): \(flaw)" }
        for issue in issues {
            guard issue.pointer.isEmpty || issue.pointer.hasPrefix("/") else {
                return "\(code): \(issue.pointer) is no pointer"
            }
            guard !issue.message.isEmpty else { return "\(code): an issue at \(issue.pointer) says nothing" }
        }
        return nil
    }

    private static func flaw(of sentence: String) -> String? {
        guard let first = sentence.first, first.isUppercase || !first.isLetter else {
            return "“\(sentence)” has no beginning"
        }
        guard let last = sentence.last, ".?!…".contains(last) else { return "“\(sentence)” has no end" }
        for sign in ["Optional(", "nil", "Error Domain", "LeadCore", "SQLite"] where sentence.contains(sign) {
            return "“\(sentence)” talks like a program"
        }
        return nil
    }
}
