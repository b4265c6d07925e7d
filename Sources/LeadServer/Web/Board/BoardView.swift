/// `/board`: the open leads by status, with true totals.
struct BoardView: Page {
    static let template = "board"
    var page: PageFrame
    /// `owner` and `class`, sent with GET.
    var filters: [Field]
    var columns: [BoardColumn]
}

struct BoardColumn: Encodable {
    var status: StatusView
    /// The true number of leads, "128".
    var count: String
    /// What they are expected to bring, per currency, "€ 340 k"; nil when nobody knows what any of them is worth.
    var expected: String?
    /// What they are worth if all of them buy, "€ 1.2 M + ¥ 340 k".
    var value: String
    /// The first 25.
    var cards: [BoardCard]
    var isEmpty: Bool
    /// "103 more", to the list; nil when all is shown.
    var more: LinkView?
}

struct BoardCard: Encodable {
    var id: String
    var href: String
    var name: String
    var account: String?
    var owner: HolderView
    var grade: GradeView?
    var value: String?
    var nextStep: String?
    var due: MomentView?
    /// `late`, `warn` or `ok`.
    var dueTone = "ok"
    /// Time in this status, "6 d".
    var age: String
    /// The board as it is filtered, to come back to.
    var back: String
    /// The statuses it may go to.
    ///
    /// POST /leads/{id}/status-move with `status` and `back`: 303 to the board, or to the
    /// act's form where the move needs more (a reason, a wake date, a receiver).
    var moves: [Option]
    /// The same codes separated by spaces, for dragging.
    var targets: String
}
