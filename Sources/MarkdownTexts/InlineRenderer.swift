internal import Markup
internal import Mathematics

/// Turns the text of a paragraph or a heading into HTML, which still has to be cleaned.
struct InlineRenderer {
    /// The places that links name, by their labels.
    let references: [String: LinkReference]

    /// The commands for formulas that the document has defined.
    var macros: TeXMacros

    /// The formulas so far, which take the place of their marks when the HTML has been cleaned.
    private(set) var formulas: [MarkupNode] = []

    /// A piece of a line.
    private enum Piece {
        /// HTML that is complete.
        case html(String)
        /// Signs that may begin or end something.
        case run(InlineRun)
        /// A bracket that may begin a link, or a picture.
        case bracket(isPicture: Bool, isActive: Bool, label: String.Index)
    }

    /// The pieces of the line that is being read.
    private var pieces: [Piece] = []

    /// The number of pieces that are brackets which can open a link.
    private var bracketCount = 0

    /// The maximum number of runs that a search goes back, and the maximum length of a label.
    private static let limit = 1000

    /// The characters without whose end a search has already reached the end of the text.
    private var unmatched: Set<String> = []

    /// Starts with no formulas.
    init(references: [String: LinkReference], macros: TeXMacros) {
        self.references = references
        self.macros = macros
    }

    /// Returns a text as HTML.
    mutating func html(_ text: String) -> String {
        pieces = []
        unmatched = []
        bracketCount = 0
        var rest = text[...]
        var previous: Character?
        while let character = rest.first {
            let before = rest
            take(character, &rest, previous: previous, in: text)
            previous = before[..<rest.startIndex].last ?? character
        }
        return emphasized(from: 0)
    }

    /// Returns a formula as a mark, for which it is put in when the HTML has been cleaned.
    mutating func mark(_ formula: TeXFormula) -> String {
        formulas.append(formula.markup(&macros))
        return FormulaMark.text(formulas.count - 1)
    }

    // MARK: Pieces

    /// Takes what begins with a character.
    private mutating func take(
        _ character: Character, _ rest: inout Substring, previous: Character?, in text: String
    ) {
        switch character {
        case "\\": takeEscape(&rest)
        case "`": takeCode(&rest)
        case "$":
            if !takeFormula(&rest) { takeCharacter(&rest) }
        case "*", "_", "~": takeRun(character, &rest, previous: previous)
        case "[":
            rest.removeFirst()
            pieces.append(.bracket(isPicture: false, isActive: true, label: rest.startIndex))
            bracketCount += 1
        case "!" where rest.dropFirst().first == "[":
            rest = rest.dropFirst(2)
            pieces.append(.bracket(isPicture: true, isActive: true, label: rest.startIndex))
            bracketCount += 1
        case "]": takeBracket(&rest, in: text)
        case "<": takeTag(&rest)
        case "&":
            if let (characters, length) = CharacterReference.character(atStartOf: rest) {
                pieces.append(.html(MarkupWriter.escaped(characters)))
                rest = Substring(rest.unicodeScalars.dropFirst(length))
            } else {
                takeCharacter(&rest)
            }
        case "\n": takeLineEnd(&rest)
        case "h" where rest.hasPrefix("http://") || rest.hasPrefix("https://"):
            takeBareAddress(&rest, previous: previous)
        default: takeWords(&rest)
        }
    }

    /// Takes a character that stands for itself.
    private mutating func takeCharacter(_ rest: inout Substring) {
        pieces.append(.html(MarkupWriter.escaped(String(rest.removeFirst()))))
    }

    /// Takes the characters up to the next that may mean something else.
    private mutating func takeWords(_ rest: inout Substring) {
        let signs: Set<Character> = [
            "\\", "`", "$", "*", "_", "~", "[", "!", "]", "<", "&", "\n", "h",
        ]
        let first = rest.startIndex
        let end = rest.dropFirst().firstIndex(where: signs.contains) ?? rest.endIndex
        pieces.append(.html(MarkupWriter.escaped(String(rest[first..<end]))))
        rest = rest[end...]
    }

    /// Takes a backslash and what is behind it.
    private mutating func takeEscape(_ rest: inout Substring) {
        if takeFormula(&rest) { return }
        rest.removeFirst()
        guard let next = rest.first else { return pieces.append(.html("\\")) }
        if next == "\n" {
            pieces.append(.html("<br>\n"))
            rest.removeFirst()
        } else if InlineText.escapable.contains(next) {
            takeCharacter(&rest)
        } else {
            pieces.append(.html("\\"))
        }
    }

