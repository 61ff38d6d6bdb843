/// Takes a text in Markdown apart into blocks.
///
/// - Source: the CommonMark specification 0.31, and GitHub's for tables and tasks; formulas as Jupyter
///   takes them out before.
struct BlockParser {
    /// The places that links name, by their labels.
    private(set) var references: [String: LinkReference] = [:]

    /// The depth of nested blocks.
    private var depth = 0

    /// The maximum depth of nested blocks; deeper ones are paragraphs.
    private static let depthLimit = 40

    /// Starts with nothing.
    init() {}

    /// Returns the blocks of some lines.
    mutating func blocks(_ lines: ArraySlice<Substring>) -> [MarkdownBlock] {
        depth += 1
        defer { depth -= 1 }
        var blocks: [MarkdownBlock] = []
        var rest = lines
        while let line = rest.first {
            if MarkdownLines.isBlank(line) {
                rest.removeFirst()
            } else if let block = take(from: &rest) {
                blocks.append(block)
            }
        }
        return blocks
    }

    /// Takes the block that the first line begins; nil where it only defines where links lead.
    private mutating func take(from rest: inout ArraySlice<Substring>) -> MarkdownBlock? {
        let line = rest[rest.startIndex]
        if MarkdownLines.indentation(line) >= 4 { return takeIndentedCode(&rest) }
        if let fence = MarkdownLines.fence(line) {
            return takeFencedCode(&rest, sign: fence.sign, length: fence.length, info: fence.info)
        }
        if let heading = MarkdownLines.heading(line) {
            rest.removeFirst()
            return .heading(level: heading.level, text: heading.text)
        }
        if MarkdownLines.isRule(line) {
            rest.removeFirst()
            return .rule
        }
        if depth < Self.depthLimit {
            if MarkdownLines.trimmed(line).first == ">" { return takeQuotation(&rest) }
            if let sign = MarkdownLines.itemSign(line) { return takeList(&rest, like: sign) }
        }
        if let end = HTMLBlock.end(ofBlockBegunBy: line, isInParagraph: false) {
            return takeHTML(&rest, until: end)
        }
        if let formula = takeFormula(&rest) { return formula }
        if let table = takeTable(&rest) { return table }
        return takeParagraph(&rest)
    }

    // MARK: Code, HTML and formulas

    /// Takes lines that are indented as code.
    private func takeIndentedCode(_ rest: inout ArraySlice<Substring>) -> MarkdownBlock {
        var lines: [Substring] = []
        while let line = rest.first,
            MarkdownLines.isBlank(line) || MarkdownLines.indentation(line) >= 4
        {
            lines.append(line.dropFirst(min(4, MarkdownLines.indentation(line))))
            rest.removeFirst()
        }
        while lines.last.map(MarkdownLines.isBlank) == true { lines.removeLast() }
        return .code(text: lines.map { $0 + "\n" }.joined(), info: "")
    }

    /// Takes lines up to the fence that ends code.
    private func takeFencedCode(
        _ rest: inout ArraySlice<Substring>, sign: Character, length: Int, info: String
    ) -> MarkdownBlock {
        let indentation = MarkdownLines.indentation(rest.removeFirst())
        var text = ""
        while let line = rest.popFirst() {
            if let end = MarkdownLines.fence(line), end.sign == sign, end.length >= length,
                end.info.isEmpty
            {
                break
            }
            text += line.dropFirst(min(indentation, MarkdownLines.indentation(line))) + "\n"
        }
        return .code(text: text, info: info)
    }

    /// Takes lines of HTML.
    private func takeHTML(
        _ rest: inout ArraySlice<Substring>, until end: HTMLBlock.End
    ) -> MarkdownBlock {
        var lines: [Substring] = []
        while let line = rest.first {
            if case .blankLine = end, MarkdownLines.isBlank(line) { break }
            lines.append(line)
            rest.removeFirst()
            if case .text(let texts) = end, texts.contains(where: line.lowercased().contains) {
                break
            }
        }
        return .html(lines.joined(separator: "\n"))
    }

