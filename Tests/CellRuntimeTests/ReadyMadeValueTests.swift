import CellRuntime
import Display
import Testing

@Suite struct ReadyMadeValueTests {
    private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]

    @Test func everyReadyMadeValueHasTextAndItsOwnForm() throws {
        let values: [(any Displayable, MIMEType)] = [
            (HTML("<b>a</b>"), .html), (Markdown("*a*"), .markdown), (LaTeX("x^2"), .latex),
            (SVG("<svg/>"), .svg), (try Image(data: png), .png), (JSONView("[1]"), .json),
            (VegaLite("{}"), "application/vnd.vegalite.v5+json"),
            (JavaScript("1"), "application/javascript"), (Audio(samples: [0, 0.5]), .html),
            (MIMEBundle([.init(.html, .text("a"))]), .html),
        ]
        for (value, type) in values {
            let bundle = mimeBundle(of: value)
            #expect(bundle[type] != nil && bundle.plainText?.isEmpty == false, "\(value)")
        }
    }

    @Test func aFormulaHasOnePairOfDollarSigns() {
        #expect(LaTeX("x").mimeBundle[.latex] == .text("$$x$$"))
        for text in ["$x$", "$$x$$", "\\[x\\]", "\\begin{align}x\\end{align}"] {
            #expect(LaTeX(text).mimeBundle[.latex] == .text(text))
        }
    }

    @Test func aPictureSaysWhatItShowsAndIsAnImageWhereSVGIsNotTrusted() {
        let svg = SVG("<svg role=\"img\" aria-label=\"Loss &amp; &quot;rate&quot;\"></svg>")
        #expect(svg.alternativeText == "Loss & \"rate\"")
        #expect(svg.image.contains("alt=\"Loss &amp; &quot;rate&quot;\""))
        #expect(svg.image.contains("src=\"data:image/svg+xml;base64,PHN2Zy"))
        #expect(svg.image.contains("max-width:100%"))
        #expect(SVG("<svg><title>A</title></svg>").alternativeText == "A")
        #expect(SVG("<svg/>", alternativeText: "B").mimeBundle.plainText == "B")
    }

    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"), (Array("GIF89a".utf8), "image/gif"),
            (Array("RIFF0000WEBP".utf8), "image/webp"),
        ] as [([UInt8], String)])
    func picturesAreKnownByHowTheyBegin(data: [UInt8], type: String) throws {
        let image = try Image(data: data, width: 40, alternativeText: "a \"b\"\n")
        #expect(image.mimeBundle[MIMEType(rawValue: type)] == .data(data))
        #expect(
            image.mimeBundle.metadataJSON
                == "{\"\(type)\":{\"width\":40,\"alt\":\"a \\\"b\\\"\\u000a\"}}")
    }

    @Test func whatIsNoPictureSaysSo() {
        #expect(throws: FileProblem.self) { try Image(data: [1, 2]) }
        #expect { try Image(path: "/nowhere/a.png") } throws: { error in
            "\(error)".contains("/nowhere/a.png: no such file")
        }
        #expect { try Audio(path: "/proc/self/status") } throws: { error in
            "\(error)".contains("WAV")
        }
    }

    @Test func soundOfAnySamplesIsAFileOfItsLength() {
        let sound = Audio(samples: [0, 1, -1, 5, .nan, .infinity], rate: 8_000)
        #expect(sound.data.count == 44 + 12)
        #expect(Array(sound.data.prefix(8)) == Array("RIFF".utf8) + [48, 0, 0, 0])
        #expect(
            Array(sound.data.suffix(12)) == [0, 0, 0xFF, 0x7F, 1, 0x80, 0xFF, 0x7F, 0, 0, 0, 0])
    }

    @Test func bytesAreSpelledInBase64() {
        for (text, letters) in [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ] {
            let bundle = SVG(text, alternativeText: "a").image
            #expect(bundle.contains("base64,\(letters)\""))
        }
    }
}
