extension LeadProcess {
    /// The process that a new workspace starts with (requirement C5): usable as it is, without a consultant.
    package static let standard = LeadProcess(
        name: "Standard",
        steps: [
            Step(
                "open",
                "Open",
                .new,
                moves: ["attempted", "in_process", "qualified", "nurture", "not_qualified"],
                clock: ClockTarget(.firstResponse, .hours(4)),
                nextStep: .init("First contact", .hours(4))
            ),
            Step(
                "attempted",
                "Attempted contact",
                .working,
                moves: ["in_process", "qualified", "nurture", "not_qualified"],
                clock: ClockTarget(.followUp, .hours(24)),
                nextStep: .init("Try again", .hours(8))
            ),
            Step(
                "in_process",
                "Qualification in process",
                .working,
                moves: ["qualified", "nurture", "not_qualified"],
                clock: ClockTarget(.qualification, .hours(40)),
                nextStep: .init("Complete the qualification", .hours(16))
            ),
            Step(
                "qualified",
                "Qualified (buying)",
                .qualified,
                moves: ["handed_off", "in_process", "nurture", "not_qualified", "converted"],
                clock: ClockTarget(.followUp, .hours(16)),
                nextStep: .init("Hand off to sales", .hours(8))
            ),
            Step(
                "handed_off",
                "Handed off",
                .handed,
                moves: ["accepted", "qualified"],
                clock: ClockTarget(.accept, .hours(8)),
                nextStep: .init("Accept or decline", .hours(8))
            ),
            Step(
                "accepted",
                "Accepted",
                .accepted,
                moves: ["converted", "nurture", "not_qualified", "lost"],
                clock: ClockTarget(.followUp, .hours(24)),
                nextStep: .init("Call and agree the next meeting", .hours(16))
            ),
            Step(
                "nurture",
                "Future potential buyer",
                .nurture,
                moves: ["open", "in_process", "qualified", "not_qualified"],
                clock: ClockTarget(.wakeUp, .hours(0)),
                nextStep: .init("Wake up and try again", .hours(0))
            ),
            Step("not_qualified", "Not qualified", .rejected, moves: ["open"]),
            Step("lost", "Lost", .lost, moves: ["open"]),
            Step("converted", "Converted", .converted, moves: ["accepted"]),
        ]
    )
}
