import LeadCore

/// Where a company lives.
enum AccountAddress {
    static func page(_ account: Account.ID) -> String { "/accounts/\(account)" }
}
