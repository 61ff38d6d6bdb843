/// The colours of terminals, which Jupyter's clients show as well.
package enum ANSI {
    /// Returns text in red: what went wrong.
    ///
    /// Not in bold as well: JupyterLab shows that in a dark red, on the dark red of errors.
    package static func error(_ text: String) -> String { "\u{1B}[31m\(text)\u{1B}[0m" }

    /// Returns text in bold yellow: what may be wrong.
    package static func warning(_ text: String) -> String { "\u{1B}[1;33m\(text)\u{1B}[0m" }

    /// Returns text in bold: what explains.
    package static func note(_ text: String) -> String { "\u{1B}[1m\(text)\u{1B}[0m" }
}
