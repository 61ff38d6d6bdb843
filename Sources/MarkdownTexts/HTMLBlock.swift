/// HTML that stands in a text in Markdown as a block.
///
/// - Source: "HTML blocks" in the CommonMark specification 0.31.
enum HTMLBlock {
    /// The end of a block.
    enum End {
        /// With a line that holds one of some texts.
        case text([String])
        /// Before an empty line.
        case blankLine
    }

    /// The elements that begin a block wherever they stand.
    private static let names: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption",
        "center",
        "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
        "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
        "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search",
        "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]

    /// Returns how the block ends that a line begins; nil where it begins none.
    ///
    /// - Parameter isInParagraph: whether the line would otherwise go on with a paragraph.
    static func end(ofBlockBegunBy line: Substring, isInParagraph: Bool) -> End? {
        guard MarkdownLines.indentation(line) < 4 else { return nil }
        let body = line.drop { $0 == " " }
        guard body.first == "<" else { return nil }
        let small = body.lowercased()
        for name in ["script", "pre", "style", "textarea"] {
            guard small.hasPrefix("<" + name) else { continue }
            let next = small.dropFirst(name.count + 1).first
            if next.map({ $0.isWhitespace || $0 == ">" }) ?? true {
                return .text(["</script>", "</pre>", "</style>", "</textarea>"])
            }
        }
        if small.hasPrefix("<!--") { return .text(["-->"]) }
        if small.hasPrefix("<?") { return .text(["?>"]) }
        if small.hasPrefix("<![cdata[") { return .text(["]]>"]) }
        if small.hasPrefix("<!"), small.dropFirst(2).first?.isLetter == true { return .text([">"]) }
        let name = small.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        let next = small.drop { $0 == "<" || $0 == "/" }.dropFirst(name.count).first
        if names.contains(String(name)),
            next.map({ $0.isWhitespace || $0 == ">" || $0 == "/" }) ?? true
        {
            return .blankLine
        }
        guard !isInParagraph, let length = InlineHTML.length(atStartOf: body),
            MarkdownLines.isBlank(body.dropFirst(length))
        else { return nil }
        return .blankLine
    }
}