    /// Takes code between backticks.
    private mutating func takeCode(_ rest: inout Substring) {
        let fence = rest.prefix { $0 == "`" }
        rest = rest[fence.endIndex...]
        let key = String(fence)
        var search = rest
        while !unmatched.contains(key), let start = search.firstIndex(of: "`") {
            let end = search[start...].prefix { $0 == "`" }
            if end.count == fence.count {
                var code = rest[..<start].map { $0.isNewline ? " " : $0 }
                if code.count > 2, code.first == " ", code.last == " ",
                    !code.allSatisfy({ $0 == " " })
                {
                    code = Array(code.dropFirst().dropLast())
                }
                pieces.append(.html("<code>\(MarkupWriter.escaped(String(code)))</code>"))
                rest = rest[end.endIndex...]
                return
            }
            search = search[end.endIndex...]
        }
        unmatched.insert(key)
        pieces.append(.html(MarkupWriter.escaped(key)))
    }

    /// Takes a formula; returns whether there is one.
    private mutating func takeFormula(_ rest: inout Substring) -> Bool {
        let isEnvironment = rest.hasPrefix("\\begin{")
        let sign =
            isEnvironment ? rest.prefix { $0 != "}" } : rest.prefix(rest.hasPrefix("$$") ? 2 : 1)
        guard sign == "\\" || !unmatched.contains(String(sign)) else { return false }
        guard let span = FormulaSpan.span(atStartOf: rest) else {
            // What ends nowhere behind this place ends nowhere behind a later one.
            if isEnvironment || sign != "\\" { unmatched.insert(String(sign)) }
            return false
        }
        pieces.append(.html(mark(TeXFormula(span.source, isDisplayed: span.isDisplayed))))
        rest = rest.dropFirst(span.length)
        return true
    }

    /// Takes signs that may begin or end something.
    private mutating func takeRun(
        _ sign: Character, _ rest: inout Substring, previous: Character?
    ) {
        let signs = rest.prefix { $0 == sign }
        rest = rest[signs.endIndex...]
        let run = InlineRun(sign, count: signs.count, before: previous, after: rest.first)
        let isKnown = sign != "~" || run.length <= 2
        pieces.append(isKnown ? .run(run) : .html(String(signs)))
    }

    /// The scheme that begins an address.
    nonisolated(unsafe) private static let scheme = /[A-Za-z][A-Za-z0-9+.\-]{1,31}:/

