public import Display
internal import XML

extension TokenMap {
    /// The words in colored boxes with their numbers below, with width 640 pixels; if the drawing
    /// is part of the page, the exact number of a word appears under the pointer.
    public var drawing: SVG {
        var writer = SVGWriter()
        var y = SVGFigure.padding
        if !title.isEmpty { SVGFigure.write(title, .title, at: &y, on: &writer) }
        SVGColorKey(colors, surfaceStyle: .colored).write(at: &y, on: &writer)
        y += 4
        writeTokens(at: &y, on: &writer)
        for note in notes {
            SVGFigure.write("! " + note, .label, at: &y, on: &writer, paint: .soft)
        }
        return SVGDocument(
            name: spokenText, width: SVGFigure.width,
            height: (y + SVGFigure.padding - 2).rounded(.up), body: writer.body
        ).drawing
    }

    /// A description with the title and the words with their numbers.
    private var spokenText: String {
        let words = zip(tokens, values).map { token, value in
            value == nil ? token : "\(token) \(spelling(of: value))"
        }
        let what = label.isEmpty ? "Words with numbers" : "Words with \(label)"
        return SpokenText(
            [title, words.isEmpty ? "No words." : "\(what): \(words.joined(separator: ", "))"]
                + notes
        ).text
    }

    /// The font of the words.
    private static let wordFont = TextMetrics(size: 15)
    /// The font of the numbers.
    private static let numberFont = TextMetrics(size: 10)
    /// The height of a word's box, in pixels.
    private static let boxHeight = 28.0
    /// The height of a row of words with their numbers, in pixels.
    private static let rowHeight = 52.0

    /// Writes the words in rows, and advances below them.
    private func writeTokens(at y: inout Double, on writer: inout SVGWriter) {
        let (left, right) = (SVGFigure.padding, SVGFigure.width - SVGFigure.padding)
        var x = left
        for (token, value) in zip(tokens, values) {
            let word = Self.wordFont.elided(token, to: right - left - 20)
            let number = spelling(of: value)
            let width = max(
                Self.wordFont.width(of: word) + 14, Self.numberFont.width(of: number) + 6)
            if x > left && x + width > right {
                x = left
                y += Self.rowHeight
            }
            let box = Box(left: x, top: y, right: x + width, bottom: y + Self.boxHeight)
            write(word, number, value, in: box, on: &writer)
            x += width + 4
        }
        if !tokens.isEmpty { y += Self.rowHeight }
    }

    /// Writes one word in its box.
    private func write(
        _ word: String, _ number: String, _ value: Double?, in box: Box, on writer: inout SVGWriter
    ) {
        let paints = SVGPaint.scale(isDiverging: colors.isDiverging)
        let exact = value.map(NumberFormat.exact.spelling) ?? "no value"
        writer.open("g", [])
        writer.open("title", [])
        writer.raw(XMLText.escaped("\(word): \(exact)"))
        writer.close("title")
        var paint = SVGPaint.ink
        if case .level(let fraction) = colors.shade(of: value) {
            let level = min(paints.count - 1, Int(fraction * Double(paints.count)))
            writer.leaf("rect", Self.rounded(box) + paints[level].fill)
            paint = paints[level].readableText
        } else {
            let outline = value == nil ? SVGPaint.border : .alert
            writer.leaf("rect", Self.rounded(box) + SVGPaint.card.fill(outlined: outline))
        }
        let middle = (box.left + box.right) / 2
        writer.text(
            word, x: middle, baseline: box.top + 19, Self.wordFont, .center, paint: paint)
        writer.text(
            number, x: middle, baseline: box.bottom + 12, Self.numberFont, .center, paint: .soft)
        writer.close("g")
    }

    /// Returns the attributes of a box with rounded corners.
    private static func rounded(_ box: Box) -> [(String, String)] {
        [
            ("x", SVGWriter.number(box.left)), ("y", SVGWriter.number(box.top)),
            ("width", SVGWriter.number(box.right - box.left)),
            ("height", SVGWriter.number(box.bottom - box.top)), ("rx", "5"),
        ]
    }
}
