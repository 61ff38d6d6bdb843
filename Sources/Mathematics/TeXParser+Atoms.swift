internal import Markup

extension TeXParser {
    /// Takes a character, a group or a command with its arguments.
    ///
    /// - Parameter isSingle: whether of a number only one digit is meant, as in `\frac12`.
    mutating func takeAtoms(isSingle: Bool = false) -> [TeXAtom]? {
        guard let token = peek() else { return nil }
        switch token {
        case .open: return takeArgument().map { [TeXAtom(.ordinary, $0)] }
        case .character(let character):
            take()
            return [atom(of: character, isSingle: isSingle)]
        case .command(let name):
            take()
            return takeCommand(name)
        case .close, .superscript, .subscript, .column, .argument, .space: return nil
        }
    }

    /// Returns the part for a character, with the digits behind it.
    private mutating func atom(of character: Character, isSingle: Bool) -> TeXAtom {
        if isDigit(character) || character == "." && isDigit(at: position) {
            var number = String(character)
            while !isSingle, position < tokens.count, case .character(let next) = tokens[position],
                isDigit(next) || next == "." && isDigit(at: position + 1)
            {
                number.append(next)
                position += 1
            }
            return TeXAtom(.ordinary, "mn", alphabet.applied(to: number))
        }
        switch character {
        case "+": return TeXAtom(.binary, "mo", "+")
        case "-", "−": return TeXAtom(.binary, "mo", "−")
        case "*": return TeXAtom(.binary, "mo", "∗")
        case "/": return TeXAtom(.ordinary, "mo", "/", [("lspace", "0"), ("rspace", "0")])
        case "=": return TeXAtom(.relation, "mo", "=")
        case "<", ">": return TeXAtom(.relation, "mo", String(character))
        case ":": return TeXAtom(.relation, "mo", ":")
        case ",", ";":
            return TeXAtom(.punctuation, "mo", String(character), [("separator", "true")])
        case "(", "[": return TeXAtom(.opening, "mo", String(character), [("stretchy", "false")])
        case ")", "]": return TeXAtom(.closing, "mo", String(character), [("stretchy", "false")])
        case "|":
            return TeXAtom(
                .ordinary, "mo", "|", [("stretchy", "false"), ("lspace", "0"), ("rspace", "0")])
        case "!", "?", ".":
            return TeXAtom(.closing, "mo", String(character), [("lspace", "0"), ("rspace", "0")])
        case _ where character.isLetter: return letter(character)
        default: return TeXAtom(.ordinary, "mo", String(character))
        }
    }

    /// Returns the part for a letter.
    private func letter(_ character: Character) -> TeXAtom {
        // A single letter is slanted by itself; where it should not be, that has to be said.
        let isUpright = alphabet == .upright
        return TeXAtom(
            .ordinary, "mi", alphabet.applied(to: String(character)),
            isUpright ? [("mathvariant", "normal")] : [])
    }

    /// Returns whether a character is a digit of ASCII.
    private func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    /// Returns whether there is a digit at a place.
    private func isDigit(at place: Int) -> Bool {
        guard place < tokens.count, case .character(let character) = tokens[place] else {
            return false
        }
        return isDigit(character)
    }

