internal import Glibc

/// The user's file with the cells of all sessions.
enum HistoryFile {
    /// The file's path; nothing, where the environment says that none is kept.
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
