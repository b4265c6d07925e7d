import Foundation
import LeadCore

extension Terminal {
    /// A password: typed twice without echo when somebody sits there, else the first line of standard input.
    static func password() throws(Refusal) -> String {
        guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
        let first = hidden("Password: ")
        guard first == hidden("Once more: ") else {
            throw Refusal(.invalid, "passwords_differ", "The two passwords differ.")
        }
        return first
    }

    private static func hidden(_ prompt: String) -> String {
        FileHandle.standardError.write(Data(prompt.utf8))
        var usual = termios()
        tcgetattr(STDIN_FILENO, &usual)
        var silent = usual
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return readLine() ?? ""
    }
}
