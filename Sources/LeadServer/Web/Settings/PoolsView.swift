/// `/settings/pools`: who gets leads in which order, and who answers for those that nobody has.
struct PoolsView: Page {
    static let template = "settings/pools"
    var page: PageFrame
    var tabs: [TabView]
    var pools: [PoolCard]
    var isEmpty: Bool
}

struct PoolCard: Encodable {
    var name: String
    var href: String
    /// "Members take turns", "Leads wait until somebody takes one".
    var strategy: String
    /// New leads without a better rule go here.
    var isDefault: Bool
    var duty: HolderView
    var members: [PoolMemberRow]
    var hasMembers: Bool
}

struct PoolMemberRow: Encodable {
    var holder: HolderView
    /// The next lead goes to this member.
    var isNext: Bool
    /// Why the member is passed over now, "Away until Mon 30 Nov"; nil when present.
    var absence: String?
}

/// `/settings/pools/new` and `/settings/pools/{id}`: a form whose members are an ordered row of choices.
struct PoolFormView: Page {
    static let template = "settings/pool"
    var page: PageFrame
    var tabs: [TabView]
    var title: String
    var form: FormView
    /// One choice per turn, a few of them empty for more members; all are named `member`.
    var slots: [MemberSlot]
}

struct MemberSlot: Encodable {
    /// The turn, from 1.
    var number: Int
    /// The people, the empty choice first.
    var options: [Option]
    /// The share in a rotation by weight.
    var weight = ""
    /// At how many open leads they are full; empty for never.
    var maxOpen = ""
    /// How many they get a day; empty for any number.
    var perDay = ""
}
