internal import Glibc

/// The user's history file with the cells of all sessions.
enum HistoryFile {
    /// The path of the file, or `nil` if the environment disables it.
    ///
    /// - Source: XDG Base Directory Specification, `XDG_STATE_HOME`.
    static var path: String? {
        func variable(_ name: String) -> String {
            getenv(name).map { String(cString: $0) } ?? ""
        }
        if variable("UNROLL_HISTORY") == "off" { return nil }
        let chosen = variable("XDG_STATE_HOME")
        if chosen.hasPrefix("/") { return chosen + "/unroll/history.sqlite" }
        let home = variable("HOME")
        return home.hasPrefix("/") ? home + "/.local/state/unroll/history.sqlite" : nil
    }
}
