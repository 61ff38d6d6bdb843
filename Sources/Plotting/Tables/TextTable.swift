package import Display

/// The layout of a table as lines of text with thin rules between its parts.
package struct TextTable: Sendable {
    /// The table.
    private let table: Table
    /// The characters to draw with.
    private let style: TextStyle
    /// The columns of a line.
    private let width: Int
    /// The texts of all cells shown, by column.
    private let columns: [TextColumn]

    /// Creates a layout for lines of a given width.
    package init(_ table: Table, style: TextStyle, width: Int) {
        self.table = table
        self.style = style
        self.width = width
        let shown = table.shownRows
        columns = table.columns.enumerated().map { index, column in
            let isLoud = shown.map { row in
                row.map { table.emphasis.contains(Table.Position(row: $0, column: index)) } ?? false
            }
            return TextColumn(column, rows: shown, isLoud: isLoud, style: style)
        }
    }

    /// The text, without a trailing newline.
    package var text: String {
        var lines = table.title.isEmpty ? [] : table.title.spelled(in: style).wrapped(to: width)
        if columns.isEmpty { lines.append("(no columns)") }
        let widths = fittedWidths
        let parts = parts(of: widths)
        for (number, part) in parts.enumerated() {
            if number > 0 { lines.append("") }
            if parts.count > 1 {
                lines.append("(part \(number + 1) of \(parts.count))")
            }
            lines += self.lines(of: part, widths: widths)
        }
        if !table.note.isEmpty { lines += table.note.spelled(in: style).wrapped(to: width) }
        return lines.map(\.trimmedAtEnd).joined(separator: "\n")
    }

    /// The distance between two columns.
    private static let gap = 2

    // MARK: - Widths

    /// The widths of the columns, with text columns narrowed if that makes the table fit.
    private var fittedWidths: [Int] {
        var widths = columns.map { min($0.width, width) }
        let total = { (widths: [Int]) in widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) }
        while total(widths) > width {
            let widest = widths.indices.filter { columns[$0].canWrap && widths[$0] > 12 }
                .max { widths[$0] < widths[$1] }
            guard let widest else { break }
            widths[widest] -= min(widths[widest] - 12, max(1, total(widths) - width))
        }
        return widths
    }

    /// Returns the columns of each part that fits a line; the first column starts every part.
    private func parts(of widths: [Int]) -> [[Int]] {
        var parts: [[Int]] = []
        var part: [Int] = []
        var used = 0
        for index in widths.indices {
            let needed = widths[index] + (part.isEmpty ? 0 : Self.gap)
            if used + needed > width, part.count > (parts.isEmpty ? 0 : 1) {
                parts.append(part)
                let repeatsFirst = widths[0] + Self.gap + widths[index] <= width
                part = repeatsFirst ? [0, index] : [index]
                used = part.reduce(0) { $0 + widths[$1] } + Self.gap * (part.count - 1)
            } else {
                part.append(index)
                used += needed
            }
        }
        return part.isEmpty ? parts : parts + [part]
    }

    // MARK: - Lines

    /// Returns the lines of some columns.
    private func lines(of part: [Int], widths: [Int]) -> [String] {
        var lines = groupLine(of: part, widths: widths)
        lines += row(part.map { ($0, columns[$0].heading, false) }, widths: widths)
        let rule = style == .ascii ? "-" : "─"
        lines.append(
            part.map { String(repeating: rule, count: widths[$0]) }.joined(separator: spaces))
        for (number, shown) in table.shownRows.enumerated() {
            guard shown != nil else {
                lines.append((style == .ascii ? "... " : "… ") + table.omission)
                continue
            }
            let cells = part.map {
                ($0, columns[$0].cells[number], columns[$0].isLoud[number])
            }
            lines += row(cells, widths: widths)
        }
        guard table.hasSums else { return lines }
        let total = part.reduce(0) { $0 + widths[$1] } + Self.gap * (part.count - 1)
        lines.append(String(repeating: style == .ascii ? "=" : "═", count: total))
        return lines + row(part.map { ($0, columns[$0].sum, false) }, widths: widths)
    }

    /// The spaces between two columns.
    private var spaces: String { String(repeating: " ", count: Self.gap) }

    /// Returns the line with the common titles, if there are any.
    private func groupLine(of part: [Int], widths: [Int]) -> [String] {
        var group: [Int] = []
        for (number, one) in table.groups.enumerated() {
            group += Array(repeating: number, count: one.columns.count)
        }
        guard part.contains(where: { !table.groups[group[$0]].title.isEmpty }) else { return [] }
        var texts: [String] = []
        var index = 0
        while index < part.count {
            let number = group[part[index]]
            let members = part[index...].prefix { group[$0] == number }
            let room = members.reduce(0) { $0 + widths[$1] } + Self.gap * (members.count - 1)
            let title = table.groups[number].title.spelled(in: style)
            let rule: Character = style == .ascii ? "-" : "╌"
            var text = title.elided(to: room, style: style)
            if !text.isEmpty && text.columns + 4 <= room {
                let around = room - text.columns - 2
                text =
                    String(repeating: rule, count: around / 2) + " " + text + " "
                    + String(repeating: rule, count: around - around / 2)
            }
            texts.append(text.padded(to: room))
            index += members.count
        }
        return [texts.joined(separator: spaces)]
    }

    /// Returns the lines of one row, as many as its longest cell needs.
    private func row(
        _ cells: [(column: Int, text: String, isLoud: Bool)], widths: [Int]
    ) -> [String] {
        let wrapped = cells.map { cell in
            let reserve = columns[cell.column].hasLoudCells ? 2 : 0
            return cell.text.wrapped(to: max(1, widths[cell.column] - reserve))
        }
        let height = wrapped.map(\.count).max() ?? 1
        return (0..<height).map { line in
            zip(cells, wrapped).map { cell, lines in
                let column = columns[cell.column]
                let text = line < lines.count ? lines[line] : ""
                let mark = style == .ascii ? " *" : " ◂"
                let end = column.hasLoudCells ? (cell.isLoud && line == 0 ? mark : "  ") : ""
                let room = widths[cell.column] - end.columns
                return text.padded(to: room, column.alignment) + end
            }.joined(separator: spaces)
        }
    }
}

/// The texts of one column of a table.
package struct TextColumn: Sendable {
    /// The title.
    package let heading: String
    /// The cells of the rows shown.
    package let cells: [String]
    /// Indicates for each cell whether it is emphasized.
    package let isLoud: [Bool]
    /// The cell in the row of sums.
    package let sum: String
    /// The alignment of the cells.
    package let alignment: Alignment
    /// Indicates whether the cells are texts, which can be wrapped.
    package let canWrap: Bool

    /// Formats a column.
    package init(_ column: Column, rows: [Int?], isLoud: [Bool], style: TextStyle) {
        heading = column.heading.spelled(in: style)
        cells = rows.map { row in
            row.map { column.spelling(of: column.cell($0)).spelled(in: style) } ?? ""
        }
        self.isLoud = isLoud
        sum = column.spelling(of: column.sum).spelled(in: style)
        alignment = column.alignment
        canWrap = column.cells.allSatisfy { $0.number == nil }
    }

    /// Indicates whether any cell is emphasized, so that the column needs room for the mark.
    package var hasLoudCells: Bool { isLoud.contains(true) }

    /// The width of the longest cell in columns, including the mark if there is one.
    package var width: Int {
        let longest = (cells + [heading, sum]).map(\.columns).max() ?? 0
        return max(1, longest + (hasLoudCells ? 2 : 0))
    }
}
