/// The styles of terminals, which Jupyter's clients show as well.
///
/// Without colors: JupyterLab shows errors, and what is written to standard error, on pink or on dark red,
/// where its red and its yellow have too little contrast in one of the themes.
package enum ANSI {
    /// Returns text in the style of what went wrong.
    package static func error(_ text: String) -> String { bold(text) }

    /// Returns text in the style of what may be wrong.
    package static func warning(_ text: String) -> String { bold(text) }

    /// Returns text in the style of what explains.
    package static func note(_ text: String) -> String { bold(text) }

    /// Returns text in bold.
    private static func bold(_ text: String) -> String { "\u{1B}[1m\(text)\u{1B}[0m" }
}
