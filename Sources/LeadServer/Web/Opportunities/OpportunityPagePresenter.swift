import LeadApp
import LeadCore
import LeadStore

extension OpportunityPageView {
    init(_ answer: OpportunityDetail.Answer, mayWork: Bool, page: PageFrame) {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        let deal = answer.opportunity
        self.page = page
        self.deal = DealHead(answer, words)
        acts = mayWork ? ActButton.buttons(for: answer) : []
        lines = answer.lines.map(DealLineView.init)
        undoUntil = answer.undo.map { words.time.moment($0.until) }
        let mayMove = mayWork && deal.kind != .withdrawn
        steps = StageStepView.steps(answer, mayWork: mayMove)
        move = mayMove ? OpportunityAddress.act(deal.id, StageAct.path) : nil
        people = answer.people.map(LeadPersonView.init)
        leads = answer.leads.map { DealLeadView($0, words) }
        stays = StayView.stages(of: answer, words)
        age = TimeWords.span(answer.lifeEnd - deal.createdAt)
        timeline = TimelineEntry.entries(of: answer, words)
        note = mayWork ? .noteBox(OpportunityAddress.act(deal.id, DealNotePage.path)) : nil
    }
}

extension OpportunityDetail.Answer {
    /// Where its life has got to: now, or the moment it was closed.
    var lifeEnd: Instant { opportunity.closedAt ?? now }
}

extension DealHead {
    fileprivate init(_ answer: OpportunityDetail.Answer, _ words: Wording) {
        let (deal, row) = (answer.opportunity, answer.row)
        name = row.name
        account = row.account
        company = deal.account.map(AccountAddress.page)
        product = [row.productClass, row.product].compactMap { $0 }.joined(separator: " · ").trimmed
        stage = words.stage(deal.stage)
        owner = deal.owner.map { words.holder(.person($0)) }
        amount = deal.amount.map(MoneyWords.full)
        let percent = answer.policy.opportunityStages.first { $0.key == deal.stage }?.percent
        chance = deal.kind == .open ? percent.map { "\($0) %" } : nil
        source = [row.source, row.campaign].compactMap { $0 }.joined(separator: " · ").trimmed
        created = words.time.moment(deal.createdAt)
        closeOn = deal.kind == .open ? row.closeOn.map(words.time.due) : nil
        closed = deal.closedAt.map(words.time.moment)
        loss = deal.kind == .lost ? LossWords.sentence(deal.lostReason, deal.competitor, deal.rank) : nil
    }
}

/// Why, to whom and how close.
enum LossWords {
    /// "Price, to Fleetio, we came second".
    static func sentence(_ reason: String?, _ competitor: String?, _ rank: Int?) -> String? {
        [reason, competitor.map { "to \($0)" }, rank.map { "we came \(ordinal($0))" }]
            .compactMap { $0 }.joined(separator: ", ").trimmed
    }

    private static func ordinal(_ rank: Int) -> String {
        switch rank {
        case 1: "first"
        case 2: "second"
        case 3: "third"
        default: "number \(rank)"
        }
    }
}

extension DealLineView {
    fileprivate init(_ line: DealLineRow) {
        product = line.name
        quantity = line.quantity
        amount = MoneyWords.full(line.amount)
    }
}

extension StageStepView {
    /// The open stages and the way it ended, or can end well.
    fileprivate static func steps(_ answer: OpportunityDetail.Answer, mayWork: Bool) -> [StageStepView] {
        let deal = answer.opportunity
        let end = answer.policy.opportunityStages.first { $0.kind == (deal.kind == .lost ? .lost : .won) }
        let stages = answer.policy.opportunityStages.filter { $0.kind == .open } + (end.map { [$0] } ?? [])
        let current = stages.firstIndex { $0.key == deal.stage }
        return stages.enumerated().map { place, stage in
            let stays = answer.stays.filter { $0.dimension == .stage && $0.value == stage.key }
            let isCurrent = place == current
            let wasThere = !stays.isEmpty
            let state =
                isCurrent ? (stage.kind == .open ? "current" : stage.kind.rawValue) : wasThere ? "done" : "ahead"
            return StageStepView(
                value: stage.key,
                label: stage.label,
                state: state,
                stateLabel: isCurrent ? "where it is" : wasThere ? "was there" : "not yet",
                time: wasThere && stage.kind == .open ? TimeWords.span(answer.time(in: stays)) : nil,
                isCurrent: isCurrent,
                isTarget: mayWork && !isCurrent && stage.kind == .open
            )
        }
    }
}