    /// The pattern of an e-mail address.
    nonisolated(unsafe) private static let mailbox =
        /[A-Za-z0-9.!#$%&'*+\/=?^_{|}~\-]+@[A-Za-z0-9.\-]+/

    /// Takes a tag, a comment or an address in angle brackets.
    private mutating func takeTag(_ rest: inout Substring) {
        let body = rest.dropFirst()
        let address = body.prefix { $0 != ">" && $0 != "<" && !$0.isWhitespace }
        if body[address.endIndex...].first == ">" {
            let isAddress = address.prefixMatch(of: Self.scheme) != nil
            let isMailbox = address.wholeMatch(of: Self.mailbox) != nil
            if isAddress || isMailbox {
                let target = isMailbox ? "mailto:\(address)" : String(address)
                pieces.append(
                    .html(Self.link(to: target, title: nil, MarkupWriter.escaped(String(address)))))
                rest = body[address.endIndex...].dropFirst()
                return
            }
        }
        guard let length = InlineHTML.length(atStartOf: rest) else { return takeCharacter(&rest) }
        pieces.append(.html(String(rest.prefix(length))))
        rest = rest.dropFirst(length)
    }

    /// Takes the end of a line, which is a line break behind two spaces.
    private mutating func takeLineEnd(_ rest: inout Substring) {
        rest = rest.dropFirst().drop { $0 == " " }
        guard case .html(let text)? = pieces.last, text.hasSuffix("  ") else {
            return pieces.append(.html("\n"))
        }
        pieces[pieces.count - 1] = .html(String(text.reversed().drop { $0 == " " }.reversed()))
        pieces.append(.html("<br>\n"))
    }

    /// Takes an address that stands in the text as it is.
    private mutating func takeBareAddress(_ rest: inout Substring, previous: Character?) {
        let address = rest.prefix { !$0.isWhitespace && !"<>\"`|$*[]".contains($0) }
        guard bracketCount == 0, previous.map({ !$0.isLetter && !$0.isNumber }) ?? true,
            address.count > 10
        else {
            return takeWords(&rest)
        }
        var end = address
        while let last = end.last, ".,;:!?'\"".contains(last) || last == ")" && !end.contains("(") {
            end.removeLast()
        }
        pieces.append(
            .html(Self.link(to: String(end), title: nil, MarkupWriter.escaped(String(end)))))
        rest = rest[end.endIndex...]
    }

    // MARK: Links and pictures

    /// Takes a bracket that may end a link or a picture.
    private mutating func takeBracket(_ rest: inout Substring, in text: String) {
        let end = rest.startIndex
        rest.removeFirst()
        guard bracketCount > 0,
            let place = pieces.lastIndex(where: { if case .bracket = $0 { true } else { false } }),
            case .bracket(let isPicture, let isActive, let start) = pieces[place]
        else {
            return pieces.append(.html("]"))
        }
        bracketCount -= 1
        let target = isActive ? takeTarget(&rest, label: text[start..<end]) : nil
        guard let target else {
            pieces[place] = .html(isPicture ? "![" : "[")
            return pieces.append(.html("]"))
        }
        let inside = emphasized(from: place + 1)
        pieces.removeSubrange(place...)
        if isPicture {
            let words = MarkupParser.parse(inside).map(\.text).joined()
            let title = target.title.map { " title=\"\(MarkupWriter.escaped($0))\"" } ?? ""
            pieces.append(
                .html(
                    "<img src=\"\(MarkupWriter.escaped(target.address))\" alt=\"\(MarkupWriter.escaped(words))\"\(title)>"
                ))
        } else {
            pieces.append(.html(Self.link(to: target.address, title: target.title, inside)))
            // A link cannot stand in a link.
            for index in pieces.indices {
                if case .bracket(false, _, let label) = pieces[index] {
                    pieces[index] = .bracket(isPicture: false, isActive: false, label: label)
                }
            }
        }
    }

    /// An address in parentheses, with a title in quotes.
    // Unsafe: a regular expression is not `Sendable`, but matching does not change it.
    nonisolated(unsafe) private static let target =
        /\(\s*(?:<((?:[^<>\n\\]|\\.)*)>|((?:[^\s()<\\]|\\.|\((?:[^\s()\\]|\\.)*\))(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))?(?:\s+(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'))?\s*\)/

    /// A label in brackets.
    // Unsafe: as above.
    nonisolated(unsafe) private static let label = /\[([^\[\]]*)\]/

    /// Takes where a link leads; nil where there is no such place.
    private func takeTarget(_ rest: inout Substring, label: Substring) -> LinkReference? {
        if rest.first == "(", let match = rest.prefixMatch(of: Self.target) {
            rest = rest[match.range.upperBound...]
            let address = match.output.1 ?? match.output.2 ?? ""
            let title = match.output.3 ?? match.output.4
            return LinkReference(
                address: InlineText.unescaped(address),
                title: title.map { InlineText.unescaped($0) })
        }
        if rest.first == "[", let match = rest.prefixMatch(of: Self.label) {
            let named = match.output.1.isEmpty ? label : match.output.1
            guard let reference = references[LinkReference.normalized(named)] else { return nil }
            rest = rest[match.range.upperBound...]
            return reference
        }
        guard label.utf8.count < Self.limit else { return nil }
        return references[LinkReference.normalized(label)]
    }

    /// Returns a link as HTML.
    private static func link(to address: String, title: String?, _ inside: String) -> String {
        let title = title.map { " title=\"\(MarkupWriter.escaped($0))\"" } ?? ""
        return "<a href=\"\(MarkupWriter.escaped(address))\"\(title)>\(inside)</a>"
    }

    // MARK: Emphasis

    /// Returns the pieces from a place on as HTML, with what their runs begin and end.
    private func emphasized(from start: Int) -> String {
        // What each piece is written as, and what stands before and behind it.
        var texts: [String] = []
        var runs: [(place: Int, run: InlineRun)] = []
        for piece in pieces[start...] {
            switch piece {
            case .html(let html): texts.append(html)
            case .bracket(let isPicture, _, _): texts.append(isPicture ? "![" : "[")
            case .run(let run):
                runs.append((texts.count, run))
                texts.append("")
            }
        }
        var prefixes = Array(repeating: "", count: runs.count)
        var suffixes = prefixes
        var openers: [Int] = []
        for closer in runs.indices {
            while runs[closer].run.closes, runs[closer].run.count > 0,
                let place = openers.lastIndex(where: { runs[$0].run.matches(runs[closer].run) })
            {
                let opener = openers[place]
                let isStruck = runs[closer].run.sign == "~"
                let count =
                    isStruck
                    ? runs[closer].run.length
                    : min(2, runs[opener].run.count, runs[closer].run.count)
                let name = isStruck ? "del" : count == 2 ? "strong" : "em"
                // What is nearest to the words is written first.
                suffixes[opener] = "<\(name)>" + suffixes[opener]
                prefixes[closer] += "</\(name)>"
                runs[opener].run.count -= count
                runs[closer].run.count -= count
                openers.removeSubrange((place + 1)...)
                if runs[opener].run.count == 0 { openers.removeLast() }
            }
            if runs[closer].run.opens, runs[closer].run.count > 0 { openers.append(closer) }
            if openers.count > Self.limit { openers.removeFirst(Self.limit / 2) }
        }
        for (index, (place, run)) in runs.enumerated() {
            texts[place] =
                prefixes[index] + String(repeating: run.sign, count: run.count) + suffixes[index]
        }
        return texts.joined()
    }
}
