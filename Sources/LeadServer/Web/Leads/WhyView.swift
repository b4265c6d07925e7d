/// `/leads/{id}/why`: each decision about a lead, in plain words.
struct WhyView: Page {
    static let template = "leads/why"
    var page: PageFrame
    var lead: LinkView
    var items: [WhyItem]
    var isEmpty: Bool
}

struct WhyItem: Encodable {
    var title: String
    /// "Rule “DACH” of version 3 is for it: Country is DE or AT".
    var sentences: [String]
    /// What became of everybody who could have got it.
    var candidates: [WhyCandidate]
    var hasCandidates: Bool
    var when: MomentView
    /// Whether deciding again from what was kept gives the same; nil where a person decided.
    var again: String?
    /// `good` or `bad`.
    var tone: String
}

struct WhyCandidate: Encodable {
    var holder: HolderView
    var pool: String
    var words: String
    var isChosen: Bool
}
