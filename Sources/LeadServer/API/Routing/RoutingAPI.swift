import Foundation
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Why leads are where they are, what people can take, giving many leads to others, and checking rules before they count.
struct RoutingAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/leads/:id/why") { _, visit in
            let why = try await site.app.fetch(LeadWhy(lead: try visit.id()), as: visit.actor)
            return Response.json(["items": .array(why.items.map { .why($0) })])
        }
        routes.get("/condition-fields") { _, visit in
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            let catalogue = ConditionCatalogue(fields: choices.policy.process.fields)
            return Response.json(["items": .array(catalogue.entries.map { .field($0) })])
        }
        routes.post("/assignment/check") { request, visit in
            let rules = try Self.rules(try await request.bytes())
            let faults = try await site.app.fetch(CheckRules(rules: rules), as: visit.actor)
            return Response.json(["faults": .array(faults.map { .fault($0) })])
        }
        routes.get("/people/:id/traits") { _, visit in
            let traits = try await site.app.fetch(TraitList(), as: visit.actor)[try visit.id()] ?? Traits()
            return Response.json(.traits(traits))
        }
        routes.put("/people/:id/traits") { request, visit in
            let input = Input(try await request.json())
            let traits = Traits(
                skills: input.ids("skills") ?? [],
                languages: input.texts("languages") ?? [],
                territories: input.texts("territories") ?? []
            )
            try input.check()
            try await site.app.perform(
                SetTraits(person: try visit.id(), traits: traits),
                as: visit.actor,
                key: request.idempotencyKey
            )
            return Response.done
        }
        routes.post("/people/:id/reassignment") { request, visit in
            let input = Input(try await request.json())
            let command = ReassignLeads(
                person: try visit.id(),
                to: try input.receiver("to"),
                reason: try input.reason()
            )
            try input.check()
            let outcome = try await site.app.perform(command, as: visit.actor, key: request.idempotencyKey)
            return Response.json(["moved": .int(outcome.moved), "remaining": .int(outcome.remaining)])
        }
    }

    private static func rules(_ bytes: [UInt8]) throws -> AssignmentRules? {
        if bytes.isEmpty { return nil }
        _ = try JSONParser.value(of: bytes)
        do {
            return try JSONDecoder().decode(AssignmentRules.self, from: Data(bytes))
        } catch let error as DecodingError {
            let (path, message) = error.place
            throw Refusal.invalid(path, message)
        }
    }
}

extension JSONValue {
    fileprivate static func why(_ item: LeadWhy.Item) -> JSONValue {
        var value: JSONValue = ["seq": .int(Int(item.seq)), "at": .time(item.at), "policy": .int(item.policy)]
        value.add("same", item.isSame.map { .bool($0) } ?? .null)
        switch item.matter {
        case .assignment(let assigned, let trace, let rule):
            value.add("kind", .text("assignment"))
            value.add("owner", .text(assigned.owner.description))
            value.add("reason", .text(assigned.reason.rawValue))
            value.add("rule", rule.map { ["key": .text($0.key), "name": .text($0.name)] } ?? .null)
            if let trace { value.addDecision(trace) }
        case .escalation(let escalated):
            value.add("kind", .text("escalation"))
            value.add("clock", .text(escalated.kind.rawValue))
            value.add("level", .int(escalated.level))
            value.add("told", .array(escalated.tell.map { .text($0.rawValue) }))
        case .grade(let qualified):
            value.add("kind", .text("grade"))
            value.add("grade", .text(qualified.grade?.rawValue))
            value.add("overridden", .bool(qualified.overridden))
        }
        return value
    }

    private mutating func addDecision(_ trace: RoutingTrace) {
        add("pool", .id(trace.decision.pool))
        add("fellBack", .bool(trace.decision.fellBack))
        let facts = trace.record.facts.sorted { $0.key < $1.key }
        let inputs = facts.map { Member(name: $0.key, value: .text(String($0.value.dropFirst()))) }
        add("inputs", .object(inputs))
        let holder = trace.decision.accountOwner.map { [$0] } ?? []
        let candidates =
            holder.map { JSONValue.candidate($0, nil) }
            + trace.decision.choices.flatMap { choice in choice.candidates.map { JSONValue.candidate($0, choice.pool) }
            }
        add("candidates", .array(candidates))
    }

    private static func candidate(_ candidate: PoolChoice.Candidate, _ pool: Pool.ID?) -> JSONValue {
        ["person": .id(candidate.user), "pool": .id(pool), "code": .text(candidate.code.rawValue)]
    }

    fileprivate static func field(_ entry: ConditionCatalogue.Entry) -> JSONValue {
        [
            "field": .text(entry.field.description), "label": .text(entry.words),
            "operators": .array(entry.type.operators.map { .text($0.rawValue) }),
        ]
    }

    fileprivate static func fault(_ fault: RuleFault) -> JSONValue {
        [
            "kind": .text(fault.kind.rawValue), "pointer": .text(fault.pointer), "detail": .text(fault.sentence),
            "warning": .bool(fault.isWarning),
        ]
    }

    fileprivate static func traits(_ traits: Traits) -> JSONValue {
        [
            "skills": .array(traits.skills.map { .id($0) }), "languages": .array(traits.languages.map { .text($0) }),
            "territories": .array(traits.territories.map { .text($0) }),
        ]
    }
}
