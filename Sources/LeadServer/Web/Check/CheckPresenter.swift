import LeadApp
import LeadCore
import LeadStore

extension CheckView {
    init(_ answer: CheckInvariants.Answer, _ time: TimeWords, page: PageFrame) {
        self.page = page
        holds = answer.holds
        headline = Self.headline(answer.findings)
        at = time.moment(answer.at)
        findings = answer.findings.enumerated().map { FindingView($1, number: $0 + 1) }
        books = BooksView(answer.books)
    }

    private static func headline(_ findings: [CheckInvariants.Finding]) -> String {
        let broken = findings.count { !$0.holds }
        switch broken {
        case 0: return "All \(findings.count) promises hold"
        case 1: return "One of \(findings.count) promises is broken"
        default: return "\(broken) of \(findings.count) promises are broken"
        }
    }
}

extension FindingView {
    /// The check lists no more violations than this of one kind.
    private static let most = 100

    fileprivate init(_ finding: CheckInvariants.Finding, number: Int) {
        let words = InvariantWords.of(finding.invariant)
        self.number = number
        title = finding.invariant
        says = finding.says
        meaning = words.meaning
        checked = "\(CountWords.number(finding.checked)) \(words.counted)"
        holds = finding.holds
        count = Self.count(finding.violations.count)
        violations = finding.violations.prefix(Self.most).map(ViolationView.init)
    }

    private static func count(_ n: Int) -> String {
        switch n {
        case 0: ""
        case 1: "1 violation"
        case most...: "\(most) violations or more"
        default: "\(n) violations"
        }
    }
}

extension ViolationView {
    /// "lead 0192…" and "opportunity 0192…" have a page to look at.
    fileprivate init(_ violation: String) {
        text = violation
        let words = violation.split(separator: " ").map(String.init)
        for (kind, id) in zip(words, words.dropFirst()) {
            switch kind {
            case "lead" where Lead.ID(id) != nil: href = "/leads/\(id)"
            case "opportunity" where Opportunity.ID(id) != nil: href = "/opportunities/\(id)"
            default: continue
            }
        }
    }
}

extension BooksView {
    fileprivate init(_ books: [SourceBooks]) {
        rows = books.map { BookView($0.source, received: $0.received, outcomes: $0.outcomes) }
        let none = [Int](repeating: 0, count: books.first?.outcomes.count ?? 0)
        total = BookView(
            "All sources",
            received: books.reduce(0) { $0 + $1.received },
            outcomes: books.reduce(none) { sums, book in zip(sums, book.outcomes).map(+) }
        )
        isEmpty = books.isEmpty
    }
}

extension SourceBooks {
    /// The right side of the books, in the order of their columns.
    fileprivate var outcomes: [Int] { [newLeads, joined, contactOnly, rejected, quarantined, pending] }
}

extension BookView {
    fileprivate init(_ source: String, received: Int, outcomes: [Int]) {
        let became = outcomes.reduce(0, +)
        self.source = source
        self.received = CountWords.number(received)
        self.outcomes = outcomes.map { CountWords.number($0) }
        sum = CountWords.number(became)
        balances = became == received
        verdict =
            balances ? "balances" : became < received ? "\(received - became) missing" : "\(became - received) too many"
    }
}