extension OpportunityDetail.Answer {
    /// How long some stays lasted together, the running one until now.
    fileprivate func time(in stays: [Stay]) -> Span {
        stays.reduce(.zero) { $0 + (($1.leftAt ?? now) - $1.enteredAt) }
    }
}

extension DealLeadView {
    fileprivate init(_ row: LeadRow, _ words: Wording) {
        href = LeadAddress.page(row.id)
        name = row.displayName
        productClass = row.productClass
        source = row.source
        campaign = row.campaign
        status = words.status(row.status)
        created = words.time.moment(row.createdAt)
    }
}

extension LeadPersonView {
    fileprivate init(_ person: LeadPerson) {
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
        removal = nil
        move = nil
    }
}

extension StayView {
    /// The stays in open stages, oldest first; the time after the end is nobody's.
    fileprivate static func stages(of answer: OpportunityDetail.Answer, _ words: Wording) -> [StayView] {
        let (birth, end) = (answer.opportunity.createdAt, answer.lifeEnd)
        let whole = max((end - birth).milliseconds, 1)
        func place(_ at: Instant) -> Int { Int(min(max((at - birth).milliseconds, 0) * 1000 / whole, 1000)) }
        let closed = Set(answer.policy.opportunityStages.filter { $0.kind != .open }.map(\.key))
        return answer.stays.filter { $0.dimension == .stage && !closed.contains($0.value) }.map { stay in
            let left = stay.leftAt ?? answer.now
            let start = min(place(stay.enteredAt), 999)
            let calendar = answer.policy.calendar
            return StayView(
                status: words.stage(stay.value),
                holder: words.directory.name(answer.opportunity.owner),
                entered: words.time.moment(stay.enteredAt),
                left: stay.leftAt.map(words.time.moment),
                wall: TimeWords.span(left - stay.enteredAt),
                working: TimeWords.working(stay.working ?? calendar.workingTime(from: stay.enteredAt, to: left)),
                start: start,
                width: max(place(left) - start, 1)
            )
        }
    }
}

extension TimelineEntry {
    /// What happened to a deal and what was written down about it, newest first.
    fileprivate static func entries(of answer: OpportunityDetail.Answer, _ words: Wording) -> [TimelineEntry] {
        let events = answer.events.compactMap { line in TimelineEntry(line, words).map { (line.at, $0) } }
        let notes = answer.notes.map { note in (note.at, TimelineEntry(note, words)) }
        return (events + notes).enumerated()
            .sorted { ($0.element.0, $0.offset) > ($1.element.0, $1.offset) }
            .map(\.element.1)
    }

    private init(_ note: DealNote, _ words: Wording) {
        self.init(
            icon: "pencil",
            title: "Note",
            text: note.text,
            who: words.directory.name(note.by),
            when: words.time.moment(note.at)
        )
    }

    /// A deal's event as its sellers would tell it; the move into a closed stage is told by what closed it.
    fileprivate init?(_ line: OpportunityDetail.Event, _ words: Wording) {
        let told: (icon: String, tone: String, title: String, why: String?)
        switch line.event {
        case .opened(let opened):
            let worth = opened.amount.map { " · \(MoneyWords.full($0))" } ?? ""
            let from = opened.leads.isEmpty ? nil : "From \(CountWords.counted(opened.leads.count, "lead", "leads"))"
            told = ("handshake", "active", "Opened in \(words.stage(opened.stage).label)\(worth)", from)
        case .staged(let staged):
            guard staged.kind == .open else { return nil }
            told = (
                "arrow-right", "neutral", "Moved to \(words.stage(staged.to).label)",
                "From \(words.stage(staged.from).label)"
            )
        case .amended(let amount): told = ("banknote", "neutral", "Amount set to \(MoneyWords.full(amount))", nil)
        case .owned(let owned): told = ("user", "neutral", "Given to \(words.directory.name(owned.owner))", nil)
        case .withdrawn: told = ("undo", "bad", "Conversion undone", "Its leads are open again")
        case .leadAdded: told = ("plus", "active", "A late lead joined", nil)
        case .won: told = ("trophy", "good", "Won", nil)
        case .lost(let loss):
            told = ("circle-x", "bad", "Lost", LossWords.sentence(loss.reason, loss.competitor, loss.rank))
        }
        self.init(
            icon: told.icon,
            tone: told.tone,
            title: told.title,
            text: nil,
            why: told.why,
            who: words.directory.name(line.actor, for: line.onBehalfOf),
            when: words.time.moment(line.at)
        )
    }
}
