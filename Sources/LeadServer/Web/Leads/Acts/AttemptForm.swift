extension FormView {
    /// POST /leads/{id}/attempts with `channel`, `outcome`, `note`, `nextStep`, `nextDue` (local date and time) and `back`.
    ///
    /// - Parameter lead: the lead's id, or empty on Today, where the browser fills the action.
    static func attempt(
        lead: String,
        back: String,
        channels: [Option],
        outcomes: [Option],
        note: String = "",
        nextStep: String = "",
        nextDue: String = "",
        errors: FormErrors? = nil
    ) -> FormView {
        FormView(
            id: "attempt",
            action: "/leads/\(lead)/attempts",
            fields: [
                .choice("channel", "How", options: channels),
                .outcome("outcome", "Outcome", options: outcomes),
                .area("note", "Note", value: note),
                .input("nextStep", "Next step", value: nextStep, required: true),
                .input("nextDue", "Due", value: nextDue, type: "datetime-local", required: true),
            ],
            submit: "Save attempt",
            cancel: back,
            hidden: [HiddenField(name: "back", value: back)]
        ).marking(errors)
    }
}
