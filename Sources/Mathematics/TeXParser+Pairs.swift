internal import Markup

extension TeXParser {
    /// Takes what stands between `\left` and `\right`, with delimiters as high as it is.
    mutating func takePair() -> TeXAtom? {
        guard let opening = takeDelimiter(),
            let content = row(until: { $0 == .command("right") || $0 == nil }),
            take(.command("right")), let closing = takeDelimiter()
        else { return nil }
        return TeXAtom(.ordinary, Self.fenced(opening, content, closing))
    }

    /// Puts something between delimiters that grow with it; empty ones do not show.
    static func fenced(_ opening: String, _ content: [MarkupNode], _ closing: String) -> MarkupNode
    {
        func delimiter(_ sign: String, _ form: String) -> [MarkupNode] {
            guard !sign.isEmpty else { return [] }
            return [
                .element(
                    MarkupElement(
                        "mo",
                        [.init("stretchy", "true"), .init("form", form), .init("fence", "true")],
                        [.text(sign)]))
            ]
        }
        return .element(
            MarkupElement(
                "mrow", [], delimiter(opening, "prefix") + content + delimiter(closing, "postfix")))
    }

    /// Takes a delimiter; nil where it is none, empty where it does not show.
    mutating func takeDelimiter() -> String? {
        switch take() {
        case .character("."): ""
        case .character(let character) where "()[]|/".contains(character): String(character)
        case .character("<"): "⟨"
        case .character(">"): "⟩"
        case .command(let name): TeXSymbols.delimiters[name]
        default: nil
        }
    }

    /// Takes a delimiter of a size.
    mutating func takeSized(_ size: String, _ name: String) -> [TeXAtom]? {
        guard let delimiter = takeDelimiter() else { return nil }
        let isOpening = name.hasSuffix("l") || !name.hasSuffix("r") && "([{⟨⌊⌈".contains(delimiter)
        let isClosing = name.hasSuffix("r") || ")]}⟩⌋⌉".contains(delimiter)
        let kind: TeXAtom.Kind =
            name.hasSuffix("m")
            ? .relation : isOpening ? .opening : isClosing ? .closing : .ordinary
        return [
            TeXAtom(
                kind, "mo", delimiter,
                [
                    ("stretchy", "true"), ("symmetric", "true"), ("minsize", size),
                    ("maxsize", size),
                    ("lspace", "0"), ("rspace", "0"),
                ])
        ]
    }

    /// Takes an environment up to its end.
    mutating func takeEnvironment() -> TeXAtom? {
        guard let name = takeWords(), let style = TeXTable.Style(environment: name) else {
            return nil
        }
        var alignment = ""
        if name == "array" || name == "subarray" {
            _ = takeOption()
            guard let columns = takeWords() else { return nil }
            alignment = columns
        } else if name.hasPrefix("alignat") || name == "alignedat" {
            guard takeWords() != nil else { return nil }
        } else if take(.character("[")) {
            while let token = take(), token != .character("]") {}
        }
        let outside = isDisplayed
        isDisplayed = style.isDisplayed
        while take(.command("hline")) {}
        guard let rows = lines(until: { $0 == .command("end") || $0 == nil }),
            take(.command("end")),
            takeWords() == name
        else { return nil }
        isDisplayed = outside
        if style == .plain, rows.count == 1, rows[0].count == 1 {
            return TeXAtom(.ordinary, Self.node(rows[0][0]))
        }
        let table = TeXTable.markup(rows, style: style, alignment: alignment)
        guard let (opening, closing) = TeXTable.delimiters[name] else {
            return TeXAtom(.ordinary, table)
        }
        return TeXAtom(.ordinary, Self.fenced(opening, [table], closing))
    }
}
