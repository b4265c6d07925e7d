import LeadApp
import LeadCore
import LeadStore

extension JSONValue {
    /// What happened to a lead and between us and its people, oldest first.
    static func timeline(_ detail: LeadDetail.Answer) -> [JSONValue] {
        let events = detail.events.map { ($0.at, JSONValue.event($0)) }
        let activities = detail.activities.map { ($0.at, JSONValue.activity($0)) }
        return (events + activities).sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func event(_ event: LeadDetail.Event) -> JSONValue {
        [
            "type": .text("event"), "line": .int(Int(event.seq)), "kind": .text(event.event.kind.rawValue),
            "at": .time(event.at), "recordedAt": .time(event.recordedAt), "by": .id(event.actor),
            "onBehalfOf": .id(event.onBehalfOf), "policy": .int(event.policy),
            "details": details(event.event),
        ]
    }

    private static func activity(_ activity: ActivityRow) -> JSONValue {
        [
            "type": .text("activity"), "channel": .text(activity.channel), "inbound": .bool(activity.inbound),
            "outcome": .text(activity.outcome?.rawValue), "at": .time(activity.at), "by": .id(activity.by),
            "seconds": .int(activity.seconds), "note": .text(activity.note),
        ]
    }

    private static func details(_ event: LeadEvent) -> JSONValue {
        switch event {
        case .captured(let it):
            [
                "status": .text(it.status.rawValue), "submission": .id(it.submission), "campaign": .id(it.campaign),
                "source": .id(it.source), "productClass": .id(it.productClass), "value": .money(it.value),
            ]
        case .responded(let it): ["response": .id(it.response), "campaign": .id(it.campaign)]
        case .assigned(let it): ["owner": .text(it.owner.description), "reason": .text(it.reason.rawValue)]
        case .marketingOwned(let it): ["owner": .id(it.owner)]
        case .nextStepSet(let it): ["what": .text(it.what), "dueAt": .time(it.dueAt)]
        case .clockStarted(let it): ["kind": .text(it.kind.rawValue), "dueAt": .time(it.dueAt)]
        case .clockStopped(let it): ["kind": .text(it.kind.rawValue), "met": .bool(it.met)]
        case .clockBreached(let it): ["kind": .text(it.kind.rawValue)]
        case .attempted(let it):
            [
                "channel": .text(it.channel.rawValue), "outcome": .text(it.outcome.rawValue),
                "seconds": .int(it.seconds),
                "dayPart": .text(it.part?.rawValue),
            ]
        case .qualified(let it):
            ["levels": levels(it.levels), "grade": .text(it.grade?.rawValue), "overridden": .bool(it.overridden)]
        case .moved(let it):
            [
                "from": .text(it.from.rawValue), "to": .text(it.to.rawValue), "reason": .text(it.reason),
                "cause": .text(it.cause?.rawValue), "migrated": .bool(it.migrated ?? false),
                "imported": .bool(it.imported ?? false),
            ]
        case .handedOff(let it):
            [
                "giver": .text(it.giver.description), "gate": .int(it.gateVersion),
                "levels": it.levels.map(levels) ?? .null, "grade": .text(it.grade?.rawValue),
                "fields": .list((it.fields ?? []).map { .string($0) }),
            ]
        case .accepted: [:]
        case .declined(let it): ["reason": .text(it.reason)]
        case .valued(let it): ["value": .money(it)]
        case .contactLinked(let it), .contactUnlinked(let it):
            ["contact": .id(it.contact), "role": .text(it.role.rawValue), "insteadOf": .id(it.insteadOf)]
        case .converted(let it):
            [
                "opportunity": .id(it.opportunity), "gate": .int(it.passed?.gateVersion),
                "levels": it.passed.map { levels($0.levels) } ?? .null, "grade": .text(it.passed?.grade?.rawValue),
                "fields": .list((it.passed?.fields ?? []).map { .string($0) }),
            ]
        case .leadLinked(let it), .leadUnlinked(let it): ["lead": .id(it.lead), "group": .id(it.group)]
        case .mergedInto(let it): ["lead": .id(it.survivor)]
        case .absorbed(let it):
            ["lead": .id(it.lead), "responses": .int(it.responses), "attempts": .int(it.attempts)]
        case .released(let it): ["lead": .id(it.lead)]
        case .restored(let it): ["undone": .text(it.undone.rawValue), "status": .text(it.status.rawValue)]
        case .accountChanged(let it): ["account": .id(it.account)]
        case .reclassified(let it):
            ["from": .id(it.from), "productClass": .id(it.productClass), "reason": .text(it.reason)]
        case .contactChanged(let it):
            ["contact": .id(it.contact), "facts": .list(it.facts.map { .string($0) })]
        case .clockWarned(let it): ["kind": .text(it.kind.rawValue)]
        case .clockEscalated(let it):
            [
                "kind": .text(it.kind.rawValue), "level": .int(it.level),
                "tell": .list(it.tell.map { .text($0.rawValue) }),
            ]
        case .clockPaused(let it):
            ["kind": .text(it.kind.rawValue), "until": .time(it.until), "dueAt": .time(it.times.dueAt)]
        case .clockResumed(let it), .clockRescheduled(let it):
            ["kind": .text(it.kind.rawValue), "dueAt": .time(it.times.dueAt)]
        case .recognized(let it):
            [
                "responses": .list(it.responses.map { .id($0) }), "touches": .int(it.touches),
                "points": .int(it.points),
                "threshold": .int(it.threshold),
            ]
        case .fieldsSet(let it):
            ["set": .list(it.set.map { .string($0) }), "cleared": .list(it.cleared.map { .string($0) })]
        case .accountDescribed(let it): ["facts": .list(it.facts.map { .string($0) })]
        case .corrected(let it): correction(it)
        case .called(let it):
            [
                "script": .text(it.script),
                "answers": .list(
                    it.answers.map { ["question": .text($0.question), "answer": .text($0.answer)] as JSONValue }
                ),
            ]
        case .skipped(let it):
            ["reason": .text(it.reason), "until": .time(it.until), "decile": .int(it.decile)]
        case .takenBack(let it): ["undone": .text(it.act.rawValue), "status": .text(it.status.rawValue)]
        case .mailed(let it):
            [
                "mail": .id(it.mail), "purpose": .text(it.purpose.rawValue), "step": .text(it.step.rawValue),
                "code": .int(it.code), "template": .id(it.template), "templateVersion": .int(it.templateVersion),
                "afterMilliseconds": .int(Int(it.after.milliseconds)),
            ]
        }
    }

    private static func correction(_ correction: Correction) -> JSONValue {
        let line = Int(correction.line)
        return switch correction.change {
        case .time(let at, _): ["line": .int(line), "change": .text("time"), "at": .time(at)]
        case .owner(let owner, _): ["line": .int(line), "change": .text("owner"), "owner": .text(owner.description)]
        case .undone(let former):
            ["line": .int(line), "change": .text("undo"), "status": .text(former.status.rawValue)]
        }
    }

    private static func levels(_ qualification: Qualification) -> JSONValue {
        .object(
            Criterion.allCases.compactMap { criterion in
                qualification.level(criterion).map { .init(name: criterion.rawValue, value: .text($0.rawValue)) }
            }
        )
    }
}
