extension CallScript {
    /// What a new workspace starts with: the five criteria, in words that can be read aloud.
    package static let standard = CallScript(
        key: "first_call",
        name: "First call",
        opening: """
            Good day, this is … calling from … . You asked us for information; do you have two minutes, so that I can send you \
            the right person and not just a brochure?
            """,
        questions: [need, urgency, fit, authority, money, wishes]
    )

    private static let need = Question(
        key: "need",
        text: "What made you get in touch with us? What would you like to change?",
        hint: "Let them finish. Write down their own words.",
        fills: .criterion(.need),
        answers: [
            Answer("problem", "A problem that costs them something today", level: .high),
            Answer("plan", "A plan or a wish to improve", level: .medium),
            Answer("curious", "Just looking around", level: .low),
            Answer("none", "No need at all", level: Level.none),
        ]
    )

    private static let urgency = Question(
        key: "urgency",
        text: "By when should it be solved?",
        hint: "Ask what happens if it is not.",
        fills: .criterion(.urgency),
        answers: [
            Answer("now", "Within three months", level: .high),
            Answer("year", "Within this year", level: .medium),
            Answer("later", "Later", level: .low),
            Answer("never", "There is no date", level: Level.none),
        ],
        askedIf: Condition("need", ["problem", "plan", "curious"])
    )

    private static let fit = Question(
        key: "fit",
        text: "How do you do it today, and for how many people or machines?",
        hint: "Is it something that we solve well?",
        fills: .criterion(.fit),
        answers: [
            Answer("core", "Exactly what we do", level: .high),
            Answer("partly", "We can do most of it", level: .medium),
            Answer("hardly", "Only a small part", level: .low),
            Answer("no", "Nothing for us", level: Level.none),
        ],
        askedIf: Condition("need", ["problem", "plan", "curious"])
    )

    private static let authority = Question(
        key: "authority",
        text: "Who else takes part in the decision?",
        hint: "Write down names and roles.",
        fills: .criterion(.authority),
        answers: [
            Answer("decides", "They decide themselves", level: .high),
            Answer("proposes", "They propose, somebody else decides", level: .medium),
            Answer("asks", "They only collect information", level: .low),
        ],
        askedIf: Condition("need", ["problem", "plan", "curious"])
    )

    private static let money = Question(
        key: "money",
        text: "Is there a budget for it, or does one have to be applied for?",
        hint: "An order of magnitude is enough.",
        fills: .criterion(.money),
        answers: [
            Answer("approved", "Approved", level: .high),
            Answer("planned", "Planned, or will be applied for", level: .medium),
            Answer("unknown", "Nobody has thought of it", level: .low),
            Answer("none", "There is none", level: Level.none),
        ],
        askedIf: Condition("need", ["problem", "plan", "curious"])
    )

    private static let wishes = Question(
        key: "wishes",
        text: "What should our colleague prepare for the next talk?",
        fills: .note
    )
}
