import LeadInsight

extension ReportName {
    /// What each figure means and how it is counted, in the words of those who read it.
    var definitions: [(String, String)] {
        switch self {
        case .timeInStatus: Definitions.timeInStatus
        case .currentStatus: Definitions.currentStatus
        case .statusHistory: Definitions.statusHistory
        case .funnel: Definitions.funnel
        case .custody: Definitions.custody
        case .clocks: Definitions.clocks
        case .campaigns: Definitions.brought + Definitions.cost
        case .sources: Definitions.brought
        case .sales: Definitions.sales
        case .losses: Definitions.losses
        case .salesCycle: Definitions.salesCycle
        case .pipeline: Definitions.pipeline
        case .value: Definitions.value
        case .recycled: Definitions.recycled
        case .processing: Definitions.processing
        case .queue: Definitions.queue
        case .credit: Definitions.credit
        case .cherryPicking: Definitions.cherryPicking
        case .gate: Definitions.gate
        }
    }
}

private enum Definitions {
    static let percentiles = (
        "Median and 90th percentile",
        "Half of all cases took no longer than the median, nine in ten no longer than the 90th percentile. Both are exact."
    )
    static let asOf = (
        "As of", "Everything after the chosen day is left out, as if it had not happened yet."
    )

    static let timeInStatus = [
        ("Stay", "From entering a status until leaving it. A lead that comes back begins a new stay."),
        (
            "Wall and working time",
            "Wall time runs day and night. Working time counts only the hours of the working calendar."
        ),
        percentiles,
        (
            "Still there",
            "Leads that are in the status now. They are counted with their age so far in the last column, so that leads which never move cannot make a status look fast."
        ),
        asOf,
    ]
    static let currentStatus = [
        ("Share", "Of all leads in the group, open or closed."),
        ("Age", "Since the lead entered the status that it is in; only for open statuses."), percentiles, asOf,
    ]
    static let statusHistory = [
        ("At", "The first moment of each month in the workspace's time zone."),
        ("Leads", "Leads that were in the status at that moment."), asOf,
    ]
    static let funnel = [
        (
            "Got this far",
            "Leads that ever entered the step or a later one, so that who skips a step is not missed before."
        ),
        ("Of all", "Got this far, divided by all leads that match the filters."),
        ("Of the step before", "Got this far, divided by those that got as far as the step before."),
        ("Entered", "Leads that ever entered the step itself. Each counts once a step, however often it came back."),
        asOf,
    ]
    static let custody = [
        ("Overdue", "Open leads with a running clock past its due time."),
        ("Without a clock", "Open leads that nothing watches. Baton's promise is that there are none."),
        ("Expected value", "Each lead's amount times its chance of a sale, added up."), asOf,
    ]
    static let clocks = [
        ("Clock", "A promise with a due time on the working calendar, such as the first response."),
        ("Met", "Met in time, divided by all clocks whose outcome is known: met in time or breached."),
        ("Withdrawn", "Stopped because the lead went another way, so it says nothing about the promise."), percentiles,
        asOf,
    ]
    static let brought = [
        ("Responses", "A person's answer to a campaign, counted once for ever, whatever is merged or converted later."),
        ("Leads", "Leads created from it. A second inquiry for the same interest joins the open lead and adds none."),
        ("Wins", "Deals won, each credited once: to the lead among its leads that was created first."), asOf,
    ]
    static let cost = [
        ("Cost per lead, per win", "What the campaign cost, divided by its leads or wins."),
        ("Return", "What was won less the cost, divided by the cost: 0 % is break-even, 100 % doubled the money."),
    ]
    static let sales = [
        ("Wins", "Deals won, by the day on which they were won."),
        ("Won", "The sum of their amounts, one sum a currency: currencies are never added up."), asOf,
    ]
    static let losses = [
        ("Our place", "How we came out among the bidders: 2 is second."),
        ("Share", "Of all deals lost."), asOf,
    ]
    static let salesCycle = [
        ("Time", "From the creation of a deal's first lead until the deal was won."), percentiles, asOf,
    ]
    static let pipeline = [
        ("Deals", "Open deals by the stage that they were in at the time."),
        ("Value", "The sum of their amounts as they are known now, not weighted by chance."),
        ("Age", "Since the deal was opened."), asOf,
    ]
    static let value = [
        (
            "Expected",
            "Of open leads: the amount noted, else that of the product class, times the chance that the policy gives a lead of this status and grade. Of open deals that came from leads: their amount times the chance of their stage. Amounts and grades are as they are known now."
        ),
        ("Realised", "What was won by deals that came from these leads, each counted with its first created lead."),
        (
            "Attributed",
            "What their accounts bought besides. A sale counts with the lead that was created first among those of its account and product class, if that was before it was won; a sale without a product class with the first lead of the account."
        ),
        (
            "Within 30, 90, 365 and 730 days, lifetime",
            "All sales that count with these leads so, own ones among them, that were won within that time from the creation of the lead. Sales of accounts that had no lead before count with nobody."
        ),
        (
            "First response",
            "Wall time from the start of a lead's first response clock until it was answered: what waiting costs."
        ),
        (
            "Half-life",
            "In how much working time without a first response the chance of a conversion halves, found in your own leads by maximum likelihood, with its 95 % interval."
        ), asOf,
    ]
    static let recycled = [
        ("Recycled", "Leads given back to marketing in that month. A lead that is recycled twice counts twice."),
        ("Woken by date, by signal", "Taken up again on its wake date, or because its people asked again before."),
        ("Taken up", "By hand, or moved on in another way."),
        (
            "Qualified again, handed off, sales",
            "What came after that and before the next recycling. A sale counts with the first created of its leads."
        ),
        ("Marketing owner", "Whoever owns the lead for marketing now."), asOf,
    ]
    static let processing = [
        ("Processed", "Accepted by sales, converted, or closed with a reason: the first of these."),
        ("Time", "From capture until then, waiting with marketing included."), percentiles,
        ("Not yet", "Leads that are none of it yet, with their age so far."), asOf,
    ]
    static let cherryPicking = [
        (
            "Counts with",
            "Whoever held the lead when it was first answered; where nobody has answered it, whoever holds it. Leads in pools count with nobody."
        ),
        (
            "Tenth by value",
            "By what the lead was expected to bring when it came, among the leads of the same person. What became known later does not count."
        ),
        (
            "Valuable first",
            "Spearman's rank correlation of value and quickness over a person's last 300 leads whose value was known: 100 % when each more valuable lead was served sooner, 0 % when the one has nothing to do with the other."
        ),
        (
            "By chance alone",
            "The share of 1,000 random orders that are as much in favour of valuable leads. At most 1 % is flagged; below 30 leads nobody can tell."
        ),
        ("Skips", "Leads passed over in call mode, each with its reason on the lead's timeline."), asOf,
    ]
    static let queue = [
        ("Times", "Each time that a pool held a lead and does no longer."),
        ("Waiting now", "Leads that a pool holds; its duty holder answers for them."), percentiles, asOf,
    ]
    static let credit = [
        ("Leads", "Leads that somebody owns for marketing, and leads that somebody holds, as of the day."),
        ("Accepted", "Those of them that sales ever accepted."),
        (
            "Sales, won",
            "Deals won: for marketing those whose first created lead they own, for sales those that they sold."
        ), asOf,
    ]
    static let gate = [
        (
            "Leads",
            "Leads that passed the gate to sales by the chosen day, each once: with what it showed when it passed last."
        ),
        (
            "Imported",
            "Leads that are with sales by the history that came with them. They passed no gate here and say nothing about it."
        ),
        ("Won, lost", "Leads whose deal was won or lost by then, also where several leads became one deal."),
        ("Win rate", "Won, divided by all leads of the row; those still open count as not won."),
        ("Amount won", "Each deal once: with the lead among its leads that was created first."), asOf,
    ]
}