    /// Returns what a command stands for, with its arguments; nil where it is not known.
    private mutating func takeCommand(_ name: String) -> [TeXAtom]? {
        if let symbol = TeXSymbols.symbols[name] { return [symbol.atom(in: alphabet)] }
        if let width = TeXSymbols.spaces[name] { return [TeXAtom(.space, TeXSpacing.space(width))] }
        if let accent = TeXSymbols.accents[name] { return takeAccent(accent) }
        if let alphabet = MathAlphabet.commands[name] { return takeLetters(in: alphabet) }
        if let size = TeXSymbols.sizes[name] { return takeSized(size, name) }
        switch name {
        case "frac", "dfrac", "tfrac", "cfrac": return takeFraction(name)
        case "binom", "dbinom", "tbinom": return takeBinomial()
        case "sqrt": return takeRoot()
        case "text", "textrm", "textbf", "textit", "texttt", "mbox", "textsf", "textnormal":
            return takeText(name)
        case "operatorname": return takeOperatorName()
        case "left": return takePair().map { [$0] }
        case "begin": return takeEnvironment().map { [$0] }
        case "overset", "stackrel":
            return takeStacked { base, over in
                TeXAtom(base.kind, .element(MarkupElement("mover", [], [base.node, over])))
            }
        case "underset":
            return takeStacked { base, under in
                TeXAtom(base.kind, .element(MarkupElement("munder", [], [base.node, under])))
            }
        case "overbrace", "underbrace": return takeBrace(name)
        case "xrightarrow", "xleftarrow": return takeArrow(name)
        case "phantom":
            return takeArgument().map {
                [TeXAtom(.ordinary, .element(MarkupElement("mphantom", [], [$0])))]
            }
        case "boxed":
            return takeArgument().map {
                [
                    TeXAtom(
                        .ordinary,
                        .element(
                            MarkupElement(
                                "mpadded", [.init("style", "border:1px solid;padding:0.3em")], [$0])
                        ))
                ]
            }
        case "color", "textcolor": return takeColored(isRest: name == "color")
        case "not": return takeNegated()
        case "mathop", "mathbin", "mathrel", "mathord", "mathopen", "mathclose":
            return takeClassed(name)
        case "limits", "nolimits", "label", "nonumber", "notag": return takeIgnored(name)
        case "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle": return takeStyle(name)
        case "tag": return takeTag()
        case "middle":
            return takeDelimiter().map {
                [
                    TeXAtom(
                        .relation, "mo", $0,
                        [("stretchy", "true"), ("lspace", "0.1em"), ("rspace", "0.1em")])
                ]
            }
        case "bmod":
            return [
                TeXAtom(.binary, "mo", "mod", [("lspace", "0.2222em"), ("rspace", "0.2222em")])
            ]
        case "pmod":
            return takeArgument().map {
                [
                    TeXAtom(.space, TeXSpacing.space("1em")),
                    TeXAtom(.opening, "mo", "(", [("stretchy", "false")]),
                    TeXAtom(.operation, "mi", "mod"), TeXAtom(.ordinary, $0),
                    TeXAtom(.closing, "mo", ")", [("stretchy", "false")]),
                ]
            }
        case "hspace", "mspace", "kern":
            return takeWords().map {
                [
                    TeXAtom(
                        .space, TeXSpacing.space($0.allSatisfy { !"<&\"".contains($0) } ? $0 : "0"))
                ]
            }
        case "rm", "bf", "it", "cal", "sf", "tt":
            alphabet =
                ["rm": .upright, "bf": .bold, "cal": .script, "sf": .sansSerif, "tt": .monospace][
                    name] ?? .standard
            return []
        default: return nil
        }
    }

    // MARK: Fractions and roots

    /// Takes the two parts of a fraction.
    private mutating func takeFraction(_ name: String) -> [TeXAtom]? {
        let outside = isDisplayed
        isDisplayed = false
        guard let upper = takeArgument(), let lower = takeArgument() else { return nil }
        isDisplayed = outside
        let fraction = MarkupNode.element(MarkupElement("mfrac", [], [upper, lower]))
        guard name == "dfrac" || name == "tfrac" else { return [TeXAtom(.ordinary, fraction)] }
        return [TeXAtom(.ordinary, Self.styled(fraction, isDisplayed: name == "dfrac"))]
    }

    /// Returns something in the size that it has in a line of its own, or within a line.
    private static func styled(_ node: MarkupNode, isDisplayed: Bool) -> MarkupNode {
        .element(
            MarkupElement(
                "mstyle",
                [.init("displaystyle", isDisplayed ? "true" : "false"), .init("scriptlevel", "0")],
                [node]))
    }

