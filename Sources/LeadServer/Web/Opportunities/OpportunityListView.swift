/// `/opportunities`: the pipeline as a strip of stages, and the deals below.
struct OpportunityListView: Page {
    static let template = "opportunities/list"
    var page: PageFrame
    /// "23 open deals · € 1.2 M".
    var summary: String
    var stages: [StageTileView]
    /// `stage` and `owner`, both selects.
    var filters: [Field]
    var rows: [OpportunityRowView]
    var isEmpty: Bool
    /// The next page by key; nil on the last one.
    var next: String?
    /// Back to the first page; nil on it.
    var first: String?
}

/// A stage with what is in it; choosing it limits the list.
struct StageTileView: Encodable {
    var stage: StatusView
    var count: String
    var amount: String
    /// Its part of the largest stage's amount, 0–1000.
    var share: Int
    var href: String
    var current: Bool
}

struct OpportunityRowView: Encodable {
    var href: String
    var name: String
    /// "Harbour Freight GmbH · Telematics".
    var about: String
    var stage: StatusView
    /// "12 d in this stage".
    var age: String
    var owner: HolderView?
    /// When it should close, or did.
    var close: MomentView?
    var closeTone: String
    var source: String
    var amount: String?
    var created: MomentView
}
