import LeadApp
import LeadCore
import LeadStore

extension JSONValue {
    /// A lead as lists show it.
    static func lead(_ row: LeadRow, _ directory: Directory, _ policy: Policy) -> JSONValue {
        let what: JSONValue = [
            "id": .id(row.id), "name": .text(row.name), "account": .text(row.account),
            "productClass": .text(row.productClass), "source": .text(row.source), "campaign": .text(row.campaign),
            "status": .text(row.status.rawValue), "statusSince": .time(row.statusSince), "open": .bool(row.kind.isOpen),
            "grade": .text(row.grade?.rawValue), "value": .money(row.value), "createdAt": .time(row.createdAt),
        ]
        let custody: JSONValue = [
            "owner": .owner(row.owner, directory), "nextStep": .nextStep(row.nextStep),
            "clock": row.clock.map { .clock($0) } ?? .null,
            "attempts": .int(row.attempts), "incomplete": .list(row.incomplete.map { .text($0) }),
            "expected": .expected(policy.expectedValue(row.valueBasis)),
            "marketingOwner": .id(row.marketingOwner),
            "salesOwner": directory.salesOwner(row.owner).map { .owner($0, directory) } ?? .null,
        ]
        return what.joined(custody)
    }

    /// The names of the members of a lead in a list, for `fields`.
    static let leadFields = [
        "id", "name", "account", "productClass", "source", "campaign", "status", "statusSince", "open", "grade",
        "value",
        "createdAt", "owner", "nextStep", "clock", "attempts", "incomplete", "expected", "marketingOwner", "salesOwner",
    ]

    /// All about a lead.
    static func lead(_ detail: LeadDetail.Answer) -> JSONValue {
        let lead = detail.lead
        let more: JSONValue = [
            "version": .int(lead.version), "accountID": .id(lead.account), "reason": .text(lead.reason),
            "opportunity": .id(lead.opportunity), "mergedInto": .id(lead.mergedInto),
            "merged": .list(detail.merged.map { .id($0.id) }), "linked": .list(detail.linked.map { .id($0.id) }),
            "responses": .int(lead.responses), "firstAttemptAt": .time(lead.firstAttemptAt),
            "offeredBy": lead.offer.map { .owner($0.giver, detail.directory) } ?? .null,
            "qualification": .qualification(lead.qualification, detail.evidence),
            "fields": .fields(detail.fields), "company": .company(detail.company),
            "contacts": .list(detail.people.map { .person($0) }),
            "verbs": .list(detail.verbs.map { .text($0.rawValue) }),
            "clocks": .list(lead.clocks.map { .clock($0) }), "tried": .tried(lead.tried, detail.policy.unreachable),
            "gate": .list(detail.gate.map { .check($0) }), "stays": .list(detail.stays.map { .stay($0) }),
            "worth": .worth(detail),
        ]
        return JSONValue.lead(detail.row, detail.directory, detail.policy).joined(more)
    }

    static func owner(_ owner: Owner, _ directory: Directory) -> JSONValue {
        ["id": .text(owner.description), "name": .text(directory.name(owner))]
    }

    static func nextStep(_ step: NextStep?) -> JSONValue {
        step.map { ["what": .text($0.what), "dueAt": .time($0.dueAt)] } ?? .null
    }

    static func person(_ person: LeadPerson) -> JSONValue {
        let contact = person.contact
        return [
            "id": .id(contact.id), "name": .text(contact.name), "role": .text(person.role.rawValue),
            "title": .text(contact.title), "email": .text(contact.email), "phone": .text(contact.phone),
            "doNotEmail": .bool(contact.doNotEmail), "doNotCall": .bool(contact.doNotCall),
        ]
    }

    static func stay(_ stay: Stay) -> JSONValue {
        [
            "dimension": .text(stay.dimension.rawValue), "value": .text(stay.value), "enteredAt": .time(stay.enteredAt),
            "leftAt": .time(stay.leftAt), "workingSeconds": .int(stay.working.map { Int($0.milliseconds / 1000) }),
            "cause": .text(stay.cause?.rawValue),
        ]
    }

    private static func qualification(_ qualification: Qualification, _ evidence: [Evidence]) -> JSONValue {
        .object(
            Criterion.allCases.map { criterion in
                let evidence = evidence.first { $0.criterion == criterion }
                return .init(
                    name: criterion.rawValue,
                    value: [
                        "level": .text(qualification.level(criterion)?.rawValue), "evidence": .text(evidence?.text),
                        "by": .id(evidence?.by), "at": .time(evidence?.at),
                    ]
                )
            }
        )
    }

    private static func check(_ check: Gate.Check) -> JSONValue {
        [
            "criterion": .text(check.subject.description), "label": .text(check.label),
            "required": .text(check.required), "actual": .text(check.actual), "met": .bool(check.isMet),
        ]
    }

    func joined(_ other: JSONValue) -> JSONValue {
        guard case .object(let mine) = self, case .object(let theirs) = other else { return self }
        return .object(mine + theirs)
    }
}
