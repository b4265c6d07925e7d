import LeadApp
import LeadCore
import LeadStore

/// Something that happens in the life of a lead; each becomes one of the commands that everybody uses.
enum Deed: Sendable {
    /// Somebody comes to us; the first one of a life makes its lead.
    case inquire(Inquiry, CaptureChannel, suspicion: CaptureLead.Suspicion? = nil)
    case attempt(Attempt, note: String?)
    case qualify([String: Level], evidence: [String: String], conclude: Bool)
    case link(Inquiry, ContactRole)
    case value(Money)
    case reject(String)
    /// Back to marketing, to be woken after so many days.
    case recycle(String, days: Int)
    /// Back to inside sales, after a wake-up or when nobody has cared for it.
    case reassign(String)
    case handOff(PoolName, note: String)
    case accept
    case decline(String)
    case lose(String)
    case convert(amount: Money, closesInDays: Int)
    case advance(String)
    case amend(Money)
    case win
    case loseDeal(OpportunityEvent.Loss)
}

/// The pools of the demo company.
enum PoolName: String, CaseIterable, Sendable {
    case insideSales = "Inside sales"
    case fieldSales = "Field sales"
    case partners = "Partners"
}

/// A deed and how long it takes until somebody does it, after the one before.
struct Step: Sendable {
    enum Pause: Sendable {
        /// Working time of whoever holds the lead, at their own pace.
        case working(Span)
        /// Days that pass for everybody alike.
        case days(Int)
    }

    var after: Pause
    var deed: Deed
}

/// A life as it is planned: what came in and what came of it, without knowing yet who will hold it.
struct Life: Sendable {
    var begins: Instant
    var arrival: Deed
    var steps: [Step] = []
    /// What they would buy.
    var product = ""
    /// What the opportunity will be called, should it come to one.
    var dealName = "Deal"

    mutating func then(_ pause: Span, _ deed: Deed) {
        steps.append(Step(after: .working(pause), deed: deed))
    }

    mutating func afterDays(_ days: Int, _ deed: Deed) {
        steps.append(Step(after: .days(days), deed: deed))
    }
}
