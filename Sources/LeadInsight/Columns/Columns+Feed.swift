package import LeadCore

/// How a loader fills the columns.
///
/// All of it is O(1) a call.
///
/// Per lead, feed in the order things happened; between leads any order gives the same reports.
extension Columns {
    /// Sets the lead process in its order.
    ///
    /// Statuses that leads were in but the process no longer has still count, at the end.
    package mutating func setProcess(_ steps: [Step]) {
        process = steps
        growStays()
    }

    /// Sets the sales process in its order.
    package mutating func setSalesProcess(_ steps: [Step]) {
        salesProcess = steps
    }

    /// Adds a lead, or sets the facts of one that is there.
    @discardableResult
    package mutating func putLead<Entity>(_ id: Identifier<Entity>, _ facts: LeadFacts) -> Row {
        let currency = currencies.code(facts.value?.currency ?? currency)
        return leads.put(RowKey(id), facts, currency: currency)
    }

    /// A lead gets an owner (a person or a pool).
    package mutating func assign(_ owner: Code, to lead: Row, at instant: Instant) {
        leadOwners.set(owner, row: lead, at: instant.milliseconds)
    }

    /// A lead enters a status and so leaves the one that it was in.
    ///
    /// Entering the status that it is in changes nothing.
    ///
    /// `working` is the working time of the stay that ends, where the store has it; otherwise the calendar tells.
    package mutating func enter(_ status: Code, lead: Row, at instant: Instant, working: Span? = nil) {
        let old = Int(leads.status[lead])
        guard old != Int(status) else { return }
        var at = instant
        if old != Int(Codebook.none) {
            let stay = Int(leads.openStay[lead])
            let entered = Instant(milliseconds: stays[old].entered[stay])
            at = max(at, entered)
            let span = working ?? workingTime(entered, at)
            stays[old].end(stay, at: at.milliseconds, working: span.milliseconds)
        }
        growStays()
        leads.status[lead] = UInt16(status)
        leads.openStay[lead] = UInt32(stays[Int(status)].begin(lead: lead, at: at.milliseconds))
        lastChange = max(lastChange, at.milliseconds)
    }

    /// A lead was said to be about another product class; what it is about now is among its facts.
    package mutating func reclassify(_ lead: Row, from former: Code, at instant: Instant) {
        formerClasses.add(.init(row: lead, former: former, at: instant.milliseconds))
    }

    /// Starts a clock.
    package mutating func startClock<Entity>(_ id: Identifier<Entity>, _ facts: ClockFacts) {
        clocks.start(RowKey(id), facts)
    }

    /// Gives a clock that still runs another due time, as a pause or a change of hands does.
    package mutating func moveClock<Entity>(_ id: Identifier<Entity>, due: Instant) {
        clocks.move(RowKey(id), due: due.milliseconds)
    }

    /// Stops a clock: `met` says that what it waited for happened in time.
    package mutating func stopClock<Entity>(
        _ id: Identifier<Entity>,
        at instant: Instant,
        met: Bool,
        working: Span? = nil
    ) {
        clocks.stop(RowKey(id), at: instant.milliseconds, met: met) { started in
            (working ?? workingTime(Instant(milliseconds: started), instant)).milliseconds
        }
    }

    package mutating func addResponse<Entity>(_ facts: ResponseFacts, contact: Identifier<Entity>) {
        responses.add(facts, contact: RowKey(contact))
    }

    /// Adds a deal or sets what is known of it; `instant` is when it came into its stage.
    package mutating func putOpportunity<Entity>(
        _ id: Identifier<Entity>,
        _ facts: OpportunityFacts,
        stage: Code,
        at instant: Instant
    ) {
        let currency = currencies.code(facts.amount.currency)
        let origin = facts.leads.min { (leads.created[$0], $0) < (leads.created[$1], $1) }
        let row = opportunities.put(RowKey(id), facts, currency: currency, origin: origin)
        opportunities.stages.set(stage, row: row, at: instant.milliseconds)
    }

    /// Nil takes the cost away.
    package mutating func setCost(_ cost: Money?, ofCampaign campaign: Code) {
        guard let cost else {
            campaignCosts[campaign] = nil
            return
        }
        _ = currencies.code(cost.currency)
        campaignCosts[campaign] = cost
    }

    /// The number that stands for an account in the facts of leads and deals.
    package mutating func account<Entity>(_ id: Identifier<Entity>) -> UInt32 {
        accounts.number(of: id)
    }

    /// What a lead of a product class is worth until more is known; nil when nobody has said.
    package mutating func setClassValue(_ value: Money?, of productClass: Code) {
        if let value { _ = currencies.code(value.currency) }
        classValues[productClass] = value
    }

    /// How likely leads become sales.
    package mutating func setChances(_ chances: Chances) {
        self.chances = chances
    }

    /// Says that an owner is a pool: leads wait there for somebody to take them.
    package mutating func markPool(_ owner: Code) {
        pools.insert(owner)
    }

    /// A recycled lead was taken up again.
    package mutating func wake(_ lead: Row, at instant: Instant, _ cause: WakeCause) {
        wakes.add(lead, at: instant.milliseconds, cause)
    }

    /// A lead passed the gate to sales.
    package mutating func pass(
        _ lead: Row,
        at instant: Instant,
        gate version: Int,
        showing levels: Qualification,
        _ grade: Grade?
    ) {
        passes.add(lead, at: instant.milliseconds, version: version, levels, grade)
    }

    /// Makes room ahead of a big load, so that nothing is copied while it runs.
    package mutating func reserve(leads count: Int) {
        leads.reserve(count)
        leadOwners.reserve(count)
    }

    /// Puts what was fed into the order that is fastest to scan.
    ///
    /// Changes no answer.
    ///
    /// Worth its fraction of a second after a big load in the order of time: a scan then meets each lead's facts in the
    /// order they lie in memory.
    package mutating func settle() {
        for status in stays.indices {
            stays[status].sortByLead(leads.count)
            for stay in 0..<stays[status].count where stays[status].wall[stay] == StayColumns.open {
                leads.openStay[Int(stays[status].lead[stay])] = UInt32(stay)
            }
        }
    }

    private mutating func growStays() {
        while stays.count < statuses.count { stays.append(StayColumns()) }
    }
}
