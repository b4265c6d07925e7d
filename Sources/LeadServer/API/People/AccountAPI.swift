import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Companies: what is known of them, and all that one may see of theirs.
struct AccountAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/accounts/:id") { _, visit in
            let answer = try await site.app.fetch(AccountDetail(account: visit.id()), as: visit.actor)
            return Response.json(.account(answer))
        }
    }
}

extension JSONValue {
    fileprivate static func account(_ answer: AccountDetail.Answer) -> JSONValue {
        let totals = answer.totals
        let more: JSONValue = [
            "people": .list(
                answer.people.map { contact in
                    [
                        "id": .id(contact.id), "name": .text(contact.name), "title": .text(contact.title),
                        "email": .text(contact.email), "phone": .text(contact.phone),
                        "doNotEmail": .bool(contact.doNotEmail), "doNotCall": .bool(contact.doNotCall),
                    ]
                }
            ),
            "leads": .list(answer.leads.map { .lead($0, answer.directory, answer.policy) }),
            "opportunities": .list(answer.deals.map { .opportunity($0) }),
            "totals": [
                "openLeads": .int(totals.openLeads), "closedLeads": .int(totals.closedLeads),
                "openValue": .list(totals.openValue.map { .money($0) }), "openDeals": .int(totals.openDeals),
                "pipeline": .list(totals.pipeline.map { .money($0) }), "wonDeals": .int(totals.wonDeals),
                "won": .list(totals.won.map { .money($0) }),
            ],
        ]
        let account = answer.account
        let what: JSONValue = [
            "id": .id(account.id), "personal": .bool(account.personal), "company": .company(account),
        ]
        return what.joined(more)
    }
}
