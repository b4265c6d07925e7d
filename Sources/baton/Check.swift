import ArgumentParser
import LeadApp
import LeadCore
import LeadStore

/// The `check` subcommand.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove that no lead was dropped: check the promises on the live workspace.",
        discussion: """
            It reads one consistent snapshot while others work. Exit code 0: every promise holds; 2: at least one does not.
            """
    )

    @OptionGroup var workspace: WorkspaceOptions

    @Flag(help: "Print the findings as JSON.")
    var json = false

    func run() async throws {
        let app = try await Workspace.openExisting(try await workspace.load())
        let answer = try await app.fetch(CheckInvariants(), as: .system)
        Terminal.line(json ? try JSON.text(answer) : CheckText(answer).text)
        if !answer.holds { throw ExitCode(2) }
    }
}

/// What `baton check` prints: the promises with what was counted, then the books of each source.
private struct CheckText {
    let answer: CheckInvariants.Answer

    init(_ answer: CheckInvariants.Answer) {
        self.answer = answer
    }

    var text: String {
        let verdict = answer.holds ? "Every promise holds." : "A promise does not hold; see above."
        return [findings, violations, books, verdict].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var findings: String {
        let rows = answer.findings.map { finding in
            [finding.holds ? "holds" : "BROKEN", finding.invariant, String(finding.checked), finding.says]
        }
        return TextTable(header: ["", "promise", "checked", "which says"], rows: rows, numeric: [2]).text
    }

    private var violations: String {
        answer.findings.flatMap { finding in finding.violations.map { "\(finding.invariant): \($0)" } }
            .joined(separator: "\n")
    }

    private var books: String {
        let rows = answer.books.map { books in
            [books.source]
                + [
                    books.received, books.newLeads, books.joined, books.contactOnly, books.rejected, books.quarantined,
                    books.pending,
                ].map(String.init)
        }
        let header = ["source", "received", "new", "joined", "contact only", "rejected", "quarantined", "pending"]
        return TextTable(header: header, rows: rows, numeric: Set(1...7)).text
    }
}
