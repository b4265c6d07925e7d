import Hummingbird
import LeadApp
import LeadStore

/// The invariants, verified on the live workspace at the moment of the call.
struct CheckAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/invariants") { _, visit in
            let answer = try await site.app.fetch(CheckInvariants(), as: visit.actor)
            let findings = answer.findings.map { finding -> JSONValue in
                [
                    "invariant": .text(finding.invariant), "says": .text(finding.says),
                    "checked": .int(finding.checked),
                    "holds": .bool(finding.holds), "violations": .list(finding.violations.map { .text($0) }),
                ]
            }
            return Response.json([
                "holds": .bool(answer.holds), "at": .time(answer.at), "findings": .array(findings),
                "books": .list(answer.books.map { .books($0) }),
            ])
        }
    }
}

extension JSONValue {
    fileprivate static func books(_ books: SourceBooks) -> JSONValue {
        [
            "source": .text(books.source), "received": .int(books.received), "newLead": .int(books.newLeads),
            "joined": .int(books.joined), "contactOnly": .int(books.contactOnly), "rejected": .int(books.rejected),
            "quarantined": .int(books.quarantined), "pending": .int(books.pending), "balances": .bool(books.balances),
        ]
    }
}
