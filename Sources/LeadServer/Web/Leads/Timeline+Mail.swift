import LeadApp
import LeadCore
import LeadStore

extension Timeline {
    /// "Answer “Thank you” sent", 2 s after it was asked for.
    func mailed(_ mailed: LeadEvent.Mailed, _ act: Act) -> TimelineEntry {
        let mail = answer.mails.first { $0.id == mailed.mail }
        let what = mailed.purpose.label + (mail.map { " “\($0.subject)”" } ?? "")
        switch mailed.step {
        case .sent:
            return TimelineEntry(act, words, "mail", "\(what) sent", tone: "good", why: after(mailed))
        case .failed:
            return TimelineEntry(
                act,
                words,
                "mail",
                "\(what) could not be sent",
                tone: "bad",
                why: reason(mailed, mail)
            )
        case .bounced:
            return TimelineEntry(act, words, "mail", "\(what) came back", tone: "bad", why: reason(mailed, mail))
        }
    }

    private func after(_ mailed: LeadEvent.Mailed) -> String {
        let seconds = mailed.after.milliseconds / 1000
        let time = seconds < 60 ? "\(seconds) s" : TimeWords.span(mailed.after)
        return mailed.purpose == .partner ? "\(time) after it was shared" : "\(time) after it came"
    }

    private func reason(_ mailed: LeadEvent.Mailed, _ mail: MailRecord?) -> String {
        mail?.answer?.trimmed ?? "The mail server said \(mailed.code)"
    }
}
