import Display
import Plotting
import Testing

/// Texts of any length, in every place that accepts one.
@Suite struct LongTextTests {
    /// Returns pictures with a text in every place that accepts one.
    private func pictures(with text: String) -> [any Picture] {
        let figure = Figure(text) {
            Line(at: [text, "b"], y: [1, 2], label: text)
            Note(text, x: 0, y: 1)
        }.xAxis(text, unit: text).yAxis(text).caption(text)
        let cells = Figure { HeatMap([[1, 2]], label: text, rowNames: [text]) }
        return [
            figure, cells, Panels(text) { figure },
            TokenMap(text, [text, text], values: [1, 2], label: text),
        ]
    }

    @Test(arguments: [
        "a", "a ", "é́́", "😀\n", "<&\">", "a" + String(repeating: "\u{301}", count: 99),
    ])
    func aTextOfAMillionCharactersCostsNoMoreThanALongOne(piece: String) throws {
        let count = 1_000_000 / piece.unicodeScalars.count
        let pictures = self.pictures(with: String(repeating: piece, count: count))
        var drawings: [SVG] = []
        let time = ContinuousClock().measure {
            for picture in pictures {
                drawings.append(picture.drawing)
                #expect(picture.description.utf8.count < 150_000)
            }
        }
        #expect(time < .seconds(60))
        for drawing in drawings {
            #expect(drawing.text.utf8.count < 400_000)
            _ = try SVGReader(drawing.text)
        }
    }
}
