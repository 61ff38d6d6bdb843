import Display
import Plotting
import Testing

@Suite struct SVGTests {
    /// All images by name, as text and as SVG.
    static let pictures: [(name: String, text: String, svg: String)] =
        Samples.figures.map { ($0.name, $0.figure.text(style: .unicode), $0.figure.svg) }
        + Samples.panels.map { ($0.name, $0.panels.text(style: .unicode), $0.panels.svg) }
        + [("tokens", TokenMapTests.sentence.text(style: .unicode), TokenMapTests.sentence.svg)]

    @Test(arguments: pictures.indices)
    func isWellFormedStaysInItsViewBoxAndNoTextsOverlap(index: Int) throws {
        let (name, _, svg) = Self.pictures[index]
        let problems = try SVGReader(svg).problems
        #expect(problems == [], "\(name)")
        #expect(!svg.contains("nan") && !svg.contains("inf,"), "\(name)")
    }

    @Test(arguments: Samples.figures.indices) func ticksAreTheSameInTextAndSVG(index: Int) throws {
        let (name, figure) = Samples.figures[index]
        let plan = FigurePlanner(figure).plan
        let drawn = try SVGReader(figure.svg).texts.map(\.text)
        let text = figure.text(style: .unicode)
        for label in (plan.x.ticks + plan.y.ticks).map(\.label) {
            #expect(drawn.contains(label), "\(name): \(label) in SVG")
            #expect(text.contains(label), "\(name): \(label) in text")
        }
    }

    @Test(arguments: Samples.figures.indices) func sameLegendAndNotesInBoth(index: Int) throws {
        let (name, figure) = Samples.figures[index]
        let plan = FigurePlanner(figure).plan
        let drawn = try SVGReader(figure.svg).texts.map(\.text).joined(separator: " ")
        let text = figure.text(style: .unicode).split { $0.isWhitespace }.joined(separator: " ")
        for label in plan.legend.map(\.label) + plan.notes {
            let start = String(label.prefix(24)).split { $0.isWhitespace }.joined(separator: " ")
            #expect(drawn.contains(start), "\(name): \(label) in SVG")
            #expect(text.contains(start), "\(name): \(label) in text")
        }
    }

    @Test(arguments: pictures.indices) func textFitsEightyColumns(index: Int) {
        let (name, text, _) = Self.pictures[index]
        for line in text.split(separator: "\n") {
            #expect(line.description.columns <= 80, "\(name): \(line)")
        }
    }

    @Test(arguments: Samples.figures.indices) func asciiIsSevenBit(index: Int) {
        let (name, figure) = Samples.figures[index]
        #expect(figure.ascii.utf8.allSatisfy { $0 < 128 && ($0 >= 32 || $0 == 10) }, "\(name)")
        for line in figure.ascii.split(separator: "\n") { #expect(line.count <= 80, "\(name)") }
    }

    @Test func picturesOfOnePageDoNotDisturbOneAnother() {
        let one = Figure("one") { Line(y: [1, 2]) }
        #expect(one.svg == Figure("one") { Line(y: [1, 2]) }.svg)
        #expect(one.svg.contains("prefers-color-scheme:dark"))
        #expect(!one.svg.contains("<script") && !one.svg.contains(" id="))
        #expect(one.svg.contains(".unroll .u-f-card{fill:#15181E}"))
    }

    @Test func readerRefusesWhatBrowsersRefuse() {
        for bad in ["<a>", "<a></b>", "<a b></a>", "<a>&</a>", "<a b=\"1\" b=\"2\"/>"] {
            #expect(throws: SVGReader.Malformed.self) { try SVGReader(bad) }
        }
    }
}
