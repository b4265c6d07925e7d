import LeadApp
import LeadCore

extension StayView {
    /// The stays of an open life, oldest first: where it was, who held it, how long by the wall and by the working calendar.
    ///
    /// Time after the end is nobody's, so closed statuses are left out; between two lives that leaves a gap in the bar.
    static func statuses(of answer: LeadDetail.Answer, _ words: Wording) -> [StayView] {
        let calendar = answer.policy.calendar
        let (birth, end) = (answer.lead.createdAt, answer.lifeEnd)
        let whole = max((end - birth).milliseconds, 1)
        func place(_ at: Instant) -> Int { Int(min(max((at - birth).milliseconds, 0) * 1000 / whole, 1000)) }

        let open = answer.stays.filter { stay in
            stay.dimension == .status
                && answer.policy.process.kind(of: Status(rawValue: stay.value))?.isOpen ?? true
        }
        return open.map { stay in
            let left = stay.leftAt ?? end
            let start = min(place(stay.enteredAt), 999)
            return StayView(
                status: words.status(Status(rawValue: stay.value)),
                holder: holders(during: stay.enteredAt, left, of: answer, words),
                entered: words.time.moment(stay.enteredAt),
                left: stay.leftAt.map(words.time.moment),
                wall: TimeWords.span(left - stay.enteredAt),
                working: TimeWords.working(stay.working ?? calendar.workingTime(from: stay.enteredAt, to: left)),
                start: start,
                width: max(place(left) - start, 1)
            )
        }
    }

    /// Everybody who held it in that time, in order.
    private static func holders(
        during entered: Instant,
        _ left: Instant,
        of answer: LeadDetail.Answer,
        _ words: Wording
    ) -> String {
        let names = answer.stays.filter { stay in
            guard stay.dimension == .owner else { return false }
            let end = stay.leftAt ?? answer.now
            return stay.enteredAt < left && end > entered || stay.enteredAt == entered && left == entered
        }.compactMap { Owner($0.value) }.map(words.directory.name)
        var distinct: [String] = []
        for name in names where distinct.last != name { distinct.append(name) }
        return distinct.isEmpty ? words.directory.name(answer.lead.owner) : distinct.joined(separator: ", ")
    }
}
