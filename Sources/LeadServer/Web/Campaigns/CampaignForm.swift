import LeadApp
import LeadCore
import LeadStore

/// The form of a new or known campaign, and the command that it becomes.
struct CampaignForm: Sendable {
    /// Nil for a new one.
    let campaign: CampaignRecord?
    let choices: Choices.Answer
    /// Empty until the form comes back.
    let typed: SubmittedForm

    var address: String { campaign.map { "/campaigns/\($0.id)/edit" } ?? "/campaigns/new" }
    var title: String { campaign?.name ?? "New campaign" }

    private var period: CampaignPeriod { CampaignPeriod(now: choices.now, zone: choices.policy.calendar.zone) }
    private var currency: String { campaign?.currency ?? choices.policy.currency }

    func view() -> FormView {
        let cost = campaign.flatMap { known in
            known.currency.map { MoneyWords.plain(Money(minor: known.cost, currency: $0)) }
        }
        let source = value("source", or: campaign?.source?.description)
        let productClass = value("productClass", or: campaign?.productClass?.description)
        return FormView(
            id: "campaign",
            action: address,
            fields: [
                .input("name", "Name", value: value("name", or: campaign?.name), required: true, wide: true),
                .select("source", "Source", options: Option.named(choices.sources, chosen: source, none: "Any source")),
                .select(
                    "productClass",
                    "Product class",
                    options: Option.named(choices.productClasses, chosen: productClass, none: "Any product class")
                ),
                .input(
                    "cost",
                    "Cost",
                    value: value("cost", or: cost),
                    hint: "All of it: media, people, give-aways",
                    keyboard: "decimal"
                ),
                .input(
                    "currency",
                    "Currency",
                    value: value("currency", or: currency),
                    hint: "Three letters, as in EUR"
                ),
                .input(
                    "startsAt",
                    "First day",
                    value: value("startsAt", or: campaign?.startsAt.map { period.firstDay($0).description }),
                    type: "date"
                ),
                .input(
                    "endsAt",
                    "Last day",
                    value: value("endsAt", or: campaign?.endsAt.map { period.lastDay($0).description }),
                    type: "date"
                ),
                .select(
                    "owner",
                    "Owner in marketing",
                    options: owners,
                    hint: "Marketing owner of every lead that it brings",
                    wide: true
                ),
            ],
            submit: campaign == nil ? "Create campaign" : "Save campaign",
            cancel: "/campaigns"
        )
    }

    /// - Throws: a refusal that names the fields that cannot be read.
    func command() throws(Refusal) -> SaveCampaign {
        let currency = (typed.text("currency") ?? currency).uppercased()
        guard currency.utf8.count == 3, currency.allSatisfy({ ("A"..."Z").contains($0) }) else {
            throw Refusal.invalid("/currency", "A currency has three letters, as in EUR.")
        }
        return SaveCampaign(
            campaign: campaign?.id,
            name: typed["name"],
            source: typed.text("source").flatMap { Source.ID($0) },
            productClass: typed.text("productClass").flatMap { ProductClass.ID($0) },
            cost: try MoneyWords.typed(typed["cost"], currency: currency, pointer: "/cost"),
            startsAt: try period.start(typed.text("startsAt"), "/startsAt"),
            endsAt: try period.end(typed.text("endsAt"), "/endsAt"),
            owner: typed.text("owner").flatMap { User.ID($0) }
        )
    }

    private var owners: [Option] {
        let chosen = value("owner", or: campaign?.owner?.description)
        return [.blank("Nobody")]
            + choices.people.map { Option(value: "\($0.id)", label: $0.name, chosen: "\($0.id)" == chosen) }
    }

    private func value(_ name: String, or known: String?) -> String {
        typed.fields.contains { $0.name == name } ? typed[name] : known ?? ""
    }
}
