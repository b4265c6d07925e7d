package import LeadCore

/// A workspace as plain columns in memory: what every report scans (DESIGN section 6).
///
/// The store is the truth; this can be thrown away and loaded again at any time. Feed it with the functions in
/// `Columns+Feed.swift`: first everything, then what the ledger says has changed. Both ways give the same columns.
///
/// Keep it in one place behind one lock: it is a value of some hundred megabytes, and a reader that keeps a copy while the
/// feed writes makes the feed copy whole columns.
package struct Columns: Sendable {
    /// One status or stage of a process, in the order of the process.
    package struct Step: Hashable, Sendable {
        package var code: Code
        /// Whether something in it still needs work: what is in a closed status is history, not waiting.
        package var isOpen: Bool
        /// Whether it is a step on the way to a sale, which a funnel counts; nurture and rejection are beside the way.
        package var isMilestone: Bool

        /// What a status means to the rules; nil for stages and for statuses that the process no longer has.
        package var kind: StatusKind?
        /// The chance of a sale from a stage, 0 to 100.
        package var percent: Int

        package init(_ code: Code, isOpen: Bool, isMilestone: Bool, kind: StatusKind? = nil, percent: Int = 0) {
            self.code = code
            self.isOpen = isOpen
            self.isMilestone = isMilestone
            self.kind = kind
            self.percent = percent
        }
    }

    package var sources = Codebook()
    package var campaigns = Codebook()
    package var productClasses = Codebook()
    package var owners = Codebook()
    package var statuses = Codebook()
    package var stages = Codebook()
    package var clockKinds = Codebook()
    package var products = Codebook()
    package var competitors = Codebook()
    package var reasons = Codebook()
    package var currencies = Codebook()

    package internal(set) var leads = LeadColumns()
    package internal(set) var leadOwners = ChangeLog()
    /// The stays, by the code of their status.
    package internal(set) var stays: [StayColumns] = [StayColumns()]
    package internal(set) var clocks = ClockColumns()
    package internal(set) var responses = ResponseColumns()
    package internal(set) var opportunities = OpportunityColumns()
    /// What each campaign cost, by its code.
    package internal(set) var campaignCosts: [Code: Money] = [:]

    /// The lead process in its order.
    package internal(set) var process: [Step] = []
    /// The sales process in its order.
    package internal(set) var salesProcess: [Step] = []

    /// When leads were taken up again, and why.
    package internal(set) var wakes = WakeColumns()
    /// When people passed over leads.
    package internal(set) var skips = SkipColumns()
    /// When leads passed the gate, and what they showed.
    package internal(set) var passes = PassColumns()
    /// What a lead of each product class is worth until more is known, by the code of the class.
    package internal(set) var classValues: [Code: Money] = [:]
    /// The owners that are pools.
    package internal(set) var pools: Set<Code> = []
    /// How likely leads become sales.
    package internal(set) var chances = Chances.standard
    var accounts = KeyNumbers()
    /// What leads were about before they were said to be about something else.
    var formerClasses = ClassLog()

    /// When the last stay began: as of then or later, the present state of the stays is the answer.
    package internal(set) var lastChange = Int64.min

    /// The workspace's currency: what expected values are in that do not say otherwise.
    package let currency: String
    /// Working time between two instants, by the calendar that the workspace measures with.
    package let workingTime: @Sendable (Instant, Instant) -> Span

    package init(currency: String = "EUR", workingTime: @escaping @Sendable (Instant, Instant) -> Span) {
        self.currency = currency
        self.workingTime = workingTime
    }
}
