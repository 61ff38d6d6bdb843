internal import CellRuntime
package import Display
internal import Glibc
internal import Plotting

// Numbers that a text prints are no laws: they are true of the numbers that a notebook starts with.
//
//     try textHas {
//         Printed("-1.0062", "∂L/∂W", story.gradient.W)
//         Printed(over: "0.99", "share of the last ten steps", share)
//     }

/// Shows whether numbers that the text prints are those of this run: one line, which opens to a
/// table in a notebook.
///
/// With other parameters than the text was written for, numbers differ. Then it says which, and
/// goes on. Under `unroll test` a number that differs fails the cell.
///
/// - Throws: what the closure throws; under `unroll test`, `CheckFailure` where a number differs.
public func textHas(@TextNumbersBuilder _ numbers: () throws -> [Printed]) throws {
    let comparison = TextNumbers(try numbers())
    if getenv(TextNumbers.strictVariable) != nil { try comparison.requireAgreement() }
    display(comparison)
}

/// Numbers of a text beside those of a run.
package struct TextNumbers: Sendable {
    /// The environment variable with which `unroll test` asks for numbers that agree.
    package static let strictVariable = "UNROLL_STRICT_TEXT"

    /// The numbers.
    private let numbers: [Printed]

    /// The numbers that the run does not confirm.
    private let differing: [Printed]

    /// Takes the numbers.
    package init(_ numbers: [Printed]) {
        self.numbers = numbers
        differing = numbers.filter { !$0.agrees }
    }

    /// Throws where a number differs.
    package func requireAgreement() throws(CheckFailure) {
        guard !differing.isEmpty else { return }
        throw CheckFailure(description: differing.map(\.complaint).joined(separator: "; "))
    }

    /// The line that tells how many numbers there are, and how many differ.
    private var summary: String {
        let count = numbers.count
        let noun = count == 1 ? "number" : "numbers"
        guard !differing.isEmpty else {
            return "✓ \(count) \(noun) of the text: as in this run"
        }
        return "≠ \(differing.count) of \(count) \(noun) of the text: not as in this run"
    }

    /// Returns the line, and one for each number that differs.
    package func text(style: TextStyle = .preferred) -> String {
        let lines = [summary] + differing.map { "  " + $0.complaint }
        let text = lines.joined(separator: "\n")
        return style == .ascii ? text.asciiSpelling : text
    }

    /// The line, which opens to a table of all numbers; those that differ stand open below it.
    private var html: String {
        let table = Table {
            Column("quantity", numbers.map(\.quantity))
            Column("the text has", numbers.map(\.text), alignment: .trailing)
            Column("this run has", numbers.map(\.foundInFull), alignment: .trailing)
        }.emphasized { row, column in column == 2 && !numbers[row].agrees }
        var html = "<details style=\"opacity:\(differing.isEmpty ? ".7" : "1")\">"
        html += "<summary>\(HTML.escaped(summary))</summary>\n\(table.html)</details>"
        guard !differing.isEmpty else { return html }
        let items = differing.map { "<li>\(HTML.escaped($0.complaint))</li>" }
        return html + "<ul>\(items.joined())</ul>"
    }
}

extension TextNumbers: Displayable {
    /// The line as text, and with its table as HTML.
    package var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: text())
        bundle[.html] = .text(html)
        return bundle
    }
}

/// Collects the numbers that stand between the braces of `textHas`.
@resultBuilder public enum TextNumbersBuilder {
    /// Takes one number.
    public static func buildExpression(_ number: Printed) -> [Printed] { [number] }

    /// Takes several numbers.
    public static func buildExpression(_ numbers: [Printed]) -> [Printed] { numbers }

    /// Joins what stands one below the other.
    public static func buildBlock(_ numbers: [Printed]...) -> [Printed] { numbers.flatMap { $0 } }

    /// Joins the rounds of a loop.
    public static func buildArray(_ numbers: [[Printed]]) -> [Printed] { numbers.flatMap { $0 } }

    /// Takes the numbers of an `if` without `else`.
    public static func buildOptional(_ numbers: [Printed]?) -> [Printed] { numbers ?? [] }

    /// Takes the numbers of an `if`.
    public static func buildEither(first numbers: [Printed]) -> [Printed] { numbers }

    /// Takes the numbers of an `else`.
    public static func buildEither(second numbers: [Printed]) -> [Printed] { numbers }
}
