internal import Markup

/// Turns the pieces of a formula into MathML, or gives up where one is not known.
///
/// - Source: TeX's rules for atoms in "The TeXbook", chapters 16 to 18; MathML Core.
struct TeXParser {
    /// The pieces.
    let tokens: [TeXToken]

    /// The position at which reading continues.
    var position = 0

    /// Indicates whether limits of sums stand above and below.
    var isDisplayed: Bool

    /// The style of letters.
    var alphabet = MathAlphabet.standard

    /// The depth of nested groups.
    private var depth = 0

    /// The maximum depth of nested groups.
    private static let depthLimit = 60

    /// Begins at the start of a formula.
    init(_ tokens: [TeXToken], isDisplayed: Bool) {
        self.tokens = tokens
        self.isDisplayed = isDisplayed
    }

    /// Returns the whole formula; nil where something in it is not known.
    mutating func parse() -> [MarkupNode]? {
        guard let rows = lines(until: { $0 == nil }), peek() == nil else { return nil }
        if rows.count == 1, rows[0].count == 1 { return rows[0][0] }
        // Lines and columns without an environment are those of `align`.
        return [TeXTable.markup(rows, style: .aligned)]
    }

    // MARK: Pieces

    /// The next piece that is no white space; nil at the end.
    func peek() -> TeXToken? {
        var place = position
        while place < tokens.count, tokens[place] == .space { place += 1 }
        return place < tokens.count ? tokens[place] : nil
    }

    /// Takes the next piece that is no white space.
    @discardableResult
    mutating func take() -> TeXToken? {
        skipSpace()
        guard position < tokens.count else { return nil }
        position += 1
        return tokens[position - 1]
    }

    /// Takes a piece where it comes next; returns whether it does.
    mutating func take(_ token: TeXToken) -> Bool {
        guard peek() == token else { return false }
        take()
        return true
    }

    /// Steps over white space.
    mutating func skipSpace() {
        while position < tokens.count, tokens[position] == .space { position += 1 }
    }

    /// Takes the characters in a group, white space among them; nil where something else is in it.
    mutating func takeWords() -> String? {
        guard take(.open) else {
            guard case .character(let character)? = take() else { return nil }
            return String(character)
        }
        var text = ""
        while position < tokens.count {
            defer { position += 1 }
            switch tokens[position] {
            case .character(let character): text.append(character)
            case .space: text += " "
            case .close: return text
            case .subscript: text += "_"
            case .command("nobreakspace"), .command(" "): text += "\u{A0}"
            case .command(let name) where name.count == 1 && !name.allSatisfy(\.isLetter):
                text += name
            default: return nil
            }
        }
        return nil
    }

    /// Takes what stands in brackets, as characters; nil where there are none.
    mutating func takeOption() -> String? {
        guard take(.character("[")) else { return nil }
        var text = ""
        while position < tokens.count {
            defer { position += 1 }
            switch tokens[position] {
            case .character("]"): return text
            case .character(let character): text.append(character)
            default: continue
            }
        }
        return nil
    }

    // MARK: Rows

    /// Takes lines with columns up to a piece that ends them, which is left.
    mutating func lines(
        until isEnd: (TeXToken?) -> Bool
    ) -> [[[MarkupNode]]]? {
        var rows: [[[MarkupNode]]] = [[]]
        while true {
            guard
                let cell = row(until: { token in
                    isEnd(token) || token == .column || token == .command("\\")
                        || token == .command("cr")
                })
            else { return nil }
            rows[rows.count - 1].append(cell)
            if isEnd(peek()) { break }
            switch take() {
            case .column: continue
            case .command:
                _ = takeOption()
                while take(.command("hline")) {}
                rows.append([])
            default: return nil
            }
        }
        // A line end behind the last line begins none.
        if rows.count > 1, let last = rows.last, last.allSatisfy(\.isEmpty) { rows.removeLast() }
        return rows
    }

    /// Takes atoms up to a piece that ends them, which is left.
    mutating func row(until isEnd: (TeXToken?) -> Bool) -> [MarkupNode]? {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { return nil }
        let outside = (alphabet, isDisplayed)
        defer { (alphabet, isDisplayed) = outside }
        var atoms: [TeXAtom] = []
        while !isEnd(peek()) {
            guard let token = peek() else { return nil }
            if token == .superscript || token == .subscript || token == .character("'") {
                let base = atoms.popLast() ?? TeXAtom(.ordinary, .element(MarkupElement("mrow")))
                guard let scripted = takeScripts(of: base) else { return nil }
                atoms.append(scripted)
            } else {
                guard let more = takeAtoms() else { return nil }
                atoms += more
            }
        }
        return TeXSpacing.spaced(atoms)
    }

    /// Takes a group or one atom, as one node.
    mutating func takeArgument() -> MarkupNode? {
        guard let token = peek() else { return nil }
        if token == .open {
            take()
            guard let row = row(until: { $0 == .close || $0 == nil }), take(.close) else {
                return nil
            }
            return Self.node(row)
        }
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { return nil }
        return takeAtoms(isSingle: true).map { Self.node($0.map(\.node)) }
    }

    /// Returns nodes as one.
    static func node(_ row: [MarkupNode]) -> MarkupNode {
        row.count == 1 ? row[0] : .element(MarkupElement("mrow", [], row))
    }

    // MARK: Scripts

    /// Takes the scripts behind an atom, primes among them.
    private mutating func takeScripts(of base: TeXAtom) -> TeXAtom? {
        var (lower, upper): (MarkupNode?, MarkupNode?) = (nil, nil)
        var primes = 0
        loop: while let token = peek() {
            switch token {
            case .character("'"):
                take()
                primes += 1
            case .superscript where upper == nil:
                take()
                guard let script = takeScript() else { return nil }
                upper = script
            case .subscript where lower == nil:
                take()
                guard let script = takeScript() else { return nil }
                lower = script
            case .superscript, .subscript: return nil
            default: break loop
            }
        }
        if primes > 0 {
            let signs = [1: "′", 2: "″", 3: "‴"][primes] ?? String(repeating: "′", count: primes)
            let prime = MarkupNode.element(
                MarkupElement("mo", [.init("lspace", "0"), .init("rspace", "0")], [.text(signs)]))
            upper = upper.map { Self.node([prime, $0]) } ?? prime
        }
        return base.scripted(lower: lower, upper: upper, isDisplayed: isDisplayed)
    }

    /// Takes a script, in which sums have their limits beside them.
    private mutating func takeScript() -> MarkupNode? {
        let outside = isDisplayed
        isDisplayed = false
        defer { isDisplayed = outside }
        return takeArgument()
    }
}
