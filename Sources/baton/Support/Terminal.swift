import Foundation
import LeadCore

/// What goes to standard output and standard error, unbuffered where a person or a pipe waits for it.
enum Terminal {
    static func line(_ text: String) {
        FileHandle.standardOutput.write(Data((PrintableText.of(text, keepsLines: true) + "\n").utf8))
    }

    static func warn(_ text: String) {
        FileHandle.standardError.write(Data((PrintableText.of(text, keepsLines: true) + "\n").utf8))
    }

    /// Whether a person is there to be asked.
    static var isInteractive: Bool {
        isatty(FileHandle.standardInput.fileDescriptor) == 1 && isatty(FileHandle.standardOutput.fileDescriptor) == 1
    }

    /// Asks a question that is answered by yes or no; no is the answer to anything else.
    static func agrees(_ question: String) -> Bool {
        FileHandle.standardOutput.write(Data("\(question) [y/N] ".utf8))
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }

    /// Ends the process with one line on standard error.
    static func fail(_ text: String, code: Int32 = 1) -> Never {
        warn("baton: " + text)
        exit(code)
    }

    /// A text that must not be overlooked, in a frame.
    static func box(_ lines: [String]) -> String {
        let width = lines.map(\.count).max() ?? 0
        let bar = String(repeating: "─", count: width + 2)
        let body = lines.map { "│ " + $0 + String(repeating: " ", count: width - $0.count) + " │" }
        return (["╭\(bar)╮"] + body + ["╰\(bar)╯"]).joined(separator: "\n")
    }
}

extension Refusal {
    /// The sentence and what is wrong, in one line.
    var line: String {
        let details = issues.map(\.message).filter { $0 != sentence }
        return details.isEmpty ? sentence : "\(sentence) (\(details.joined(separator: "; ")))"
    }
}
