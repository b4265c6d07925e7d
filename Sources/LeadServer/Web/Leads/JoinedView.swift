import LeadApp
import LeadCore
import LeadStore

/// The leads that one is about the same deal with, and those that were merged into it.
struct JoinedView: Encodable {
    var linked: [JoinedLeadView]
    /// "and 2 that you may not see"; nil when all are shown.
    var unseen: String?
    /// POST here makes it a deal of its own again; nil when it is not linked.
    var unlink: String?
    var merged: [JoinedLeadView]
    var isEmpty: Bool

    init(_ answer: LeadDetail.Answer, _ words: Wording) {
        linked = answer.linked.map { row in
            JoinedLeadView(
                href: LeadAddress.page(row.id),
                name: row.displayName,
                detail: [row.account, row.productClass, words.directory.name(row.owner)].compactMap { $0 }
                    .joined(separator: " · "),
                status: words.status(row.status),
                when: nil,
                undo: nil
            )
        }
        unseen = answer.linkedUnseen > 0 ? "and \(answer.linkedUnseen) that you may not see" : nil
        unlink = linked.isEmpty && unseen == nil ? nil : LeadAddress.act(answer.lead.id, "links/removal")
        merged = answer.merged.map { lead in
            JoinedLeadView(
                href: LeadAddress.page(lead.id),
                name: lead.name,
                detail: lead.productClass,
                status: nil,
                when: words.time.moment(lead.mergedAt),
                undo: answer.now - lead.mergedAt <= answer.policy.undoWindow
                    ? LeadAddress.act(lead.id, UnmergePage.path) : nil
            )
        }
        isEmpty = unlink == nil && merged.isEmpty
    }
}

struct JoinedLeadView: Encodable {
    var href: String
    var name: String
    /// "Navy Ltd · Service · Ann Inside".
    var detail: String
    var status: StatusView?
    var when: MomentView?
    /// Where the merge is undone; nil when it is too late.
    var undo: String?
}
