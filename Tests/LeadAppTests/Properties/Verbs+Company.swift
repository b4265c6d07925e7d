import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// What changes around the leads: people come, go and are away, pools and the policy change, time runs out.
    static let running: [Verb] = [
        Verb("timers", 10) { scene in try await scene.fireTimers() },
        Verb("user_leaves", 1) { scene in
            var command = UpdateUser(user: try await scene.user())
            command.active = false
            command.successor = scene.dice.oneIn(3) ? nil : try await scene.user()
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("user_returns", 2) { scene in
            var command = UpdateUser(user: try await scene.user())
            command.active = true
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("user_away", 2) { scene in
            var command = UpdateUser(user: try await scene.user())
            command.awayUntil = scene.moment()
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("user_role", 1) { scene in
            var command = UpdateUser(user: try await scene.user())
            command.role = scene.dice.pick([.marketing, .insideSales, .fieldSales, .partner, .manager])
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("save_pool", 2) { scene in
            let pools = try await scene.stage.read { try $0.pools() }
            let known = scene.dice.oneIn(4) ? nil : scene.dice.pick(pools)
            var members: [User.ID] = []
            for _ in 0..<scene.dice.below(4) {
                let member = try await scene.user()
                if !members.contains(member) || scene.dice.oneIn(20) { members.append(member) }
            }
            let command = SavePool(
                pool: known?.id,
                name: known?.name ?? "Pool \(scene.dice.below(4))",
                strategy: scene.dice.pick(Pool.Strategy.allCases),
                dutyHolder: try await scene.user(),
                members: members,
                isDefault: scene.dice.oneIn(3)
            )
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("set_policy", 1) { scene in
            let body = try await scene.policyBody()
            try await scene.perform(SetPolicy(body: body), as: scene.stage.administrator)
        },
        Verb("save_campaign", 1) { scene in
            let command = SaveCampaign(name: "Campaign \(scene.dice.below(3))", cost: scene.money())
            try await scene.perform(command, as: try await scene.anybody())
        },
        Verb("save_source", 1) { scene in
            let name = "Source \(scene.dice.below(3))"
            try await scene.perform(SaveSource(name: name), as: try await scene.anybody())
        },
        Verb("save_product_class", 1) { scene in
            let command = SaveProductClass(name: "Class \(scene.dice.below(3))", defaultValue: scene.money())
            try await scene.perform(command, as: try await scene.anybody())
        },
    ]
}
