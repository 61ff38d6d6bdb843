/// Terminal colors, which Jupyter's clients show as well.
package enum ANSI {
    /// Returns text in red, for errors.
    ///
    /// It is not bold, because JupyterLab shows bold red as a dark red, on the dark red background
    /// of errors.
    package static func error(_ text: String) -> String { "\u{1B}[31m\(text)\u{1B}[0m" }

    /// Returns text in bold yellow, for warnings.
    package static func warning(_ text: String) -> String { "\u{1B}[1;33m\(text)\u{1B}[0m" }

    /// Returns text in bold, for notes.
    package static func note(_ text: String) -> String { "\u{1B}[1m\(text)\u{1B}[0m" }
}
