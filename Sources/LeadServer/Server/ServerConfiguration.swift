/// How the server is reached and where its assets lie.
package struct ServerConfiguration: Sendable {
    package var host: String
    /// 0 asks the system for a free one.
    package var port: Int
    /// The folder with the pinned third-party assets that set-up fetched; they are served below `/assets/vendor`.
    package var vendorAssets: String
    /// The folder of the workspace in which the files of imports lie.
    package var imports: String
    /// Believe `X-Forwarded-For`: only behind a proxy of one's own that sets it.
    package var trustProxy: Bool
    /// How people reach the server from outside, for links that are passed on; nil takes it from the request.
    package var publicURL: String?
    /// Marks cookies `Secure`: whenever people come over HTTPS.
    package var cookieSecure: Bool
    /// What the sign-in page says above the form.
    package var workspace: String
    /// How many requests of the API a token may send in a minute; 0 for any number.
    package var requestsPerMinute: Int
    /// How long the other end of a connection may take.
    package var patience = Patience()
    /// Connections at once; nil takes as many as the system's limit of open files allows.
    package var mostConnections: Int?

    package init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        vendorAssets: String,
        imports: String,
        trustProxy: Bool = false,
        publicURL: String? = nil,
        cookieSecure: Bool = false,
        workspace: String = "Lead management",
        requestsPerMinute: Int = 6000
    ) {
        self.host = host
        self.port = port
        self.vendorAssets = vendorAssets
        self.imports = imports
        self.trustProxy = trustProxy
        self.publicURL = publicURL
        self.cookieSecure = cookieSecure
        self.workspace = workspace
        self.requestsPerMinute = requestsPerMinute
    }
}