    /// Takes a formula that begins with two dollar signs or as an environment; nil where there is none.
    private func takeFormula(_ rest: inout ArraySlice<Substring>) -> MarkdownBlock? {
        let line = MarkdownLines.trimmed(rest[rest.startIndex])
        let isEnvironment = line.hasPrefix("\\begin{")
        guard isEnvironment || line.hasPrefix("$$") else { return nil }
        var text = ""
        for (index, line) in zip(rest.indices, rest) {
            guard !MarkdownLines.isBlank(line) || !isEnvironment else { return nil }
            text += (text.isEmpty ? "" : "\n") + line
            guard line.contains(isEnvironment ? "\\end{" : "$$") else { continue }
            let whole = MarkdownLines.trimmed(text[...])
            guard let span = FormulaSpan.span(atStartOf: whole) else { continue }
            // What stands behind a formula on its line makes it a part of a paragraph.
            guard MarkdownLines.isBlank(whole.dropFirst(span.length)) else { return nil }
            rest = rest[(index + 1)...]
            return .formula(span.source)
        }
        return nil
    }

    // MARK: Quotations and lists

    /// Takes the lines of a quotation; a paragraph in it may go on without its sign.
    private mutating func takeQuotation(_ rest: inout ArraySlice<Substring>) -> MarkdownBlock {
        var lines: [Substring] = []
        while let line = rest.first {
            let body = line.drop { $0 == " " }
            if body.first == ">", MarkdownLines.indentation(line) < 4 {
                let inner = body.dropFirst()
                lines.append(inner.first == " " ? inner.dropFirst() : inner)
            } else if Self.goesOn(lines.last, with: line) {
                lines.append(line)
            } else {
                break
            }
            rest.removeFirst()
        }
        return .quotation(blocks(lines[...]))
    }

    /// Takes the items of a list.
    private mutating func takeList(
        _ rest: inout ArraySlice<Substring>, like first: MarkdownLines.ItemSign
    ) -> MarkdownBlock {
        var list = MarkdownList(start: first.number)
        var isBehindBlank = false
        while let line = rest.first, let sign = MarkdownLines.itemSign(line),
            sign.kind == first.kind
        {
            rest.removeFirst()
            if isBehindBlank { list.isLoose = true }
            var lines = [sign.rest]
            takeLines(of: sign, from: &rest, into: &lines)
            isBehindBlank = lines.count > 1 && lines.last.map(MarkdownLines.isBlank) == true
            while lines.count > 1, lines.last.map(MarkdownLines.isBlank) == true {
                lines.removeLast()
            }
            let item = item(lines)
            if Self.hasGap(lines, item.blocks) { list.isLoose = true }
            list.items.append(item)
        }
        return .list(list)
    }

    /// Takes the lines of an item behind its first.
    private func takeLines(
        of sign: MarkdownLines.ItemSign, from rest: inout ArraySlice<Substring>,
        into lines: inout [Substring]
    ) {
        while let line = rest.first {
            if MarkdownLines.isBlank(line) {
                // An item that begins with an empty line has no second one.
                if lines.count == 1, lines[0].isEmpty { return }
                lines.append("")
            } else if MarkdownLines.indentation(line) >= sign.column {
                lines.append(line.dropFirst(sign.column))
            } else if Self.goesOn(lines.last, with: line), MarkdownLines.itemSign(line) == nil {
                lines.append(line)
            } else {
                return
            }
            rest.removeFirst()
        }
    }

    /// Returns an item with what stands in it.
    private mutating func item(_ lines: [Substring]) -> MarkdownList.Item {
        var lines = lines
        var isDone: Bool?
        if let task = lines[0].prefixMatch(of: /\[([\sxX])\]\s/) {
            isDone = task.output.1 != " "
            lines[0] = lines[0].dropFirst(4)
        }
        return MarkdownList.Item(isDone: isDone, blocks: blocks(lines[...]))
    }

    /// Returns whether there is an empty line between two blocks of an item.
    private static func hasGap(_ lines: [Substring], _ blocks: [MarkdownBlock]) -> Bool {
        guard blocks.count > 1 else { return false }
        // Those in the code or the list of an item do not count.
        return lines.indices.dropFirst().contains { index in
            MarkdownLines.isBlank(lines[index]) && index + 1 < lines.count
                && MarkdownLines.indentation(lines[index + 1]) == 0
        }
    }

