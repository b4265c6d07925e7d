import Hummingbird
import LeadApp

/// The cookie that a session is known by: no script can read it, no other site sends it with a form.
enum SessionCookie {
    static let name = "baton_session"
    private static let life = 14 * 24 * 3600

    static func cookie(_ secret: Secret, secure: Bool) -> Cookie {
        Cookie(
            name: name,
            value: secret.text,
            maxAge: life,
            path: "/",
            secure: secure,
            httpOnly: true,
            sameSite: .lax
        )
    }

    static let gone = Cookie(name: name, value: "", maxAge: 0, path: "/", httpOnly: true, sameSite: .lax)
}

/// The sentence after an act, carried over the redirect.
enum FlashCookie {
    static let name = "baton_flash"

    static func cookie(_ flash: FlashView) -> Cookie {
        let parts = [flash.tone, flash.message, flash.link?.label ?? "", flash.link?.href ?? ""]
        let value = Base64URL.text(of: Array(parts.joined(separator: "\u{1F}").utf8))
        return Cookie(name: name, value: value, maxAge: 60, path: "/", httpOnly: true, sameSite: .lax)
    }

    static func flash(in value: String) -> FlashView? {
        guard let bytes = Base64URL.bytes(of: value) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(
            separator: "\u{1F}",
            omittingEmptySubsequences: false
        ).map(String.init)
        guard parts.count == 4 else { return nil }
        let link = parts[3].hasPrefix("/") ? LinkView(label: parts[2], href: parts[3]) : nil
        return FlashView(tone: parts[0], message: parts[1], link: link)
    }

    static let gone = Cookie(name: name, value: "", maxAge: 0, path: "/", httpOnly: true, sameSite: .lax)
}