    /// Takes the two numbers of a binomial coefficient.
    private mutating func takeBinomial() -> [TeXAtom]? {
        guard let upper = takeArgument(), let lower = takeArgument() else { return nil }
        let pair = MarkupElement("mfrac", [.init("linethickness", "0")], [upper, lower])
        return [TeXAtom(.ordinary, Self.fenced("(", [.element(pair)], ")"))]
    }

    /// Takes a root, with its degree in brackets.
    private mutating func takeRoot() -> [TeXAtom]? {
        var degree: MarkupNode?
        guard takeBracketed(into: &degree), let content = takeArgument() else { return nil }
        let root =
            degree.map { MarkupElement("mroot", [], [content, $0]) }
            ?? MarkupElement("msqrt", [], [content])
        return [TeXAtom(.ordinary, .element(root))]
    }

    /// Takes an optional argument in square brackets; returns false where it does not end.
    private mutating func takeBracketed(into node: inout MarkupNode?) -> Bool {
        guard take(.character("[")) else { return true }
        guard let row = row(until: { $0 == .character("]") || $0 == nil }),
            take(.character("]"))
        else { return false }
        node = Self.node(row)
        return true
    }

    /// Takes what is left of a group, of a cell of a table, or of what stands between delimiters.
    private mutating func takeRestOfGroup() -> [MarkupNode]? {
        row { token in
            switch token {
            case nil, .close, .column, .command("\\"), .command("right"), .command("end"): true
            default: false
            }
        }
    }

    // MARK: Letters and words

    /// Takes an argument whose letters are in another alphabet.
    private mutating func takeLetters(in alphabet: MathAlphabet) -> [TeXAtom]? {
        let outside = self.alphabet
        self.alphabet = alphabet
        defer { self.alphabet = outside }
        // Several letters in an upright alphabet are a word.
        let start = position
        if alphabet == .upright, let word = takeWords(), word.count > 1,
            word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
        {
            return [TeXAtom(.ordinary, "mi", word)]
        }
        position = start
        return takeArgument().map { [TeXAtom(.ordinary, $0)] }
    }

    /// Takes words that are no part of the formula; formulas in them are set as such.
    private mutating func takeText(_ name: String) -> [TeXAtom]? {
        guard let words = takeWords(), !words.contains("$") else { return nil }
        // White space at either end would be left out otherwise.
        let text = words.map { $0 == " " ? "\u{A0}" : $0 }
        let weight = [
            "textbf": "font-weight:bold", "textit": "font-style:italic",
            "texttt": "font-family:monospace",
        ][name]
        return [TeXAtom(.ordinary, "mtext", String(text), weight.map { [("style", $0)] } ?? [])]
    }

    /// Takes the name of a function.
    private mutating func takeOperatorName() -> [TeXAtom]? {
        let isStarred = take(.character("*"))
        guard let name = takeWords() else { return nil }
        return [
            TeXAtom(
                .operation, "mi", name, name.count == 1 ? [("mathvariant", "normal")] : [],
                limits: isStarred ? .whereDisplayed : .beside)
        ]
    }

    // MARK: Accents and braces

    /// Takes what an accent stands on, or below.
    private mutating func takeAccent(_ accent: TeXSymbols.Accent) -> [TeXAtom]? {
        guard let base = takeArgument() else { return nil }
        let sign = MarkupElement(
            "mo", [.init("stretchy", accent.isWide ? "true" : "false")], [.text(accent.sign)])
        let element = MarkupElement(
            accent.isBelow ? "munder" : "mover",
            [.init(accent.isBelow ? "accentunder" : "accent", "true")], [base, .element(sign)])
        return [TeXAtom(.ordinary, .element(element))]
    }

