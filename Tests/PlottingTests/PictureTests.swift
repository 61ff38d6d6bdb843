import Display
import Foundation
import Plotting
import TestSupport
import Testing

/// Properties of every picture, independent of its data: how it is embedded in a page, and how it
/// is described.
@Suite struct PictureTests {
    /// Pictures of all kinds, with ordinary and unusual data.
    static let samples: [(name: String, picture: any Picture & Sendable)] =
        Samples.figures.map { ($0.name, $0.figure) } + Samples.panels.map { ($0.name, $0.panels) }
        + [("tokens", TokenMapTests.sentence)]

    /// An image element in HTML.
    struct Image {
        let attributes: [String: String]
        let document: String

        /// Parses the only element of a fragment.
        init(_ html: String) throws {
            let whole = try SVGReader(html.replacingOccurrences(of: "\">", with: "\"/>"))
            try #require(whole.elements.map(\.tag) == ["img"])
            attributes = whole.elements[0].attributes
            let source = try #require(attributes["src"])
            let start = "data:image/svg+xml;base64,"
            try #require(source.hasPrefix(start))
            let data = try #require(Data(base64Encoded: String(source.dropFirst(start.count))))
            document = String(decoding: data, as: UTF8.self)
        }
    }

    /// Checks how a picture is embedded in a page.
    private func check(_ picture: any Picture, _ name: String) throws {
        let bundle = picture.mimeBundle
        #expect(bundle.representations.map(\.type) == [.plainText, .svg, .html], "\(name)")
        guard case .text(let html)? = bundle[.html] else { return }
        let image = try Image(html)
        #expect(image.document == picture.svg, "\(name)")
        #expect(image.attributes["width"] == "640", "\(name)")
        #expect(image.attributes["style"] == "max-width:100%;height:auto", "\(name)")
        let root = try #require(try SVGReader(image.document).elements.first)
        #expect(root.attributes["role"] == "img", "\(name)")
        #expect(root.attributes["aria-label"] == image.attributes["alt"], "\(name)")
        let words = picture.alternativeText
        #expect(image.attributes["alt"] == words, "\(name)")
        #expect(!words.isEmpty && words.count <= 910 && !words.contains("\n"), "\(name): \(words)")
    }

    @Test(arguments: samples.indices) func everySampleIsAnImageThatSaysWhatItShows(
        index: Int
    ) throws {
        try check(Self.samples[index].picture, Self.samples[index].name)
    }

    @Test(arguments: 0..<120) func everyFigureIsAnImageThatSaysWhatItShows(seed: Int) throws {
        var scramble = SeededGenerator(seed: UInt64(7000 + seed))
        try check(scramble.figure(), "seed \(seed)")
    }

    @Test func wordsTellTitleAxesAndSeries() {
        let figure = Figure("Gradient norm") {
            Line(y: [1, 0.5, 2, 0.25], label: "Elman")
            Line(y: [1, 1, .nan, 1], label: "LSTM")
            Rule(y: 0.1, label: "threshold")
        }.xAxis("lag").yAxis("norm", scale: .log).caption("Seed 3.")
        #expect(
            figure.alternativeText == """
                Gradient norm. Across: lag, from 0 to 3; up: norm, from 0.1 to 10, logarithmic. \
                Reference line at 0.1. Elman goes from 1 to 0.25, up to 2. \
                LSTM stays at 1; 1 of 4 values are not finite. Seed 3.
                """)
        let bars = Figure("Parts") { Bars(x: 1...3, y: [1, -2.5, 0], label: "∂L/∂W") }
        #expect(bars.alternativeText.contains("∂L/∂W: 1, -2.5, 0"))
        #expect(Figure {}.alternativeText == "No data.")
    }

    @Test func aPictureForALectureIsLargerAndNoWiderThanTheWindow() throws {
        let figure = Figure("one") { Line(y: [1, 2]) }
        guard case .text(let html)? = figure.size(.lecture).mimeBundle[.html] else { return }
        let image = try Image(html)
        #expect(image.attributes["width"] == "1120")
        #expect(image.attributes["style"] == "max-width:100%;height:auto")
        #expect(image.document == figure.svg)
        #expect(figure.size(.lecture).description == figure.description)
    }
}
