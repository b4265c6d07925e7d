/// `/settings/tokens`: the API tokens, never their secrets.
struct TokensView: Page {
    static let template = "settings/tokens"
    var page: PageFrame
    var tabs: [TabView]
    var tokens: [TokenRow]
    var isEmpty: Bool
}

struct TokenRow: Encodable {
    var name: String
    /// Whose rights it has.
    var owner: String
    /// What it may do of it.
    var scope: String
    var created: MomentView
    /// Nil when it was never used.
    var lastUsed: MomentView?
    var state: StatusView
    /// The page that asks before it revokes; nil when revoked already.
    var revocation: String?
}
