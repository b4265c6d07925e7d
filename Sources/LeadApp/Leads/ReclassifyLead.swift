package import LeadCore
package import LeadStore

/// The lead is about another product class than was said when it came.
///
/// Reports by class count it under the new one from then on, and as of an earlier day under the old one.
package struct ReclassifyLead: LeadCommand {
    package static let name = "reclassify_lead"

    package var lead: Lead.ID
    /// By name, as capture takes it.
    package var productClass: String
    package var reason: String

    package init(lead: Lead.ID, productClass: String, reason: String) {
        self.lead = lead
        self.productClass = productClass
        self.reason = reason
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard let id = try tx.read.productClass(named: productClass.trimmed ?? "") else {
            throw Refusal.invalid("/productClass", "There is no product class \(productClass.prefix(80)).")
        }
        if id != act.lead.productClass, act.lead.isOpen, let open = try tx.read.openLead(of: act.lead.account, in: id) {
            throw try occupied(by: open, tx.read, desk.access)
        }
        try act.reclassify(as: id, reason: reason)
    }

    private func occupied(
        by open: Lead.ID,
        _ snapshot: borrowing Snapshot,
        _ access: Access
    ) throws -> Refusal {
        let isSeen = try snapshot.lead(open).map(access.scope.holds) ?? false
        return Refusal(
            .conflict,
            "open_lead_exists",
            isSeen
                ? "The account has an open lead for this product class already. Merge the two leads instead."
                : "The account has an open lead for this product class already, held by somebody else. Ask whoever manages yours.",
            issues: isSeen ? [.init("/lead", open.description)] : []
        )
    }
}
