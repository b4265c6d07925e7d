import LeadApp
import LeadCore
import LeadStore

/// Turning the lead, and those that are linked to it, into one opportunity with all their people and products.
enum ConversionPage: LeadActPage {
    static let path = LeadVerb.convert.path
    static let title = "Convert"
    static let done = "Converted"
    /// How many products can be named at once; more go in over the API.
    static let lines = 1...2

    static func form(_ facts: LeadActFacts) -> FormView {
        let answer = facts.answer
        let name = answer.account.personal ? answer.row.displayName : answer.account.name
        let value = facts.choices.products.isEmpty ? facts.lead.value.map(MoneyWords.plain) ?? "" : ""
        let fields: [Field] = [
            .input(
                "name",
                "Name of the deal",
                value: facts.value("name", or: name),
                required: true,
                wide: true
            ),
            .input(
                "amount",
                "Amount in \(facts.currency)",
                value: facts.value("amount", or: value),
                hint: facts.choices.products.isEmpty
                    ? nil : "Left empty: what the products, or else the leads, come to",
                keyboard: "decimal"
            ),
            .input("closeOn", "Expected to close", value: facts.value("closeOn"), type: "date"),
            .select("owner", "Owner", options: owners(facts), wide: true),
        ]
        return form(
            facts,
            fields + linked(facts) + products(facts),
            submit: "Convert",
            intro: "The lead is closed; the deal keeps its people, source and history. It can be undone."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> ConvertLeads {
        let others = facts.typed.all("leads").compactMap { Lead.ID($0) }
        var products: [ConvertLeads.Line] = []
        for number in lines {
            if let line = try line(number, facts) { products.append(line) }
        }
        return ConvertLeads(
            leads: [facts.lead.id] + others,
            name: try facts.require("name", "Give the deal a name."),
            lines: products,
            amount: try MoneyWords.typed(facts.typed["amount"], currency: facts.currency, pointer: "/amount"),
            closeOn: facts.typed.text("closeOn").flatMap { TimeField.morning(of: $0, in: facts.policy.calendar) },
            owner: facts.typed.text("owner").flatMap { User.ID($0) },
            otherAccounts: !others.isEmpty
        )
    }

    /// Ticks for the open leads that may be of the same deal: those that are linked are ticked, unless somebody takes a tick
    /// away; the account's other ones are not.
    private static func linked(_ facts: LeadActFacts) -> [Field] {
        let linked = facts.answer.linked.filter(\.kind.isOpen)
        let ids = Set(linked.map(\.id))
        let others = facts.answer.others.filter { $0.kind.isOpen && !ids.contains($0.id) }
        guard !(linked + others).isEmpty else { return [] }
        let isFirst = facts.typed.fields.isEmpty
        let ticked = isFirst ? Set(linked.map { "\($0.id)" }) : Set(facts.typed.all("leads"))
        return [
            .pick(
                "leads",
                others.isEmpty ? "Leads about the same deal" : "Other leads that become part of the deal",
                options: (linked + others).map { .lead($0, chosen: ticked.contains("\($0.id)"), facts.words) },
                many: true
            )
        ]
    }

    private static func products(_ facts: LeadActFacts) -> [Field] {
        let products = facts.choices.products
        guard !products.isEmpty else { return [] }
        return lines.flatMap { number -> [Field] in
            let chosen = facts.value("product\(number)")
            return [
                .select(
                    "product\(number)",
                    number == 1 ? "Product" : "Another product",
                    options: [.blank("None")]
                        + products.map { Option(value: $0.name, label: $0.name, chosen: $0.name == chosen) }
                ),
                .input(
                    "quantity\(number)",
                    "Quantity",
                    value: facts.value("quantity\(number)", or: number == 1 ? "1" : ""),
                    keyboard: "numeric"
                ),
            ]
        }
    }

    /// A product at its price; one without a price is counted in by the deal's amount alone.
    private static func line(_ number: Int, _ facts: LeadActFacts) throws(Refusal) -> ConvertLeads.Line? {
        guard let product = facts.typed.text("product\(number)") else { return nil }
        let text = facts.typed.text("quantity\(number)") ?? "1"
        guard let quantity = Int(text) else {
            throw Refusal.invalid("/quantity\(number)", "The quantity is a whole number.")
        }
        let price = facts.choices.products.first { $0.name == product }?.price
        return ConvertLeads.Line(
            product: product,
            quantity: quantity,
            amount: price == nil ? Money(minor: 0, currency: facts.currency) : nil
        )
    }

    private static func owners(_ facts: LeadActFacts) -> [Option] {
        let chosen = facts.value("owner", or: facts.lead.owner.person?.description ?? "")
        return [.blank("Who holds the lead")]
            + facts.choices.people.filter { $0.role.may(.workOpportunities) }.map { person in
                Option(value: "\(person.id)", label: person.name, chosen: "\(person.id)" == chosen)
            }
    }
}
