import HTTPTypes
import Hummingbird

extension Response {
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// Sends the browser on after an act; `flash` is shown there once.
    static func redirect(to path: String, flash: FlashView) -> Response {
        var response = Response.redirect(to: path)
        response.setCookie(FlashCookie.cookie(flash))
        return response
    }
}
