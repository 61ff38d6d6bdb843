import Display
import RNNToolkit
import Testing

/// Tests of all displays of training: three representations of each value, none of them too wide.
@Suite struct FaceTests {
    /// A display as text in both styles, and in all its representations.
    struct Face: CustomTestStringConvertible {
        let name: String
        let unicode: String
        let ascii: String
        let bundle: MIMEBundle

        init(_ name: String, _ figure: Figure) {
            self.name = name
            (unicode, ascii, bundle) = (
                figure.text(style: .unicode), figure.ascii, figure.mimeBundle
            )
        }

        init(_ name: String, _ panels: Panels) {
            self.name = name
            (unicode, ascii, bundle) = (
                panels.text(style: .unicode), panels.ascii, panels.mimeBundle
            )
        }

        init(_ name: String, _ table: Table) {
            self.name = name
            (unicode, ascii, bundle) = (
                table.text(style: .unicode), table.ascii, table.mimeBundle
            )
        }

        init(_ name: String, _ map: TokenMap) {
            self.name = name
            (unicode, ascii, bundle) = (map.text(style: .unicode), map.ascii, map.mimeBundle)
        }

        var testDescription: String { name }
    }

    /// Returns all displays, of small samples.
    private static func faces() throws -> [Face] {
        let dead = try Samples.run(u: -1.5, w: 2, steps: 9, rate: 1e-3)
        let alive = try Samples.run(
            u: 1, w: 1.1, steps: 900, rate: 1e-3, clipping: .value(limit: 1))
        let network = Samples.counter(u: 0.5, w: 0.5)
        let example = try CountingTask.publishedExample()
        let ways = try [Clipping.none, .globalNorm(limit: 0.1)].map { rule in
            try network.descent(
                on: example, along: "U", "W", steps: 9, learningRate: 0.01, clipping: rule)
        }
        return [
            Face("clipping", try ClipComparison([3, -4, 0.05], rules: [.none, .slide]).table),
            Face("losses", lossCurves([("free", dead), ("held", alive)])),
            Face("norms", gradientNormCurves([("free", dead), ("held", alive)], threshold: 1)),
            Face(
                "surface",
                try network.errorSurface(
                    on: example, x: ("U", 0...1), y: ("W", 0...1), resolution: 8, descents: ways)),
            Face("gates of an LSTM", try Samples.pass(.lstm).gatesFigure()),
            Face("gates of a GRU", try Samples.pass(.gru).gatesFigure(sequence: 1, units: [0, 3])),
            Face("products", try forgetProductFigure([("fresh", Samples.pass(.lstm))])),
            Face(
                "distances",
                accuracyFigure(
                    [("Elman", [[1, 0.9, 0.1], [1, 0.8, 0.3]])], distances: [0, 4, 12],
                    trainedUpTo: 4)),
            Face("saliency", try Samples.model(.elman).saliencyMap(of: "the writer of the books")),
        ]
    }

    @Test func textFitsAConsole() throws {
        for face in try Self.faces() {
            for text in [face.unicode, face.ascii] {
                let widest = text.split(separator: "\n").map(\.count).max() ?? 0
                #expect(widest <= 80, "\(face.name) is \(widest) columns wide")
            }
            #expect(face.ascii.utf8.allSatisfy { $0 < 128 }, "\(face.name)")
        }
    }

    @Test func everyFaceHasAPictureAndAText() throws {
        for face in try Self.faces() {
            #expect(face.bundle[.plainText] != nil, "\(face.name)")
            #expect(face.bundle[.html] != nil, "\(face.name)")
        }
    }
}
