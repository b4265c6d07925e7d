import HTTPTypes
import Hummingbird

/// `/assets/**`: kept for ever under the address that names its version, otherwise asked about each time.
struct AssetRoutes: RouteSet {
    let assets: Assets

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/assets/**") { request, _ in
            guard let asset = assets[request.uri.path] else { throw HTTPError(.notFound) }
            let tag = "\"\(asset.version)\""
            let isVersioned = request.uri.queryParameters["v"].map { $0 == asset.version } ?? false
            let headers: HTTPFields = [
                .contentType: asset.type, .eTag: tag,
                .cacheControl: isVersioned ? "public, max-age=31536000, immutable" : "public, no-cache",
            ]
            if request.headers[values: .ifNoneMatch].contains(tag) {
                return Response(status: .notModified, headers: headers)
            }
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.body))
        }
    }
}
