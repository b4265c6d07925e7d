import LeadApp
import LeadCore
import LeadStore

extension LeadPageView {
    /// - Parameter all: the whole timeline rather than its newest part.
    init(_ answer: LeadDetail.Answer, all: Bool, frame: PageFrame) {
        let words = Wording(answer)
        let entries = Timeline(answer, words).entries()
        let address = LeadAddress.page(answer.lead.id)
        page = frame
        lead = LeadHead(answer, words)
        acts = ActButton.buttons(for: answer.verbs, on: answer.lead.id)
        custody = CustodyView(answer, words)
        stays = StayView.statuses(of: answer, words)
        age = TimeWords.span(answer.lifeEnd - answer.lead.createdAt)
        people = answer.people.map { LeadPersonView($0, of: answer) }
        addPerson = answer.lead.isOpen ? LeadAddress.act(answer.lead.id, ContactPage.path) : nil
        qualification = QualificationView(answer, words)
        fields = FieldsPanel(answer, words)
        value = ValueView(answer)
        joined = JoinedView(answer, words)
        others = answer.others.map { AccountLeadView($0, words) }
        shares = answer.shares.map { ShareView($0, answer, words) }
        responses = answer.responses.map { ResponseView($0, words) }
        tried = TriedView(answer)
        timeline = all ? entries : Array(entries.prefix(Self.shortTimeline))
        why = LeadAddress.act(answer.lead.id, "why")
        let rest = entries.count - timeline.count
        older = rest > 0 ? LinkView(label: "\(rest) older", href: "\(address)?timeline=all") : nil
        note = .noteBox(LeadAddress.act(answer.lead.id, NotePage.path))
    }

    static let shortTimeline = 60
}

extension Wording {
    init(_ answer: LeadDetail.Answer) {
        self.init(now: answer.now, policy: answer.policy, directory: answer.directory, calendars: answer.calendars)
    }
}

extension LeadDetail.Answer {
    /// Where its life has got to: now, or the moment it was closed.
    var lifeEnd: Instant { lead.isOpen ? now : lead.statusSince }
}

extension LeadHead {
    fileprivate init(_ answer: LeadDetail.Answer, _ words: Wording) {
        let (lead, row) = (answer.lead, answer.row)
        id = lead.id.description
        title = row.displayName
        account =
            answer.account.personal
            ? nil
            : LinkView(
                label: answer.account.name,
                href: AccountAddress.page(lead.account)
            )
        productClass = row.productClass
        reclassifying = lead.isOpen ? LeadAddress.act(lead.id, ReclassifyPage.path) : nil
        status = words.status(lead.status)
        grade = words.grade(lead.grade)
        owner = words.holder(lead.owner)
        marketingOwner = lead.marketingOwner.map { words.holder(.person($0)) }
        marketing =
            answer.mayReassign
            ? LinkView(
                label: lead.marketingOwner == nil ? "Set" : "Change",
                href: LeadAddress.act(lead.id, MarketingOwnerPage.path)
            ) : nil
        salesOwner = words.directory.salesOwner(lead.owner).map(words.holder)
        value = lead.value.map(MoneyWords.full)
        valuing =
            lead.isOpen
            ? LinkView(label: lead.value == nil ? "Set" : "Change", href: LeadAddress.act(lead.id, ValuePage.path))
            : nil
        source = row.source
        campaign = row.campaign.map { name in
            LinkView(
                label: name,
                href: LeadListState().setting("campaign", to: lead.campaign?.description).address(of: "/leads")
            )
        }
        created = words.time.moment(lead.createdAt)
        ending = Self.ending(lead, words)
        survivor = answer.survivor.map { LinkView(label: $0.displayName, href: LeadAddress.page($0.id)) }
        missing = row.incomplete.isEmpty ? nil : row.incomplete.map(Self.gap).joined(separator: ", ")
    }

    private static func ending(_ lead: Lead, _ words: Wording) -> LinkView? {
        if let deal = lead.opportunity { return LinkView(label: "the deal it became", href: "/opportunities/\(deal)") }
        guard !lead.isOpen, let reason = lead.reason else { return nil }
        return LinkView(label: reason, href: "#lead-timeline")
    }

