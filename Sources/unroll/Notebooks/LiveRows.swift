/// The rows below everything else that is written to a terminal, one for each running notebook.
struct LiveRows {
    /// The rows by the order in which their notebooks began.
    private var rows: [(key: Int, text: String)] = []

    /// The number of rows that the terminal shows.
    private var shownCount = 0

    /// The maximum number of rows, so that all of them fit on the terminal.
    private let limit: Int

    /// Creates rows that are not shown yet.
    init(limit: Int) {
        self.limit = max(limit, 1)
    }

    /// Sets the text of a row, or removes it.
    mutating func set(_ text: String?, for key: Int) {
        let index = rows.firstIndex { $0.key == key }
        switch (index, text) {
        case (let index?, let text?): rows[index].text = text
        case (let index?, nil): rows.remove(at: index)
        case (nil, let text?): rows.append((key, text))
        case (nil, nil): break
        }
    }

    /// Returns the characters that clear the shown rows.
    mutating func erasing() -> String {
        guard shownCount > 0 else { return "" }
        let up = String(repeating: "\u{1B}[1A\u{1B}[K", count: shownCount - 1)
        shownCount = 0
        return "\r\u{1B}[K" + up
    }

    /// Returns the characters that show the rows where the cursor is.
    mutating func drawing() -> String {
        let shown = rows.prefix(limit)
        shownCount = shown.count
        return shown.map(\.text).joined(separator: "\n")
    }
}
