import LeadApp
import LeadCore
import LeadStore

extension JSONValue {
    /// A deal as lists show it.
    static func opportunity(_ row: OpportunityRow) -> JSONValue {
        [
            "id": .id(row.id), "name": .text(row.name), "account": .text(row.account), "product": .text(row.product),
            "productClass": .text(row.productClass), "source": .text(row.source), "campaign": .text(row.campaign),
            "stage": .text(row.stage), "kind": .text(row.kind.rawValue), "stageSince": .time(row.stageSince),
            "owner": .id(row.owner), "amount": .money(row.amount), "createdAt": .time(row.createdAt),
            "closeOn": .time(row.closeOn), "closedAt": .time(row.closedAt),
        ]
    }

    /// All about a deal.
    static func opportunity(_ detail: OpportunityDetail.Answer) -> JSONValue {
        let deal = detail.opportunity
        let more: JSONValue = [
            "version": .int(deal.version), "lostReason": .text(deal.lostReason), "competitor": .text(deal.competitor),
            "rank": .int(deal.rank), "contacts": .list(detail.people.map { .person($0) }),
            "lines": .list(
                detail.lines.map { line in
                    [
                        "product": .text(line.name), "quantity": .int(line.quantity), "amount": .money(line.amount),
                    ]
                }
            ),
            "undoUntil": .time(detail.undo?.until),
            "notes": .list(
                detail.notes.map { ["at": .time($0.at), "by": .id($0.by), "text": .text($0.text)] }
            ),
            "leads": .list(detail.leads.map { .id($0.id) }), "stays": .list(detail.stays.map { .stay($0) }),
        ]
        return opportunity(detail.row).joined(more)
    }
}
