import ArgumentParser
import Configuration

/// The flags that every command on a workspace takes.
///
/// They have no defaults here, so that an unset flag gives way to the environment and the file.
struct WorkspaceOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Folder of the workspace (standard: data).", valueName: "folder"))
    var data: String?

    @Option(
        name: .long,
        help: ArgumentHelp("postgres://… or sqlite:FILE (standard: baton.sqlite in the folder).", valueName: "url")
    )
    var database: String?

    @Option(name: .long, help: ArgumentHelp("Settings file (standard: baton.json if it is there).", valueName: "file"))
    var config: String?

    @Option(
        name: .long,
        help: ArgumentHelp("How much to log, from trace to critical (standard: info).", valueName: "level")
    )
    var logLevel: String?

    var flags: [Setting: ConfigContent] {
        var flags: [Setting: ConfigContent] = [:]
        if let data { flags[.data] = .string(data) }
        if let database { flags[.database] = .string(database) }
        if let logLevel { flags[.logLevel] = .string(logLevel) }
        return flags
    }

    func load(_ more: [Setting: ConfigContent] = [:]) async throws -> Config {
        try await Config.load(flags: flags.merging(more) { $1 }, file: config)
    }
}

/// The flags of commands that serve.
struct ServerOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Address to listen on (standard: 127.0.0.1).", valueName: "address"))
    var host: String?

    @Option(name: .long, help: "Port to listen on (standard: 8080).")
    var port: Int?

    @Option(name: .long, help: ArgumentHelp("How people reach the server, for links.", valueName: "url"))
    var publicURL: String?

    @Option(name: .long, help: ArgumentHelp("Where bin/assets put the front-end files.", valueName: "folder"))
    var vendorAssets: String?

    @Flag(name: .long, help: "Believe X-Forwarded-For; only behind a proxy of your own.")
    var trustProxy = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Requests of the API a minute for each person (standard: 6000, 0: any).",
            valueName: "number"
        )
    )
    var apiRate: Int?

    var flags: [Setting: ConfigContent] {
        var flags: [Setting: ConfigContent] = [:]
        if let apiRate { flags[.apiRate] = .int(apiRate) }
        if trustProxy { flags[.trustProxy] = .bool(true) }
        if let host { flags[.host] = .string(host) }
        if let port { flags[.port] = .int(port) }
        if let publicURL { flags[.publicURL] = .string(publicURL) }
        if let vendorAssets { flags[.vendorAssets] = .string(vendorAssets) }
        return flags
    }
}

/// The flags that say how mail goes out; the password comes from the environment or a file, never from the command line.
struct MailOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Mail server, such as smtp://user@mail.example.com:587.", valueName: "url"))
    var mailURL: String?

    @Option(help: ArgumentHelp("Whom mail is from, such as \"Sales <sales@example.com>\".", valueName: "address"))
    var mailFrom: String?

    @Option(help: ArgumentHelp("Where answers to mail go.", valueName: "address"))
    var mailReplyTo: String?

    @Option(help: ArgumentHelp("File that holds the password of the mail server.", valueName: "file"))
    var mailPasswordFile: String?

    @Option(help: ArgumentHelp("required (standard) or off: TLS to the mail server.", valueName: "word"))
    var mailSecurity: String?

    @Option(
        help: ArgumentHelp("File of certificates to trust, as for a server that signed its own.", valueName: "file")
    )
    var mailAuthorities: String?

    @Option(help: ArgumentHelp("Maildir folder in which mail that came back is dropped.", valueName: "folder"))
    var mailBounces: String?

    var flags: [Setting: ConfigContent] {
        let given: [(Setting, String?)] = [
            (.mailURL, mailURL), (.mailFrom, mailFrom), (.mailReplyTo, mailReplyTo),
            (.mailPasswordFile, mailPasswordFile), (.mailSecurity, mailSecurity), (.mailAuthorities, mailAuthorities),
            (.mailBounces, mailBounces),
        ]
        var flags: [Setting: ConfigContent] = [:]
        for case (let setting, let text?) in given { flags[setting] = .string(text) }
        return flags
    }
}
