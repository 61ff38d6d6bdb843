internal import CSQLite
internal import Files
internal import Glibc

/// A history file with the cells of all sessions, which several kernels share.
///
/// Write errors are ignored: a cell never waits long for its history, and never fails because of
/// it.
// Unchecked: SQLite is configured to serialize access.
final class HistoryStore: @unchecked Sendable {
    /// A stored cell.
    struct Row: Sendable, Hashable {
        /// The number of its session.
        let session: Int
        /// The number of the cell in its session.
        let number: Int
        /// The source of the cell.
        let input: String
        /// Its result as text, or `nil` if there was none.
        let output: String?
    }

    /// The open file.
    private let database: OpaquePointer

    /// The number of this session.
    let session: Int

    /// Opens or creates the file; returns `nil` if it cannot be used.
    init?(path: String) {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
        try? Folder.make(FilePath.folder(of: path), permissions: 0o700)
        // The user's input is private.
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if file >= 0 { close(file) }
        guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            return nil
        }
        sqlite3_busy_timeout(opened, 200)
        // A failure of the machine may lose the latest cells, but nothing else.
        let statements: [String] = [
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = OFF",
            "CREATE TABLE IF NOT EXISTS sessions (session INTEGER PRIMARY KEY AUTOINCREMENT, "
                + "start TEXT DEFAULT CURRENT_TIMESTAMP)",
            "CREATE TABLE IF NOT EXISTS history (session INTEGER, line INTEGER, source TEXT, "
                + "output TEXT, PRIMARY KEY (session, line))",
            "INSERT INTO sessions DEFAULT VALUES",
        ]
        let isReady = statements.allSatisfy { sqlite3_exec(opened, $0, nil, nil, nil) == SQLITE_OK }
        guard isReady else {
            sqlite3_close_v2(opened)
            return nil
        }
        database = opened
        session = Int(sqlite3_last_insert_rowid(opened))
    }

    deinit { sqlite3_close_v2(database) }

    /// Adds a cell of this session.
    func append(_ input: String, number: Int) {
        run(
            "INSERT OR REPLACE INTO history (session, line, source) VALUES (?, ?, ?)",
            [.number(session), .number(number), .text(input)])
    }

    /// Adds the result of a cell of this session.
    func setOutput(_ output: String, ofCell number: Int) {
        run(
            "UPDATE history SET output = ? WHERE session = ? AND line = ?",
            [.text(output), .number(session), .number(number)])
    }

    /// Returns the cells of a session with numbers in a range, the oldest first.
    func cells(ofSession session: Int, from start: Int, upTo stop: Int) -> [Row] {
        var rows: [Row] = []
        run(
            Self.selection + "WHERE session = ? AND line >= ? AND line < ? ORDER BY line",
            [.number(session), .number(start), .number(stop)]
        ) { row in
            rows.append(row)
            return true
        }
        return rows
    }

    /// Returns the latest cells that satisfy a condition, the oldest first.
    func latest(_ count: Int, where isWanted: (Row) -> Bool = { _ in true }) -> [Row] {
        var rows: [Row] = []
        guard count > 0 else { return rows }
        run(Self.selection + "ORDER BY session DESC, line DESC", []) { row in
            if isWanted(row) { rows.append(row) }
            return rows.count < count
        }
        return rows.reversed()
    }

    // MARK: SQL

    /// The columns that are read of a cell.
    private static let selection = "SELECT session, line, source, output FROM history "

    /// The value of a placeholder.
    private enum Value {
        case number(Int)
        case text(String)
    }

    /// Executes a statement, and passes its rows to a closure until that returns false.
    private func run(_ sql: String, _ values: [Value], row wantsMore: (Row) -> Bool = { _ in true })
    {
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &prepared, nil) == SQLITE_OK else { return }
        defer { sqlite3_finalize(prepared) }
        // SQLite copies the text, which is freed before the statement runs.
        let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (index, value) in values.enumerated() {
            switch value {
            case .number(let number):
                sqlite3_bind_int64(prepared, Int32(index + 1), Int64(clamping: number))
            case .text(let text):
                sqlite3_bind_text(prepared, Int32(index + 1), text, Int32(text.utf8.count), copies)
            }
        }
        while sqlite3_step(prepared) == SQLITE_ROW {
            let row = Row(
                session: Int(sqlite3_column_int64(prepared, 0)),
                number: Int(sqlite3_column_int64(prepared, 1)),
                input: Self.text(prepared, 2) ?? "", output: Self.text(prepared, 3))
            if !wantsMore(row) { return }
        }
    }

    /// Returns the text in a column of a row, or `nil` if it is null.
    private static func text(_ row: OpaquePointer?, _ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(row, column) else { return nil }
        let count = Int(sqlite3_column_bytes(row, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
}
