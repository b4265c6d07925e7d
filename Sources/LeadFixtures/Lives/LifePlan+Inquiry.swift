import LeadApp
import LeadCore
import LeadStore

extension LifePlan {
    /// What the first contact looks like: who writes, in what words, and how it reaches us.
    static func inquiry(
        _ arrival: Arrivals.Planned,
        _ productClass: String,
        _ company: Company,
        _ chance: inout Chance
    ) -> (Inquiry, CaptureChannel) {
        var inquiry = Market.person(at: company, title: chance.pick(Words.titles), &chance)
        inquiry.source = arrival.source
        inquiry.campaign = arrival.campaign?.name
        inquiry.productClass = productClass
        inquiry.event = arrival.campaign.map { _ in "answer" }
        let channel = channel(of: arrival.source)
        if channel == .form || channel == .page {
            inquiry.message = chance.pick(Words.inquiries[productClass] ?? [])
        }
        if arrival.source == "Directory" || chance.happens(0.05) { inquiry.company = nil }
        if arrival.source == "Purchased list" { inquiry.contactOnly = chance.happens(0.8) }
        if chance.happens(0.03) { inquiry.doNotEmail = true }
        return (inquiry, channel)
    }

    private static func channel(of source: String) -> CaptureChannel {
        switch source {
        case "Web form", "Web site", "Advertising", "Article", "E-mail": .form
        case "Sales", "Call centre", "Telemarketing", "Referral", "Print", "Other": .page
        case "Purchased list", "Directory", "Trade show", "Consumer show", "Direct mail": .file
        default: .api
        }
    }
}
