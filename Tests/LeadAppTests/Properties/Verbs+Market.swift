import LeadCore
import LeadStore

@testable import LeadApp

extension Verb {
    /// Campaigns, sources, products and forms change under the leads that came by them; days pass.
    static let marketing: [Verb] = [
        Verb("change_campaign", 2) { scene in
            let campaigns = try await scene.stage.read { try $0.campaigns() }
            let campaign = scene.dice.pick(campaigns.filter { Town.campaigns.contains($0.name) })
            let now = scene.stage.time.now
            let command = SaveCampaign(
                campaign: campaign.id,
                name: campaign.name,
                cost: scene.money(),
                startsAt: scene.dice.oneIn(2) ? now - .days(30) : nil,
                endsAt: scene.dice.oneIn(2) ? now + .days(scene.dice.pick([-60, 30])) : nil,
                owner: scene.dice.oneIn(2) ? try await scene.user() : nil
            )
            try await scene.perform(command, as: try await scene.marketer())
        },
        Verb("rename_source", 2) { scene in
            let (from, to) = scene.dice.oneIn(2) ? ("Referral", "Word of mouth") : ("Word of mouth", "Referral")
            let source = try await scene.stage.read { try $0.source(named: from) }
            guard let source else { throw Idle() }
            try await scene.perform(SaveSource(source: source, name: to), as: try await scene.marketer())
        },
        Verb("change_product_class", 1) { scene in
            let classes = try await scene.stage.read { try $0.productClasses() }
            let known = scene.dice.pick(classes)
            let command = SaveProductClass(
                productClass: known.id,
                name: known.name,
                defaultValue: scene.dice.oneIn(3) ? nil : scene.money()
            )
            try await scene.perform(command, as: try await scene.marketer())
        },
        Verb("add_product", 1) { scene in
            let classes = try await scene.stage.read { try $0.productClasses().map(\.id) }
            let price = scene.dice.oneIn(3) ? nil : scene.money()
            let command = AddProduct(
                to: scene.dice.pick(classes),
                name: "Product \(scene.dice.below(4))",
                price: price
            )
            try await scene.perform(command, as: try await scene.marketer())
        },
        Verb("save_form", 1) { scene in
            let form = scene.dice.pick(scene.stage.forms)
            let facts = try await scene.stage.read { snapshot in
                (
                    try snapshot.source(named: form.source),
                    try form.campaign.flatMap { try snapshot.campaign(named: $0) }
                )
            }
            guard let source = facts.0 else { throw Idle() }
            let command = SaveForm(
                form: form.id,
                name: "Form",
                source: source,
                campaign: facts.1,
                redirectURL: scene.dice.pick([nil, "https://firm.example/thanks", "no address"]),
                active: !scene.dice.oneIn(4)
            )
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("save_mapping", 1) { scene in
            let mapping = ImportMapping(name: scene.dice.pick(["Shop", "Fair", " "]))
            try await scene.perform(SaveMapping(mapping: mapping), as: try await scene.marketer())
        },
        Verb("delete_mapping", 1) { scene in
            let saved = try await scene.stage.app.fetch(SavedMappings(), as: .system)
            guard !saved.isEmpty else { throw Idle() }
            try await scene.perform(DeleteMapping(id: scene.dice.pick(saved).id), as: try await scene.marketer())
        },
        Verb("discard_import", 1) { scene in
            let imports = try await scene.stage.read { try $0.imports(limit: 100).map(\.id) }
            let known = imports.isEmpty || scene.dice.oneIn(2) ? try await scene.draft().id : scene.dice.pick(imports)
            try await scene.perform(DiscardImport(id: known), as: try await scene.marketer())
        },
        Verb("days_pass", 3) { scene in try await scene.daysPass() },
    ]
}

extension Scene {
    /// Moments around which working time is not what it seems: changes of summer time in four zones, the ends of weeks
    /// and of the year, eves of days off.
    private static let moments: [Int64] = [
        1_781_800_200_000, 1_783_092_600_000, 1_784_307_300_000, 1_789_142_400_000, 1_790_992_800_000,
        1_792_888_200_000, 1_793_511_000_000, 1_798_128_000_000, 1_798_761_000_000, 1_805_005_800_000,
        1_806_193_800_000,
    ]

    /// Jumps to such a moment when one is near, else over some days; mostly the clocks between fire late, all at once.
    mutating func daysPass() async throws {
        let now = stage.time.now
        let near = Self.moments.map { Instant(milliseconds: $0) }.filter { now < $0 && $0 < now + .days(40) }
        stage.time.advance(near.first.map { dice.oneIn(2) ? .days(dice.pick([1, 3, 7])) : $0 - now } ?? .days(3))
        if dice.oneIn(2) { try await fireTimers() }
    }
}
