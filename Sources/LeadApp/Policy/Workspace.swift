import LeadCore
import LeadStore

/// What a new workspace starts with, so that the first lead can come at once.
enum Workspace {
    /// Requirement A1: the ways in which leads come.
    static let sources = [
        "Web site", "Web form", "Sales", "Advertising", "Direct mail", "Trade show", "Consumer show", "Call centre",
        "Article", "Referral", "Telemarketing", "Print", "Purchased list", "Directory", "Seminar", "E-mail", "Partner",
        "Other",
    ]

    static func prepare(_ tx: borrowing Transaction) throws {
        guard try tx.read.policyVersion() == 0 else { return }
        try tx.insertPolicy(1, body: try JSON.text(PolicyBody.standard))
        for name in sources { try tx.insertSource(tx.newID(), name: name) }
        try tx.insertProductClass(tx.newID(), name: "General", defaultValue: nil)
    }
}
