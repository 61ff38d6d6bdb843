internal import Markup

/// Rows and columns in a formula: matrices, cases, lines that stand under one another.
enum TeXTable {
    /// The layout of rows and columns.
    enum Style {
        /// As a matrix.
        case matrix
        /// As a small matrix within a line.
        case small
        /// As cases, to the left.
        case cases
        /// As lines whose relations stand under one another.
        case aligned
        /// As lines in the middle.
        case plain

        /// Takes the style of an environment; nil where it is not known.
        init?(environment name: String) {
            switch name {
            case "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "array",
                "subarray":
                self = .matrix
            case "smallmatrix": self = .small
            case "cases", "rcases", "dcases": self = .cases
            case "aligned", "align", "align*", "split", "eqnarray", "eqnarray*", "alignat",
                "alignat*",
                "alignedat", "flalign", "flalign*":
                self = .aligned
            case "equation", "equation*", "gather", "gather*", "gathered", "multline", "multline*",
                "displaymath", "math":
                self = .plain
            default: return nil
            }
        }

        /// Indicates whether limits of sums stand above and below.
        var isDisplayed: Bool { self == .aligned || self == .plain }
    }

    /// The delimiters of environments that have some.
    static let delimiters: [String: (String, String)] = [
        "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
        "Vmatrix": ("‖", "‖"), "cases": ("{", ""), "dcases": ("{", ""), "rcases": ("", "}"),
    ]

    /// Returns rows as a table.
    ///
    /// - Parameter alignment: the columns of an array, such as `lcr`.
    static func markup(
        _ rows: [[[MarkupNode]]], style: Style, alignment: String = ""
    ) -> MarkupNode {
        let sides = alignment.filter { "lcr".contains($0) }
        let cells = rows.map { row in
            MarkupNode.element(
                MarkupElement(
                    "mtr", [],
                    row.enumerated().map { column, cell in
                        let side = self.side(of: column, style: style, sides: sides)
                        return .element(
                            MarkupElement(
                                "mtd", [.init("style", padding(column, style) + side)], cell))
                    }))
        }
        let isDisplayed = style.isDisplayed
        return .element(
            MarkupElement(
                "mtable", isDisplayed ? [.init("displaystyle", "true")] : [], cells))
    }

    /// Returns to which side the contents of a column stand.
    private static func side(of column: Int, style: Style, sides: String) -> String {
        switch style {
        case .aligned: return column.isMultiple(of: 2) ? "text-align:right" : "text-align:left"
        case .cases: return "text-align:left"
        default:
            let letter = column < sides.count ? Array(sides)[column] : "c"
            return "text-align:" + (["l": "left", "r": "right"][letter] ?? "center")
        }
    }

    /// Returns the space around the contents of a column.
    private static func padding(_ column: Int, _ style: Style) -> String {
        switch style {
        case .aligned:
            // Columns come in pairs, between which there is space.
            column > 0 && column.isMultiple(of: 2)
                ? "padding:0.2em 0 0.2em 2em;" : "padding:0.2em 0;"
        case .small: "padding:0 0.2em;"
        case .cases: column == 0 ? "padding:0.1em 0;" : "padding:0.1em 0 0.1em 1em;"
        default: "padding:0.1em 0.4em;"
        }
    }
}
