import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// What the list's address asks for: open deals, unless it names a stage.
struct OpportunityListState: Hashable {
    /// Instead of a stage: deals in every stage.
    static let everyStage = "all"

    var stage: String?
    var owner: User.ID?
    var after: Opportunity.ID?

    init(stage: String? = nil, owner: User.ID? = nil, after: Opportunity.ID? = nil) {
        self.stage = stage
        self.owner = owner
        self.after = after
    }

    init(_ request: Request) {
        func text(_ name: String) -> String? { request.uri.queryParameters[name[...]].map(String.init)?.trimmed }
        self.init(
            stage: text("stage"),
            owner: text("owner").flatMap { User.ID($0) },
            after: text("after").flatMap { Opportunity.ID($0) }
        )
    }

    var filter: OpportunityFilter {
        var filter = OpportunityFilter()
        filter.owner = owner
        filter.before = after
        if let stage {
            if stage != Self.everyStage { filter.stage = stage }
        } else {
            filter.kind = .open
        }
        return filter
    }

    var address: String {
        OpportunityAddress.list([("stage", stage), ("owner", owner?.description), ("after", after?.description)])
    }
}
