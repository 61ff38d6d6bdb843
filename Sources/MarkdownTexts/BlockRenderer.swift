internal import Markup
internal import Mathematics

/// Turns the blocks of a text into HTML, which still has to be cleaned.
struct BlockRenderer {
    /// Sees to the text within blocks.
    var inline: InlineRenderer

    /// Returns code as HTML.
    let code: (String, String) -> String

    /// Returns blocks as HTML.
    mutating func html(_ blocks: [MarkdownBlock]) -> String {
        var html = ""
        for block in blocks { html += self.html(block) }
        return html
    }

    /// Returns a block as HTML.
    private mutating func html(_ block: MarkdownBlock) -> String {
        switch block {
        case .heading(let level, let text):
            let id = MarkupWriter.escaped(HeadingName.of(text))
            return "<h\(level) id=\"\(id)\">\(inline.html(text))</h\(level)>\n"
        case .paragraph(let text): return "<p>\(inline.html(text))</p>\n"
        case .code(let text, let info): return code(text, info) + "\n"
        case .quotation(let blocks): return "<blockquote>\n\(html(blocks))</blockquote>\n"
        case .list(let list): return html(list)
        case .table(let head, let sides, let rows): return table(head, sides, rows)
        case .rule: return "<hr>\n"
        case .html(let text): return htmlWithFormulas(text) + "\n"
        case .formula(let source):
            return "<p>\(inline.mark(TeXFormula(source, isDisplayed: true)))</p>\n"
        }
    }

    /// Returns HTML as it stands, with the formulas in it: Jupyter sets those as well.
    private mutating func htmlWithFormulas(_ text: String) -> String {
        guard text.contains("$") else { return text }
        var result = ""
        var rest = text[...]
        var isTag = false
        while let character = rest.first {
            if character == "<" { isTag = true }
            if character == ">" { isTag = false }
            if character == "$", !isTag, let span = FormulaSpan.span(atStartOf: rest),
                !span.source.contains("<")
            {
                let source = CharacterReference.decoded(span.source)
                result += inline.mark(TeXFormula(source, isDisplayed: span.isDisplayed))
                rest = rest.dropFirst(span.length)
            } else {
                result.append(character)
                rest.removeFirst()
            }
        }
        return result
    }

    /// Returns a list.
    private mutating func html(_ list: MarkdownList) -> String {
        let name = list.start == nil ? "ul" : "ol"
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        var html = "<\(name)\(start)>\n"
        for item in list.items {
            let isTask = item.isDone != nil
            html += isTask ? "<li class=\"task\">" : "<li>"
            if let isDone = item.isDone {
                html += "<input type=\"checkbox\"\(isDone ? " checked" : "")> "
            }
            for block in item.blocks {
                if !list.isLoose, case .paragraph(let text) = block {
                    html += inline.html(text) + "\n"
                } else {
                    html += self.html(block)
                }
            }
            html += "</li>\n"
        }
        return html + "</\(name)>\n"
    }

    /// Returns a table.
    private mutating func table(
        _ head: [String], _ sides: [MarkdownTable.Side], _ rows: [[String]]
    ) -> String {
        func style(_ column: Int) -> String {
            sides[column] == .none ? "" : " style=\"text-align:\(sides[column].rawValue)\""
        }
        var html = "<table>\n<thead>\n<tr>"
        for (column, cell) in head.enumerated() {
            html += "<th scope=\"col\"\(style(column))>\(inline.html(cell))</th>"
        }
        html += "</tr>\n</thead>\n<tbody>\n"
        for row in rows {
            html += "<tr>"
            for (column, cell) in row.enumerated() {
                html += "<td\(style(column))>\(inline.html(cell))</td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody>\n</table>\n"
    }
}

/// The names under which links reach headings.
enum HeadingName {
    /// Returns the name of a heading: as in Jupyter, its words joined by hyphens.
    static func of(_ text: String) -> String {
        let words = text.replacing(/<[^>]*>/, with: "").filter { !"*`$<>\"'&".contains($0) }
        return words.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    }
}
