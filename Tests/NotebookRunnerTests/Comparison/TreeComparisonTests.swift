import Testing

@testable import NotebookRunner

@Suite struct TreeComparisonTests {
    /// Returns how two drawings differ; nil where they do not.
    private func difference(
        _ expected: String, _ found: String, rules: ComparisonRules = ComparisonRules()
    ) -> String? {
        PictureComparison(rules: rules).difference(expected, found, type: "image/svg+xml")?
            .description
    }

    /// Returns how two fragments of HTML differ; nil where they do not.
    private func pageDifference(_ expected: String, _ found: String) -> String? {
        TreeComparison(rules: ComparisonRules())
            .difference(ComparedElement.page(expected), ComparedElement.page(found))?.description
    }

    @Test func whatDoesNotShowMakesNoDifference() {
        for (one, other) in [
            ("<svg a='1' b=\"2\"/>", "<svg b='2' a='1'></svg>"),
            ("<svg><g/>\n  <g/></svg>", "<svg><g/><g/><!-- c --></svg>"),
            (
                "<svg><metadata>2024</metadata><g/></svg>",
                "<svg><metadata>2025</metadata><g/></svg>"
            ),
            ("<?xml version='1.0'?><svg/>", "<svg/>"),
            ("<svg><g class='a b'/></svg>", "<svg><g class='b a'/></svg>"),
            (
                "<svg><g style='fill:red; stroke: blue'/></svg>",
                "<svg><g style='stroke:blue;fill: red;'/></svg>"
            ),
            ("<svg><path d='M1 2L3 4'/></svg>", "<svg><path d='M 1,2 L 3,4'/></svg>"),
            (
                "<svg><path id='p1a'/><use href='#p1a'/><g clip-path='url(#p1a)'/></svg>",
                "<svg><path id='q9'/><use href='#q9'/><g clip-path='url(#q9)'/></svg>"
            ),
            ("<svg><path d='M1.0000000001 2'/></svg>", "<svg><path d='M1 2'/></svg>"),
            ("<svg>a &lt; b</svg>", "<svg>a &#60; b</svg>"),
        ] { #expect(difference(one, other) == nil, "\(one)\n\(other)") }
        for (one, other) in [
            ("<p>a<br>b", "<P>a<br/>b</p>"),
            ("<ul><li>a<li>b</ul>", "<ul><li>a</li>\n<li>b</li></ul>"),
            ("<b>1.0000000000001</b>", "<b>1.0</b>"),
        ] { #expect(pageDifference(one, other) == nil, "\(one)\n\(other)") }
    }

    @Test func whatShowsMakesADifference() {
        for (one, other, place) in [
            ("<svg><g/><g/></svg>", "<svg><g/></svg>", "svg"),
            ("<svg><path d='M1 2'/></svg>", "<svg><path d='M1 3'/></svg>", "svg > path, d"),
            ("<svg><g fill='red'/></svg>", "<svg><g/></svg>", "svg > g, fill"),
            ("<svg><text>a</text></svg>", "<svg><text>b</text></svg>", "svg > text"),
            ("<svg><path d='M1 2L3 4'/></svg>", "<svg><path d='M1 2l3 4'/></svg>", "path, d"),
            ("<svg><g/></svg>", "<svg><a/></svg>", "<g>"),
            (
                "<svg><path id='a'/><path id='b'/><use href='#a'/></svg>",
                "<svg><path id='a'/><path id='b'/><use href='#b'/></svg>", "use, href"
            ),
            ("<svg><g fill='#abc'/></svg>", "<svg><g fill='#abd'/></svg>", "fill"),
            ("<svg><g style='fill:red'/></svg>", "<svg><g style='fill:red;x:y'/></svg>", "style"),
            ("<svg viewBox='0 0 1 1'/>", "<svg viewbox='0 0 1 1'/>", "viewBox"),
        ] {
            let found = difference(one, other)
            #expect(found?.contains(place) == true, "\(one)\n\(other)\n\(found ?? "nil")")
        }
        #expect(pageDifference("<pre>a  b</pre>", "<pre>a b</pre>") != nil)
        #expect(pageDifference("<td>1</td>", "<td>2</td>") != nil)
    }

    @Test func picturesInPagesAreComparedAsPictures() {
        let one = "<img src=\"data:image/svg+xml;base64,PHN2ZyBhPScxJyBiPScyJy8+\">"
        let same = "<img src=\"data:image/svg+xml;base64,PHN2ZyBiPScyJyBhPScxJy8+\">"
        let other = "<img src=\"data:image/svg+xml;base64,PHN2ZyBiPSczJyBhPScxJy8+\">"
        #expect(pageDifference(one, same) == nil)
        #expect(pageDifference(one, other)?.contains("svg, b") == true)
    }

    /// Drawings at random: written otherwise they are the same, and with any one thing changed they
    /// are not.
    @Test(arguments: 0..<20) func everyChangeOfADrawingIsFound(seed: UInt64) {
        var random = Drawing.Random(seed: seed)
        for _ in 0..<20 {
            let drawing = Drawing(&random, depth: 3)
            let text = drawing.text()
            #expect(difference(text, drawing.text(isReversed: true)) == nil, "\(text)")
            let changed = drawing.changed(&random)
            #expect(difference(text, changed.text()) != nil, "\(text)\n\(changed.text())")
            #expect(difference(changed.text(), text) != nil, "\(text)\n\(changed.text())")
        }
    }
}

/// A drawing at random.
private struct Drawing {
    /// Numbers at random.
    struct Random {
        private var state: UInt64
        init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
        mutating func number(below bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 11) % bound
        }
    }

    private var name: String
    private var attributes: [(String, String)]
    private var words: String
    private var children: [Drawing]

    init(_ random: inout Random, depth: Int) {
        name = depth == 3 ? "svg" : ["g", "path", "text", "rect"][random.number(below: 4)]
        attributes = []
        for key in ["d", "fill", "class", "x"] where random.number(below: 2) == 0 {
            attributes.append(
                (
                    key,
                    [
                        "M\(random.number(below: 90)) 2.5L3-4", "a\(random.number(below: 9)) b",
                        "url(#x)", "12",
                    ][random.number(below: 4)]
                ))
        }
        words = random.number(below: 3) == 0 ? "w\(random.number(below: 9))" : ""
        children = []
        for _ in 0..<(depth > 0 ? random.number(below: 4) : 0) {
            children.append(Drawing(&random, depth: depth - 1))
        }
    }

    func text(isReversed: Bool = false) -> String {
        let quote = isReversed ? "'" : "\""
        let list = isReversed ? attributes.reversed() : attributes
        let inside =
            (words.isEmpty ? [] : [words]) + children.map { $0.text(isReversed: isReversed) }
        return "<\(name)" + list.map { " \($0)=\(quote)\($1)\(quote)" }.joined() + ">"
            + inside.joined(separator: isReversed ? "\n" : "") + "</\(name)>"
    }

    func changed(_ random: inout Random) -> Drawing {
        var drawing = self
        if !children.isEmpty, random.number(below: 3) > 0 {
            let place = random.number(below: children.count)
            drawing.children[place] = children[place].changed(&random)
            return drawing
        }
        switch random.number(below: 4) {
        case 0: drawing.attributes.append(("y", "1"))
        case 1 where !attributes.isEmpty: drawing.attributes[0].1 += "9"
        case 2: drawing.words += "z"
        default: drawing.children.append(Drawing(&random, depth: 0))
        }
        return drawing
    }
}
