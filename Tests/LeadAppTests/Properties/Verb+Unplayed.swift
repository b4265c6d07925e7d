extension Verb {
    /// The commands that no verb plays by itself, and why; `EveryCommandTests` holds this list against the sources.
    static let unplayed: [String: String] = [
        "StampSecret": "makes a secret of the workspace: touches no lead, arrival or response",
        "IssueSetupLink": "credentials of a workspace without people",
        "CreateFirstAdministrator": "a workspace without people has no leads yet",
        "OpenSession": "credentials",
        "SignOut": "credentials",
        "IssuePasswordLink": "credentials",
        "SetPassword": "credentials",
        "CreateToken": "credentials",
        "TouchToken": "credentials",
        "RevokeToken": "credentials",
        "DraftImport": "the importer sends it, in every verb that imports",
        "SetImportState": "the importer sends it, in every verb that imports",
        "ImportPart": "the importer sends it, in every verb that imports",
        "TryImport": "the importer sends it, in the verb import",
        "UndoPart": "the importer sends it, in the verb undo_import",
        "NoteImportFault": "the importer sends it when a part fails; ImportFaultTests bring that about",
    ]
}