    /// Takes what a brace stands above or below; scripts become its label.
    private mutating func takeBrace(_ name: String) -> [TeXAtom]? {
        guard let base = takeArgument() else { return nil }
        let isBelow = name == "underbrace"
        let sign = MarkupElement("mo", [.init("stretchy", "true")], [.text(isBelow ? "⏟" : "⏞")])
        let element = MarkupElement(isBelow ? "munder" : "mover", [], [base, .element(sign)])
        return [TeXAtom(.ordinary, .element(element), limits: .always)]
    }

    /// Takes what stands above an arrow, and in brackets below it.
    private mutating func takeArrow(_ name: String) -> [TeXAtom]? {
        var below: MarkupNode?
        guard takeBracketed(into: &below), let above = takeArgument() else { return nil }
        let sign = MarkupElement(
            "mo", [.init("stretchy", "true")], [.text(name == "xleftarrow" ? "←" : "→")])
        return [
            TeXAtom(.relation, .element(sign), limits: .always)
                .scripted(lower: below, upper: above, isDisplayed: true)
        ]
    }

    /// Takes something and what it stands over or under.
    private mutating func takeStacked(
        _ stack: (TeXAtom, MarkupNode) -> TeXAtom
    ) -> [TeXAtom]? {
        guard let script = takeArgument() else { return nil }
        let start = position
        if let base = takeAtoms(), base.count == 1 { return [stack(base[0], script)] }
        position = start
        return takeArgument().map { [stack(TeXAtom(.ordinary, $0), script)] }
    }

    // MARK: Styles

    /// Takes something in a color.
    private mutating func takeColored(isRest: Bool) -> [TeXAtom]? {
        guard let color = takeWords(), color.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "#" })
        else { return nil }
        let content: MarkupNode?
        if isRest, peek() != .open {
            content = takeRestOfGroup().map(Self.node)
        } else {
            content = takeArgument()
        }
        return content.map {
            [
                TeXAtom(
                    .ordinary, .element(MarkupElement("mstyle", [.init("mathcolor", color)], [$0])))
            ]
        }
    }

    /// Changes the size of what follows in the group.
    private mutating func takeStyle(_ name: String) -> [TeXAtom]? {
        isDisplayed = name == "displaystyle"
        guard let rest = takeRestOfGroup() else { return nil }
        guard name == "displaystyle" || name == "textstyle" else {
            return rest.map { TeXAtom(.ordinary, $0) }
        }
        return [
            TeXAtom(.ordinary, Self.styled(Self.node(rest), isDisplayed: name == "displaystyle"))
        ]
    }

    /// Takes something that is to be treated as an operator, a relation or the like.
    private mutating func takeClassed(_ name: String) -> [TeXAtom]? {
        let kinds: [String: TeXAtom.Kind] = [
            "mathop": .operation, "mathbin": .binary, "mathrel": .relation, "mathopen": .opening,
            "mathclose": .closing,
        ]
        return takeArgument().map {
            [
                TeXAtom(
                    kinds[name] ?? .ordinary, $0,
                    limits: name == "mathop" ? .whereDisplayed : .beside)
            ]
        }
    }

    /// Takes a relation that is crossed out.
    private mutating func takeNegated() -> [TeXAtom]? {
        guard var atom = takeAtoms()?.first, case .element(var element) = atom.node,
            case .text(let text)? = element.children.first
        else { return nil }
        element.children = [.text(text + "\u{338}")]
        atom.node = .element(element)
        return [atom]
    }

    /// Takes the number of a formula, which stands beside it.
    private mutating func takeTag() -> [TeXAtom]? {
        _ = take(.character("*"))
        guard let words = takeWords() else { return nil }
        return [
            TeXAtom(.space, TeXSpacing.space("2em")), TeXAtom(.ordinary, "mtext", "(\(words))"),
        ]
    }

    /// Leaves out a command that changes nothing here.
    private mutating func takeIgnored(_ name: String) -> [TeXAtom]? {
        if name == "label", takeWords() == nil { return nil }
        return []
    }
}
