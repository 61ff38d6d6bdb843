/// The syntax of tables: rows whose cells are separated by bars.
enum MarkdownTable {
    /// The side to which the cells of a column stand.
    enum Side: String, Sendable, Hashable {
        /// As usual.
        case none
        /// To the left.
        case left
        /// In the middle.
        case center
        /// To the right.
        case right
    }

    /// Returns the sides of columns that the line below a head names; nil where it is no such line.
    static func sides(_ line: Substring) -> [Side]? {
        guard line.contains("-"), line.allSatisfy({ "|-: \t".contains($0) }) else { return nil }
        let cells = cells(line)
        guard !cells.isEmpty else { return nil }
        var sides: [Side] = []
        for cell in cells {
            let ends = (cell.hasPrefix(":"), cell.hasSuffix(":"))
            let dashes = cell.dropFirst(ends.0 ? 1 : 0).dropLast(ends.1 ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == "-" }) else { return nil }
            let side: Side =
                switch ends {
                case (true, true): .center
                case (true, false): .left
                case (false, true): .right
                case (false, false): .none
                }
            sides.append(side)
        }
        return sides
    }

    /// Returns the cells of a line; bars in code, in formulas or behind a backslash separate none.
    static func cells(_ line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var rest = MarkdownLines.trimmed(line)
        if rest.first == "|" { rest.removeFirst() }
        var isCode = false
        var isFormula = false
        while let character = rest.popFirst() {
            switch character {
            case "\\" where rest.first == "|" && !isFormula:
                cell += "|"
                rest.removeFirst()
            case "\\":
                cell.append(character)
                if let next = rest.popFirst() { cell.append(next) }
            case "`":
                isCode = isCode ? false : rest.contains("`")
                cell.append(character)
            case "$" where !isCode:
                isFormula = isFormula ? false : rest.contains("$")
                cell.append(character)
            case "|" where !isCode && !isFormula:
                cells.append(String(MarkdownLines.trimmed(cell[...])))
                cell = ""
            default: cell.append(character)
            }
        }
        let last = MarkdownLines.trimmed(cell[...])
        if !last.isEmpty { cells.append(String(last)) }
        return cells
    }
}
