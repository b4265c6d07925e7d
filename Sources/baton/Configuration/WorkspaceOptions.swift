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
