/// `/campaigns`: what each campaign brought, what it cost, and what came back.
struct CampaignListView: Page {
    static let template = "campaigns/list"
    var page: PageFrame
    /// "12 campaigns, 3 of them running".
    var summary: String
    var mayEdit: Bool
    var rows: [CampaignRowView]
    var isEmpty: Bool
    var report: String
}

struct CampaignRowView: Encodable {
    var name: String
    /// Where it is changed.
    var href: String
    /// "Trade fair · Telematics".
    var about: String
    /// "1 Mar – 30 Apr 2026"; nil when it has none.
    var period: String?
    /// Running, planned, ended: a pill.
    var state: StatusView
    var responses: String
    var leads: String
    var leadsHref: String
    var wins: String
    var won: String
    var cost: String
    var costPerLead: String
    /// "140.0 %"; "–" without a cost.
    var yield: String
    /// `good`, `bad` or `none`.
    var yieldTone: String
}

/// `/campaigns/new` and `/campaigns/{id}/edit`.
struct CampaignFormView: Page {
    static let template = "campaigns/form"
    var page: PageFrame
    var title: String
    var form: FormView
}
