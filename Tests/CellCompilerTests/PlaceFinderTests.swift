import CellCompiler
import CellProtocol
import Testing

@Suite struct PlaceFinderTests {
    /// A piece of source whose places are all known.
    private struct Piece {
        let text: String
        /// Some places in it, with their kinds.
        let places: [(offset: Int, isLiteral: Bool, isElsewhere: Bool)]
    }

    /// Returns a literal with text and interpolations, which may contain literals.
    private func literal(depth: Int, using generator: inout some RandomNumberGenerator) -> Piece {
        var text = "\""
        var places: [(Int, Bool, Bool)] = [(1, true, false)]
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            if depth > 0, Bool.random(using: &generator) {
                text += "\\("
                let inner = expression(depth: depth - 1, using: &generator)
                places += inner.places.map {
                    ($0.offset + text.utf8.count, $0.isLiteral, $0.isElsewhere)
                }
                text += inner.text + ")"
                places.append((text.utf8.count, true, false))
            } else {
                text +=
                    ["data/a", "ß€", " x y", "//", "/* "].randomElement(using: &generator) ?? ""
                places.append((text.utf8.count, true, false))
            }
        }
        return Piece(text: text + "\"", places: places)
    }

    /// Returns an expression of names, calls and literals.
    private func expression(
        depth: Int, using generator: inout some RandomNumberGenerator
    ) -> Piece {
        switch Int.random(in: 0..<(depth > 0 ? 5 : 2), using: &generator) {
        case 0: return Piece(text: "name", places: [(4, false, false)])
        case 1: return Piece(text: "f(x, n)", places: [(2, false, false), (6, false, false)])
        case 2: return Piece(text: "/* no */ x", places: [(5, false, true), (10, false, false)])
        default: return literal(depth: depth, using: &generator)
        }
    }

    @Test func everyPlaceIsKnownHoweverLiteralsAndInterpolationsNest() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let before =
                ["", "let a = 1\n", "print(", "// no\n", "\"\"\"\nb\n\"\"\"\n"]
                .randomElement(using: &generator) ?? ""
            let piece = expression(depth: 3, using: &generator)
            for place in piece.places {
                let offset = before.utf8.count + place.offset
                let whole = before + piece.text
                // Complete, and as far as it has been typed.
                for source in [whole, String(decoding: whole.utf8.prefix(offset), as: UTF8.self)] {
                    let found = PlaceFinder(source: source).place(at: offset)
                    let isLiteral = if case .literal = found { true } else { false }
                    #expect(
                        isLiteral == place.isLiteral && (found == .elsewhere) == place.isElsewhere,
                        "\(source.debugDescription) at \(offset): \(found)")
                }
            }
        }
    }

    @Test(arguments: [
        ("\"data/na", 8, 1), ("\"\"\"\nabc\nna", 10, 8), ("#\"a\\(b", 6, 2), ("\"a\\(b)c", 7, 6),
        ("\"", 1, 1), ("f(\"\")", 3, 3),
    ])
    func theTextOfALiteralBeginsBehindWhatIsNoText(source: String, offset: Int, start: Int) {
        #expect(PlaceFinder(source: source).place(at: offset) == .literal(start: start))
    }

    @Test(arguments: [
        ("\"a\"", 3), ("", 0), ("\"a\" ", 4), ("/* a */", 7), ("// a\nb", 6), ("1 / a", 5),
    ])
    func codeIsWhatIsNeitherLiteralNorComment(source: String, offset: Int) {
        #expect(PlaceFinder(source: source).place(at: offset) == .code(missing: ""))
    }

    @Test(arguments: [
        ("!x", 1, true), ("let a = 1\n!x", 11, true), ("a &&\n!x", 6, false), ("f(\n!x", 4, false),
        ("func f() {\n!x", 12, false), ("guard a,\n  !x", 12, false), ("a\n%x", 3, true),
        ("a\n% x", 3, false), ("}\n%x", 3, true), ("a = b ? c\n%x", 11, true), ("if\n!x", 4, false),
    ])
    func anOperatorIsKnownToBeginAStatement(source: String, offset: Int, begins: Bool) {
        let place = PlaceFinder(source: source).place(at: offset)
        #expect(place == .code(missing: "", beginsStatement: begins))
    }

    @Test(arguments: [
        ("\"\\(na", ")\""), ("print(\"a\\(f([na", "]))\")"), ("#\"\\#(na", ")\"#"), ("f(na", ""),
        ("\"\\(na)\"", ""),
        ("\"\"\"\n\\(na", ")\"\"\""), ("\"\\(\"\\(na", ")\")\""),
    ])
    func whatAnInterpolationLacksIsTold(source: String, missing: String) {
        let offset =
            (source.utf8.firstIndex(of: UInt8(ascii: "n")).map {
                source.utf8.distance(from: source.utf8.startIndex, to: $0)
            } ?? 0) + 2
        let place = PlaceFinder(source: source).place(
            at: source.hasPrefix("print") ? source.utf8.count : offset)
        #expect(place == .code(missing: missing))
    }

    @Test(arguments: [
        ("// a", 4), ("a // b", 6), ("/* a", 4), ("/// a", 5), ("a /* b\nc", 8),
        ("let r = /ab/", 11),
    ])
    func commentsAndPatternsAreElsewhere(source: String, offset: Int) {
        #expect(PlaceFinder(source: source).place(at: offset) == .elsewhere)
    }
}
