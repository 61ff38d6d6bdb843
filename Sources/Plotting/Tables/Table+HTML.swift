internal import XML

extension Table {
    /// The table as a fragment of HTML.
    ///
    /// It inherits colors and fonts from the page, so that it matches light and dark themes, and
    /// uses elements and attributes for everything that must survive if a page removes styles, as
    /// GitHub does.
    public var html: String {
        var html = "<table style=\"\(Self.tableStyle)\">\n"
        if !title.isEmpty {
            html += "<caption style=\"text-align:left;font-weight:600;padding:4px 0\">"
            html += "<strong>\(XMLText.escaped(title.singleLine))</strong></caption>\n"
        }
        html += "<thead>\n" + headRows + "</thead>\n<tbody>\n"
        for row in shownRows { html += row.map(bodyRow) ?? omittedRow }
        html += "</tbody>\n"
        if hasSums || !note.isEmpty { html += "<tfoot>\n" + sumRow + noteRow + "</tfoot>\n" }
        return html + "</table>\n"
    }

    /// The style of the whole table.
    private static let tableStyle =
        "border-collapse:collapse;margin:8px 0;font-variant-numeric:tabular-nums"
    /// A line that is visible on light and dark pages.
    private static let line = "1px solid rgba(128,128,128,.55)"

    /// The rows of titles.
    private var headRows: String {
        var html = ""
        if groups.contains(where: { !$0.title.isEmpty }) {
            html += "<tr>"
            for group in groups {
                let border = group.title.isEmpty ? "" : ";border-bottom:\(Self.line)"
                html += "<th colspan=\"\(group.columns.count)\" align=\"center\" "
                html += "style=\"text-align:center;padding:2px 10px\(border)\">"
                html += XMLText.escaped(group.title.singleLine) + "</th>"
            }
            html += "</tr>\n"
        }
        let cells = columns.map { column in
            Self.cell(
                "th", XMLText.escaped(column.heading), column.alignment,
                style: "border-bottom:\(Self.line)")
        }
        return html + "<tr>" + cells.joined() + "</tr>\n"
    }

    /// Returns one row of cells.
    private func bodyRow(_ row: Int) -> String {
        let cells = columns.enumerated().map { index, column in
            let text = XMLText.escaped(column.spelling(of: column.cell(row)))
            guard emphasis.contains(Position(row: row, column: index)) else {
                return Self.cell("td", text, column.alignment)
            }
            return Self.cell(
                "td", "<strong>\(text)</strong>", column.alignment,
                style: "background:rgba(230,150,40,.22)")
        }
        return "<tr>" + cells.joined() + "</tr>\n"
    }

    /// The row in place of omitted rows.
    private var omittedRow: String {
        "<tr><td colspan=\"\(columns.count)\" align=\"center\" "
            + "style=\"text-align:center;opacity:.75\">… \(omission) …</td></tr>\n"
    }

    /// The row of sums.
    private var sumRow: String {
        guard hasSums else { return "" }
        let cells = columns.map { column in
            let text = XMLText.escaped(column.spelling(of: column.sum))
            return Self.cell(
                "td", text.isEmpty ? "" : "<strong>\(text)</strong>", column.alignment,
                style: "border-top:\(Self.line)")
        }
        return "<tr>" + cells.joined() + "</tr>\n"
    }

    /// The row with the note under the table.
    private var noteRow: String {
        guard !note.isEmpty else { return "" }
        return "<tr><td colspan=\"\(max(1, columns.count))\" align=\"left\" "
            + "style=\"text-align:left;padding:6px 10px 2px;opacity:.8\"><em>"
            + XMLText.escaped(note.singleLine) + "</em></td></tr>\n"
    }

    /// Returns a cell.
    private static func cell(
        _ tag: String, _ content: String, _ alignment: Alignment, style: String = ""
    ) -> String {
        let side =
            switch alignment {
            case .leading: "left"
            case .center: "center"
            case .trailing: "right"
            }
        let more = style.isEmpty ? "" : ";" + style
        return "<\(tag) align=\"\(side)\" style=\"text-align:\(side);padding:2px 10px\(more)\">"
            + content + "</\(tag)>"
    }
}
