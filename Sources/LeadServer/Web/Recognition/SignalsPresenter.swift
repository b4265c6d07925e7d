import LeadApp
import LeadCore
import LeadStore

extension SignalsView {
    init(_ answer: SignalList.Answer, frame: PageFrame) {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        page = frame
        places = answer.places.map { SignalPlaceView($0, words) }
        isEmpty = places.isEmpty
        let waiting = answer.places.count { !$0.unserved.isEmpty }
        summary = [
            places.count == 1 ? "1 account" : "\(places.count) accounts",
            waiting == 0 ? nil : "\(waiting) \(waiting == 1 ? "waits" : "wait") for a brochure",
        ].compactMap { $0 }.joined(separator: ", ")
        cut = answer.isCut ? "Only the newest \(SignalList.most) signals are shown." : nil
    }
}

extension SignalPlaceView {
    init(_ place: SignalList.Place, _ words: Wording) {
        let (book, recognition) = (place.book, place.book.recognition)
        account = "\(book.place.account)"
        classID = "\(book.place.productClass)"
        id = "\(book.place.account)-\(book.place.productClass)"
        name = book.rows.first?.accountName ?? ""
        productClass = book.rows.first?.className ?? ""
        points = "\(recognition.points) of \(recognition.threshold) points"
        value = min(recognition.points, recognition.threshold)
        threshold = recognition.threshold
        touches =
            recognition.touches == 0
            ? nil : "with \(recognition.touches) of our own activit\(recognition.touches == 1 ? "y" : "ies")"
        signals = book.rows.reversed().map { SignalView($0, in: recognition, words) }
        unserved = Set(place.unserved.map { "\($0.signal.contact)" }).sorted()
        hasUnserved = !unserved.isEmpty
    }
}

extension SignalView {
    init(_ row: SignalRow, in recognition: Recognition, _ words: Wording) {
        let counted = recognition.evidence.first { $0.signal == row.signal }
        what = row.signal.intent.label
        who = row.contactName
        campaign = row.campaignName
        when = words.time.moment(row.signal.at)
        points = counted.map { "\($0.points) points" } ?? "same day, counted once"
    }
}
