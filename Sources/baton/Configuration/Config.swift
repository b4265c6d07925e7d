import ArgumentParser
import Configuration
import Foundation
import LeadStore
import Logging

/// What is in force: read once when the process starts, then handed down as a value.
struct Config: Sendable {
    /// The folder of the workspace.
    let data: String
    let host: String
    let port: Int
    /// How people reach the server from outside, as in links that are sent to them; nil means `http://host:port`.
    let publicURL: String?
    /// Where `bin/assets` put the front-end files.
    let vendorAssets: String
    /// Believe what a proxy says about who calls.
    let trustProxy: Bool
    let logLevel: Logger.Level
    /// How many requests of the API a token may send in a minute; 0 for any number.
    let apiRate: Int
    /// Where the workspace's database is: its file in the folder, or a PostgreSQL server.
    let place: WorkspacePlace
    let mail: MailConfig
    /// Each setting as text with where it came from, for `baton config`.
    let printed: [Printed]

    struct Printed: Sendable {
        var setting: Setting
        var value: String?
        var origin: Origin
    }

    init(_ layers: Layers) throws {
        printed = try Setting.allCases.map { setting in
            let found = try layers.find(setting)
            return Printed(setting: setting, value: found.content?.text, origin: found.origin)
        }
        data = printed[.data]
        place = try Self.place(printed[.database], data)
        host = printed[.host]
        publicURL = printed[.publicURL].isEmpty ? nil : printed[.publicURL]
        vendorAssets = printed[.vendorAssets]
        trustProxy = printed[.trustProxy] == "true"
        guard let port = Int(printed[.port]), (0...65_535).contains(port) else {
            throw ValidationError("The port is a number from 0 to 65535.")
        }
        self.port = port
        guard let level = Logger.Level(rawValue: printed[.logLevel]) else {
            let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("The log level is one of \(known).")
        }
        logLevel = level
        guard let rate = Int(printed[.apiRate]), rate >= 0 else {
            throw ValidationError("The rate of the API is a number of requests a minute, or 0 for any.")
        }
        apiRate = rate
        mail = try MailConfig(printed)
    }

    /// Flags over the process's environment over the settings file.
    static func load(flags: [Setting: ConfigContent], file: String?) async throws -> Config {
        try Config(try await Layers(flags: flags, environment: ProcessInfo.processInfo.environment, file: file))
    }

    private static func place(_ database: String, _ data: String) throws -> WorkspacePlace {
        guard !database.isEmpty else { return .sqlite(data + "/baton.sqlite") }
        do {
            return try WorkspacePlace(database)
        } catch StoreError.cannotOpen(let sentence) {
            throw ValidationError(sentence)
        }
    }

    /// The workspace's database file, when it is in one.
    var databasePath: String? {
        if case .sqlite(let path) = place { path } else { nil }
    }

    /// The workspace as people know it: its folder, or the server that it is on.
    var shownPlace: String {
        databasePath == nil ? place.shown : data
    }

    /// Where the files of imports lie.
    var importsPath: String {
        data + "/imports"
    }

    /// Where a browser finds the server once it listens on `port`.
    func address(port: Int) -> String {
        publicURL ?? "http://\(host):\(port)"
    }
}

extension [Config.Printed] {
    subscript(setting: Setting) -> String {
        first { $0.setting == setting }?.value ?? ""
    }
}

extension ConfigContent {
    fileprivate var text: String? {
        switch self {
        case .string(let text): text
        case .int(let number): String(number)
        case .bool(let flag): String(flag)
        default: nil
        }
    }
}
