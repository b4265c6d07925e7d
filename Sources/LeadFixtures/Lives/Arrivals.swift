import LeadCore

/// When leads come, and where from: by campaign and season, more in the second year, hardly any at night.
struct Arrivals {
    struct Planned: Sendable {
        var at: Instant
        var source: String
        var campaign: PlannedCampaign?
    }

    let end: Instant
    var chance: Chance

    /// How long the story is.
    static let days = 730

    /// So many arrivals, the earliest first.
    mutating func plan(_ count: Int) -> [Planned] {
        let fresh = max(count / 7, min(count / 3, 110))
        var planned = (0..<max(0, count - fresh)).map { _ in old() }
        for _ in 0..<fresh { planned.append(recent()) }
        return planned.filter { $0.at < end }.sorted { $0.at < $1.at }
    }

    /// Arrivals of the last week or so, for those who are to be ready for sales today.
    mutating func planReady(_ count: Int) -> [Planned] {
        (0..<count).map { _ in Planned(at: moment(daysBefore: chance.number(6...9)), source: "Web form") }
    }

    /// Arrivals within seconds, so that each inside seller gets one of them: some days before the end, or just before it.
    mutating func planRound(daysBefore day: Int) -> [Planned] {
        let at = day == 0 ? end - .minutes(20) : moment(daysBefore: day)
        return Cast.insideSales.indices.map { Planned(at: at + .seconds(Int64($0)), source: "Web site") }
    }

    private mutating func old() -> Planned {
        let unprompted = SourceProfile.all.map { (Way.unprompted($0.source), $0.unprompted) }
        let campaigns = Programme.campaigns.map { (Way.campaign($0), $0.answers) }
        switch chance.pick(weighted: unprompted + campaigns) {
        case .unprompted(let source): return Planned(at: moment(daysBefore: seasonalDay()), source: source)
        case .campaign(let campaign):
            let at = moment(daysBefore: day(of: campaign))
            return Planned(at: at, source: campaign.source, campaign: campaign)
        }
    }

    private enum Way {
        case unprompted(String)
        case campaign(PlannedCampaign)
    }

    /// The last weeks are busy, so that there is work to do today.
    private mutating func recent() -> Planned {
        let source = chance.pick([
            "Web form", "Web form", "Web site", "Call centre", "Advertising", "Referral", "Partner",
        ])
        let campaign = Programme.campaigns.last { $0.source == source }
        let day = chance.happens(0.3) ? chance.number(0...2) : chance.number(0...34)
        return Planned(at: moment(daysBefore: day), source: source, campaign: chance.happens(0.5) ? campaign : nil)
    }

    /// Growing over the two years, quiet in August and over Christmas.
    private mutating func seasonalDay() -> Int {
        while true {
            let day = chance.number(0...Arrivals.days - 1)
            let growth = 1 - 0.55 * Double(day) / Double(Arrivals.days)
            let date = LocalDate(dayOf: end - .days(Int64(day)))
            let season = date.month == 8 ? 0.5 : (date.month == 12 && date.day > 18) ? 0.3 : 1
            if chance.happens(growth * season) { return day }
        }
    }

    /// Answers come while a campaign runs, and die away over some weeks after.
    private mutating func day(of campaign: PlannedCampaign) -> Int {
        let within = chance.number(0...max(0, campaign.days - 1))
        let after = chance.happens(campaign.days > 100 ? 0 : 0.3) ? chance.number(1...21) : 0
        return max(0, campaign.begins - within - after)
    }

    /// A minute of that day, mostly in the morning and the early afternoon.
    private mutating func moment(daysBefore day: Int) -> Instant {
        let daytime = 420 + (chance.number(0...600) + chance.number(0...600)) / 2
        let minutes = chance.happens(0.12) ? chance.number(0...1439) : daytime
        let midnight = end.milliseconds - (end.milliseconds % 86_400_000) - Int64(day) * 86_400_000
        let second = Int64(chance.number(0...59))
        return Instant(milliseconds: midnight + Int64(minutes) * 60_000 + second * 1000)
    }
}

extension LocalDate {
    fileprivate init(dayOf instant: Instant) {
        self = ZoneRules.utc.local(instant).date
    }
}