    /// What sales would miss, as capture flagged it.
    private static func gap(_ name: String) -> String {
        switch name {
        case "name": "a name"
        case "way_to_reach": "a way to reach them"
        case "company": "the company"
        default: name
        }
    }
}

extension CustodyView {
    fileprivate init(_ answer: LeadDetail.Answer, _ words: Wording) {
        let lead = answer.lead
        let due = lead.nextStep?.dueAt ?? lead.statusSince
        isOpen = lead.isOpen
        owner = words.holder(lead.owner)
        since = words.time.moment(lead.ownerSince)
        nextStep = lead.nextStep?.what ?? ""
        self.due = words.time.due(due)
        dueTone = words.time.dueTone(due)
        clock = lead.clocks.min { $0.dueAt < $1.dueAt }.map { clock in
            words.clock(clock, of: lead.owner, in: lead.status)
        }
    }
}

extension LeadPersonView {
    fileprivate init(_ person: LeadPerson, of answer: LeadDetail.Answer) {
        let contact = person.contact
        name = contact.name.trimmed ?? "Nobody named"
        initials = Initials.of(name)
        hue = Initials.hue(contact.id)
        role = person.role.label
        title = contact.title
        email = contact.email
        phone = contact.phone
        limits =
            [contact.doNotCall ? "do not call" : nil, contact.doNotEmail ? "do not e-mail" : nil]
            .compactMap { $0 }.joined(separator: ", ").trimmed
        removal =
            answer.lead.isOpen && answer.people.count > 1
            ? LeadAddress.act(answer.lead.id, "contacts/\(contact.id)/removal") : nil
        move = answer.lead.isOpen ? LeadAddress.act(answer.lead.id, "contacts/\(contact.id)/account") : nil
        erasure =
            answer.mayErase && !contact.isErased
            ? LeadAddress.act(answer.lead.id, "contacts/\(contact.id)/erasure") : nil
        same = contact.isErased ? nil : LeadAddress.act(answer.lead.id, "contacts/\(contact.id)/same")
        selves = answer.formerSelves.filter { $0.survivor == contact.id }.map { former in
            FormerSelfView(
                name: former.name,
                apart: answer.now - former.mergedAt <= answer.policy.undoWindow
                    ? LeadAddress.act(answer.lead.id, "contacts/\(former.contact)/apart") : nil
            )
        }
        edit = LeadAddress.act(answer.lead.id, "contacts/\(contact.id)/edit")
    }
}

extension QualificationView {
    fileprivate init(_ answer: LeadDetail.Answer, _ words: Wording) {
        let known = answer.lead.qualification
        let last = answer.events.last { if case .qualified = $0.event { true } else { false } }
        rows = Criterion.allCases.map { criterion in
            let level = known.level(criterion)
            let evidence = answer.evidence.first { $0.criterion == criterion }
            return QualificationRow(
                label: criterion.label,
                level: level?.points ?? 0,
                levelLabel: level?.label ?? "Not asked",
                evidence: evidence?.text,
                by: evidence.map { words.directory.name($0.by) }
            )
        }
        isStarted = !known.levels.isEmpty || !answer.evidence.isEmpty
        grade = words.grade(answer.lead.grade)
        updated = last.map { words.time.moment($0.at) }
        updatedBy = last.map { words.directory.name($0.actor) }
        if case .qualified(let qualified)? = last?.event, qualified.overridden {
            let note = answer.activities.last { $0.channel == "note" && $0.at == last?.at }?.note
            overrideReason = note ?? "no reason kept"
        }
    }
}

extension Level {
    var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension ResponseView {
    fileprivate init(_ response: ResponseRow, _ words: Wording) {
        let channel = response.channel?.responseLabel ?? "Response"
        what = response.intent.map { $0 == .contact ? channel : "\($0.label) · \(channel)" } ?? channel
        campaign = response.campaign.map { name in LinkView(label: name, href: "/leads?q=\(Link.encode(name))") }
        person = response.contact.trimmed ?? "Nobody named"
        when = words.time.moment(response.at)
    }
}

extension CaptureChannel {
    /// How somebody answered us.
    var responseLabel: String {
        switch self {
        case .api: "Over the API"
        case .form: "Web form"
        case .page: "Entered by hand"
        case .file: "From a file"
        case .mail: "E-mail"
        }
    }
}
