import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Why a lead is where it is (requirement X9).
struct WhyPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/leads/:id/why") { _, visit in
            let id: Lead.ID = try visit.id()
            let detail = try await site.app.fetch(LeadDetail(lead: id), as: visit.actor)
            let why = try await site.app.fetch(LeadWhy(lead: id), as: visit.actor)
            let words = Wording(detail)
            let conditions = ConditionWords(try await site.app.fetch(Choices(), as: visit.actor))
            let items = why.items.reversed().map { WhyItem($0, words, conditions) }
            return try site.page(
                WhyView(
                    page: site.frame("Why", visit),
                    lead: LinkView(label: detail.row.displayName, href: LeadAddress.page(id)),
                    items: items,
                    isEmpty: items.isEmpty
                )
            )
        }
    }
}

extension WhyItem {
    fileprivate init(_ item: LeadWhy.Item, _ words: Wording, _ conditions: ConditionWords) {
        when = words.time.moment(item.at)
        again = item.isSame.map {
            $0 ? "Decided again from what was kept: the same." : "Decided again: another answer."
        }
        tone = item.isSame == false ? "bad" : "good"
        candidates = []
        switch item.matter {
        case .assignment(let assigned, let trace, let rule):
            title = "To \(words.directory.name(assigned.owner))"
            sentences = Self.sentences(assigned, trace, rule, item.policy, words, conditions)
            if let trace { candidates = Self.candidates(trace.decision, words) }
        case .escalation(let escalated):
            title = "\(escalated.kind.label) was late: level \(escalated.level)"
            let told = escalated.tell.map { $0.label.lowercased() }.joined(separator: ", ")
            sentences = [
                "The service levels of version \(item.policy) say so.",
                told.isEmpty ? "Nobody was told." : "Told: \(told).",
            ]
        case .grade(let qualified):
            title = "Grade \(qualified.grade?.label.lowercased() ?? "not known yet")"
            let levels = Criterion.allCases.compactMap { criterion in
                qualified.levels.level(criterion).map { "\(criterion.label) \($0.label.lowercased())" }
            }
            sentences = [
                qualified.overridden
                    ? "Set by hand, against the rule." : "It follows from \(levels.joined(separator: ", "))."
            ]
        }
        hasCandidates = !candidates.isEmpty
    }

    private static func sentences(
        _ assigned: LeadEvent.Assigned,
        _ trace: RoutingTrace?,
        _ rule: AssignmentRule?,
        _ version: Int,
        _ words: Wording,
        _ conditions: ConditionWords
    ) -> [String] {
        guard let decision = trace?.decision else { return ["\(assigned.reason.sentence)."] }
        let pool = words.directory.name(.pool(decision.pool))
        var sentences: [String] = []
        if let rule {
            sentences.append(
                "Rule “\(rule.name)” of version \(version) is for it: \(conditions.sentence(rule.condition)). It names \(pool)."
            )
        } else if trace?.record.only == nil {
            sentences.append("No rule of version \(version) is for it, so the catch-all \(pool) had to take it.")
        } else {
            sentences.append("\(pool) was asked.")
        }
        if let holder = decision.accountOwner, holder.code != .chosen {
            let name = words.directory.name(holder.user)
            sentences.append("\(name) holds the account, but: \(holder.code.words.lowercased()).")
        }
        if decision.fellBack {
            sentences.append("Nobody in \(pool) could take it, so it went to the catch-all.")
        }
        sentences.append("\(assigned.reason.sentence).")
        return sentences
    }

    private static func candidates(_ decision: RoutingDecision, _ words: Wording) -> [WhyCandidate] {
        decision.choices.flatMap { choice in
            choice.candidates.map { candidate in
                WhyCandidate(
                    holder: words.holder(.person(candidate.user)),
                    pool: words.directory.name(.pool(choice.pool)),
                    words: candidate.code.words,
                    isChosen: candidate.code == .chosen
                )
            }
        }
    }
}

extension CandidateCode {
    /// Why somebody got it or did not, as one would say it.
    var words: String {
        switch self {
        case .chosen: "Got it"
        case .notPresent: "Was away"
        case .inactive: "Account switched off"
        case .offHours: "Outside their working hours"
        case .full: "Held as many open leads as they can"
        case .dailyCap: "Had their number for the day"
        case .wrongSkill: "Does not sell this product class"
        case .wrongLanguage: "Does not speak the language"
        case .wrongTerritory: "Not their territory"
        case .notTheirTurn: "Not their turn"
        case .ranOut: "Had let its time run out"
        }
    }
}
