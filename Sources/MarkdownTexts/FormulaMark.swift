internal import Markup

/// The placeholder of a formula while the surrounding text is cleaned: characters of a private area,
/// which the text itself cannot contain.
enum FormulaMark {
    /// The first and the last character of a mark.
    private static let sign: Character = "\u{F8F0}"

    /// Returns the mark of a formula.
    static func text(_ number: Int) -> String { "\(sign)\(number)\(sign)" }

    /// Returns a text without characters that begin or end marks.
    static func removed(from text: String) -> String {
        text.contains(sign) ? text.filter { $0 != sign } : text
    }

    /// Returns pieces with formulas in place of their marks.
    static func filled(_ nodes: [MarkupNode], with formulas: [MarkupNode]) -> [MarkupNode] {
        nodes.flatMap { node -> [MarkupNode] in
            switch node {
            case .element(var element):
                element.children = filled(element.children, with: formulas)
                // In the value of an attribute, a formula is words.
                for index in element.attributes.indices {
                    element.attributes[index].value = spelled(
                        element.attributes[index].value, formulas)
                }
                return [.element(element)]
            case .text(let text):
                return parts(of: text).map { part in
                    switch part {
                    case .text(let text): .text(text)
                    case .formula(let number) where number < formulas.count: formulas[number]
                    case .formula: .text("")
                    }
                }
            }
        }
    }

    /// A part of a text.
    private enum Part {
        /// Text.
        case text(String)
        /// The mark of a formula.
        case formula(Int)
    }

    /// Returns a text taken apart at its marks.
    private static func parts(of text: String) -> [Part] {
        guard text.contains(sign) else { return [.text(text)] }
        return text.split(separator: sign, omittingEmptySubsequences: false).enumerated().map {
            index, part in
            index.isMultiple(of: 2) ? .text(String(part)) : .formula(Int(part) ?? .max)
        }
    }

    /// Returns a text with the sources of formulas in place of their marks.
    private static func spelled(_ text: String, _ formulas: [MarkupNode]) -> String {
        parts(of: text).map { part in
            switch part {
            case .text(let text): text
            case .formula(let number) where number < formulas.count:
                formulas[number].element?.first("annotation")?.text ?? formulas[number].text
            case .formula: ""
            }
        }.joined()
    }
}
