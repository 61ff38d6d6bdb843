public import Display

/// Returns a table of values that have the same members: structures, dictionaries or tuples.
///
/// For example:
///
/// ```swift
/// table([(name: "a", loss: 0.5), (name: "b", loss: 0.25)], sortedBy: "loss")
/// ```
///
/// - Parameters:
///   - rows: the values, one per row.
///   - column: the name of the column to sort by, or `nil` to keep the order.
///   - descending: whether the largest value comes first.
///   - count: the maximum number of rows shown; if there are more, those in the middle are omitted.
public func table(
    _ rows: some Sequence, sortedBy column: String? = nil, descending: Bool = false,
    rows count: Int = 40
) -> RecordTable {
    var table = RecordTable(rows.map(Record.init(of:)), mostRows: count)
    if let column { table.sort(by: column, descending: descending) }
    return table
}

/// A table of values that have the same members.
public struct RecordTable: Displayable, Sendable {
    /// The names of the columns, in the order of their first occurrence.
    public let columns: [String]

    /// The rows.
    private var records: [Record]

    /// The maximum number of rows shown.
    private let mostRows: Int

    /// A remark about an invalid column name; empty if there is none.
    private var note = ""

    /// Creates a table of rows.
    init(_ records: [Record], mostRows: Int) {
        var seen = Set<String>()
        columns = records.flatMap(\.names).filter { seen.insert($0).inserted }
        self.records = records
        self.mostRows = max(2, mostRows)
    }

    /// Sorts the rows by a column; rows without a value there come last.
    mutating func sort(by column: String, descending: Bool) {
        guard columns.contains(column) else {
            note = "not sorted: there is no column '\(column)'"
            return
        }
        let keyed = records.enumerated().map { ($0.offset, $0.element, $0.element[column]) }
        records = keyed.sorted { one, other in
            switch (one.2, other.2) {
            case (let a?, let b?):
                if a < b { return !descending }
                if b < a { return descending }
                return one.0 < other.0
            case (nil, nil): return one.0 < other.0
            case (let a, _): return a != nil
            }
        }.map(\.1)
    }

    /// The table as text and as HTML.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: text)
        bundle[.html] = .text(html)
        return bundle
    }

    /// The rows to show, with `nil` in place of those omitted.
    private var shownRows: [Record?] {
        guard records.count > mostRows else { return records }
        let head = mostRows - mostRows / 2
        var rows: [Record?] = Array(records.prefix(head))
        rows.append(nil)
        return rows + records.suffix(mostRows - head).map(Optional.some)
    }

    /// The remark in place of omitted rows.
    private var gap: String { "… \(ShownText.grouped(records.count - mostRows)) rows left out …" }

    /// The lines below the rows.
    private var remarks: [String] {
        let count = records.count > mostRows ? ["\(ShownText.grouped(records.count)) rows"] : []
        return count + (note.isEmpty ? [] : [note])
    }

    /// The table as CSV text.
    public var text: String {
        let rows = shownRows
        let cells = rows.map { row in row.map { row in columns.map { row[$0]?.text ?? "" } } }
        let widths = columns.indices.map { index in
            cells.reduce(columns[index].count) { max($0, $1?[index].count ?? 0) }
        }
        let isNumeric = columns.map(isNumeric(_:))
        func line(_ texts: [String]) -> String {
            let padded = texts.indices.map { index in
                let space = String(repeating: " ", count: widths[index] - texts[index].count)
                return isNumeric[index] ? space + texts[index] : texts[index] + space
            }
            var line = padded.joined(separator: "  ")[...]
            while line.last == " " { line.removeLast() }
            return String(line)
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([line(columns), rule] + cells.map { $0.map(line) ?? gap } + remarks)
            .joined(separator: "\n")
    }

    /// The table as a fragment of HTML.
    public var html: String {
        let isNumeric = columns.map(isNumeric(_:))
        func row(_ texts: [String], _ element: String) -> String {
            let cells = zip(texts, isNumeric).map { text, isNumeric in
                let side = isNumeric ? "right" : "left"
                return "<\(element) style=\"text-align:\(side)\">\(HTML.escaped(text))</\(element)>"
            }
            return "<tr>" + cells.joined() + "</tr>\n"
        }
        func wide(_ text: String) -> String {
            "<tr><td colspan=\"\(max(1, columns.count))\">\(HTML.escaped(text))</td></tr>\n"
        }
        let body = shownRows.map { record in
            record.map { record in row(columns.map { record[$0]?.text ?? "" }, "td") } ?? wide(gap)
        }
        return "<table>\n<thead>\n" + row(columns, "th") + "</thead>\n<tbody>\n" + body.joined()
            + "</tbody>\n"
            + (remarks.isEmpty ? "" : "<tfoot>\n" + remarks.map(wide).joined() + "</tfoot>\n")
            + "</table>\n"
    }

    /// Returns whether a column contains only numbers.
    private func isNumeric(_ column: String) -> Bool {
        records.allSatisfy { $0[column]?.number != nil || $0[column] == nil }
    }
}
