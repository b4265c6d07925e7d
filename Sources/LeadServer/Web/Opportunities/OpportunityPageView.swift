/// `/opportunities/{id}`: one deal, where it stands, who is in it and how it came about.
struct OpportunityPageView: Page {
    static let template = "opportunities/page"
    var page: PageFrame
    var deal: DealHead
    var acts: [ActButton]
    /// The sales process from left to right.
    var steps: [StageStepView]
    /// Where a step posts to; nil when the deal cannot move.
    var move: String?
    var people: [LeadPersonView]
    /// Nobody is added or taken off here.
    var more: [LinkView] = []
    var leads: [DealLeadView]
    /// What is to be sold.
    var lines: [DealLineView]
    /// Until when the conversion can be undone; nil when it cannot.
    var undoUntil: MomentView?
    var stays: [StayView]
    var age: String
    /// Newest first.
    var timeline: [TimelineEntry]
    var older: LinkView?
    /// Where something is written down; nil for those who do not work deals.
    var note: FormView?
}

struct DealHead: Encodable {
    var name: String
    var account: String?
    /// The account's page.
    var company: String?
    /// "Telematics · GPS One"; nil when unknown.
    var product: String?
    var stage: StatusView
    var owner: HolderView?
    var amount: String?
    /// "60 %": the stage's chance of winning; nil once closed.
    var chance: String?
    /// "Trade fair · Transport Logistic 2026"; nil when unknown.
    var source: String?
    var created: MomentView
    var closeOn: MomentView?
    var closed: MomentView?
    /// "Price, to Fleetio, second place"; nil unless lost.
    var loss: String?
}

struct StageStepView: Encodable {
    /// The stage's key.
    var value: String
    var label: String
    /// `done`, `current`, `ahead`, `won` or `lost`.
    var state: String
    /// The state in words, for those who do not see the colours.
    var stateLabel: String
    /// "12 d"; nil for a stage it was never in.
    var time: String?
    var isCurrent: Bool
    /// A click moves the deal there.
    var isTarget: Bool
}

struct DealLineView: Encodable {
    var product: String
    var quantity: Int
    var amount: String
}

/// A lead that became this deal.
struct DealLeadView: Encodable {
    var href: String
    var name: String
    var productClass: String
    var source: String
    var campaign: String?
    var status: StatusView
    var created: MomentView
}