    /// Returns whether a line goes on with a paragraph that the line before belongs to.
    private static func goesOn(_ previous: Substring?, with line: Substring) -> Bool {
        guard let previous, !MarkdownLines.isBlank(previous), !MarkdownLines.isBlank(line) else {
            return false
        }
        return MarkdownLines.indentation(previous) < 4 && MarkdownLines.fence(previous) == nil
            && MarkdownLines.heading(previous) == nil && !MarkdownLines.isRule(previous)
            && !interruptsParagraph(line)
    }

    // MARK: Tables and paragraphs

    /// Takes a table; nil where the lines are none.
    private func takeTable(_ rest: inout ArraySlice<Substring>) -> MarkdownBlock? {
        guard let (head, sides) = Self.tableHead(rest) else { return nil }
        rest = rest.dropFirst(2)
        var rows: [[String]] = []
        while let line = rest.first, !MarkdownLines.isBlank(line), !Self.interruptsParagraph(line) {
            let cells = MarkdownTable.cells(line).prefix(sides.count)
            rows.append(cells + Array(repeating: "", count: sides.count - cells.count))
            rest.removeFirst()
        }
        return .table(head: head, sides: sides, rows: rows)
    }

    /// Takes a paragraph, or the heading that the line below makes of it; nil where its lines only
    /// define where links lead.
    private mutating func takeParagraph(_ rest: inout ArraySlice<Substring>) -> MarkdownBlock? {
        var lines: [Substring] = []
        var level: Int?
        while let line = rest.first, !MarkdownLines.isBlank(line) {
            if !lines.isEmpty {
                if let found = Self.underline(line) {
                    rest.removeFirst()
                    level = found
                    break
                }
                if Self.interruptsParagraph(line) || Self.tableHead(rest) != nil { break }
            }
            lines.append(line)
            rest.removeFirst()
            takeFormulaLines(&lines, from: &rest)
        }
        var text = lines.map { $0.drop { $0 == " " } }.joined(separator: "\n")
        while let (label, reference, length) = LinkReference.definition(atStartOf: text) {
            if references[label] == nil { references[label] = reference }
            text = String(text.dropFirst(length))
        }
        let whole = String(MarkdownLines.trimmed(text[...]))
        guard !whole.isEmpty else { return nil }
        return level.map { .heading(level: $0, text: whole) } ?? .paragraph(whole)
    }

    /// Takes the lines up to the end of a formula that begins in a paragraph's last line.
    private func takeFormulaLines(
        _ lines: inout [Substring], from rest: inout ArraySlice<Substring>
    ) {
        guard let line = lines.last, line.contains("$$"),
            line.ranges(of: "$$").count % 2 == 1,
            let end = rest.firstIndex(where: { $0.contains("$$") })
        else { return }
        lines += rest[...end]
        rest = rest[(end + 1)...]
    }

    /// Returns the level of the heading that a line makes of the lines above it; nil where it is none.
    private static func underline(_ line: Substring) -> Int? {
        guard MarkdownLines.indentation(line) < 4 else { return nil }
        let signs = MarkdownLines.trimmed(line)
        guard let first = signs.first, signs.allSatisfy({ $0 == first }) else { return nil }
        return first == "=" ? 1 : first == "-" ? 2 : nil
    }

    /// Returns whether a line begins something else than the paragraph that it stands behind.
    private static func interruptsParagraph(_ line: Substring) -> Bool {
        if MarkdownLines.indentation(line) >= 4 { return false }
        if MarkdownLines.isRule(line) || MarkdownLines.heading(line) != nil
            || MarkdownLines.fence(line) != nil || MarkdownLines.trimmed(line).first == ">"
        {
            return true
        }
        if let sign = MarkdownLines.itemSign(line) {
            // Only lists that begin with one: a number may just begin a line.
            return !sign.rest.isEmpty && (sign.number ?? 1) == 1
        }
        return HTMLBlock.end(ofBlockBegunBy: line, isInParagraph: true) != nil
    }

    /// Returns the head of the table that the first two lines begin, and the sides of its columns; nil
    /// where they begin none.
    private static func tableHead(
        _ rest: ArraySlice<Substring>
    ) -> (cells: [String], sides: [MarkdownTable.Side])? {
        guard rest.count > 1, let line = rest.first, line.contains("|"),
            let sides = MarkdownTable.sides(rest[rest.startIndex + 1])
        else { return nil }
        let cells = MarkdownTable.cells(line)
        return cells.count == sides.count ? (cells, sides) : nil
    }
}
