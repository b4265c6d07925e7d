import LeadCore

extension ActButton {
    /// The acts that the rules allow, the most likely first: it is the main one.
    static func buttons(for verbs: [LeadVerb], on lead: Lead.ID) -> [ActButton] {
        verbs.enumerated().map { index, verb in
            ActButton(
                id: verb.path,
                label: verb.label,
                href: LeadAddress.act(lead, verb.path),
                icon: verb.icon,
                key: verb.key,
                primary: index == 0
            )
        }
    }
}

extension LeadVerb {
    /// The sub-resource that the act is.
    var path: String {
        switch self {
        case .accept: "acceptance"
        case .decline: "decline"
        case .take: "taking"
        case .attempt: "attempts"
        case .qualify: "qualification"
        case .handOff: "handoff"
        case .convert: "conversion"
        case .recycle: "recycling"
        case .wake: "wake"
        case .reject: "rejection"
        case .lose: "loss"
        case .nextStep: "next-step"
        case .assign: "assignment"
        case .reopen: "reopening"
        case .pause: "pause"
        case .resume: "resumption"
        case .extend: "extension"
        case .link: "links"
        case .merge: "merge"
        case .unmerge: "unmerge"
        case .share: "shares"
        }
    }

    var label: String {
        switch self {
        case .accept: "Accept"
        case .decline: "Decline"
        case .take: "Take"
        case .attempt: "Log attempt"
        case .qualify: "Qualify"
        case .handOff: "Hand off"
        case .convert: "Convert"
        case .recycle: "Recycle"
        case .wake: "Wake up"
        case .reject: "Reject"
        case .lose: "Lost"
        case .nextStep: "Next step"
        case .assign: "Assign"
        case .reopen: "Reopen"
        case .pause: "Pause the clock"
        case .resume: "Resume the clock"
        case .extend: "Extend"
        case .link: "Link …"
        case .merge: "Merge …"
        case .unmerge: "Undo merge"
        case .share: "Share with a partner"
        }
    }

    fileprivate var icon: String {
        switch self {
        case .accept: "check"
        case .decline: "undo"
        case .take: "user-round-check"
        case .attempt: "phone-call"
        case .qualify: "target"
        case .handOff: "arrow-right-left"
        case .convert: "trophy"
        case .recycle: "recycle"
        case .wake: "alarm-clock"
        case .reject: "ban"
        case .lose: "circle-x"
        case .nextStep: "calendar-clock"
        case .assign: "user-round-cog"
        case .reopen: "refresh-cw"
        case .pause: "pause"
        case .resume: "play"
        case .extend: "timer"
        case .link: "link"
        case .merge: "git-merge"
        case .unmerge: "undo"
        case .share: "external-link"
        }
    }

    /// Single keys; j, k, n, / and ? belong to every page.
    fileprivate var key: String {
        switch self {
        case .accept: "a"
        case .decline: "d"
        case .take: "t"
        case .attempt: "c"
        case .qualify: "q"
        case .handOff: "h"
        case .convert: "v"
        case .recycle: "y"
        case .wake: "w"
        case .reject: "x"
        case .lose: "l"
        case .nextStep: "s"
        case .assign: "g"
        case .reopen: "o"
        case .pause: "p"
        case .resume: "r"
        case .extend: "m"
        case .link: "i"
        case .merge: "m"
        case .unmerge: "u"
        case .share: "e"
        }
    }
}
