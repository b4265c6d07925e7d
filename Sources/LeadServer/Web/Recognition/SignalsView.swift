/// `/signals`: interest that is no lead yet, the nearest to one first.
struct SignalsView: Page {
    static let template = "recognition/signals"
    var page: PageFrame
    /// "12 accounts, 3 wait for a brochure".
    var summary: String
    var places: [SignalPlaceView]
    var isEmpty: Bool
    /// Said when only the newest signals are shown.
    var cut: String?
}

struct SignalPlaceView: Encodable {
    var id: String
    var name: String
    var productClass: String
    /// "70 of 100 points".
    var points: String
    /// For a bar: points, and the threshold as its end.
    var value: Int
    var threshold: Int
    /// "and 2 of our own activities"; nil when there were none.
    var touches: String?
    var signals: [SignalView]
    var account: String
    var classID: String
    var hasUnserved: Bool
    /// Ids of the contacts who wait for a brochure.
    var unserved: [String]
}

struct SignalView: Encodable {
    var what: String
    var who: String
    var campaign: String?
    var when: MomentView
    /// "30 points", or "counted before" for a repetition.
    var points: String
}
