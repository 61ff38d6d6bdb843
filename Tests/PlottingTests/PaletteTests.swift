import Plotting
import Testing

@Suite struct PaletteTests {
    /// The transformations of red, green and blue light for the three kinds of color blindness.
    /// - Source: Machado, Oliveira and Fernandes 2009, severity 1.
    private static let blindness: [[[Double]]] = [
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [
            [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        [
            [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
        [
            [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ]

    /// Returns the product of a matrix and a vector.
    private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// Returns a color's coordinates in OKLab, as seen with a kind of color blindness.
    /// - Source: Ottosson 2020.
    private static func lab(_ color: String, seenBy eyes: [[Double]]) -> [Double] {
        let rgb = RGB(color)
        let seen = product(eyes, [rgb.red, rgb.green, rgb.blue]).map { min(1, max(0, $0)) }
        let cones = product(
            [
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ], seen
        ).map(cubeRoot)
        return product(
            [
                [0.2104542553, 0.7936177850, -0.0040720468],
                [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ], cones)
    }

    /// Returns a cube root, by Newton's method.
    private static func cubeRoot(_ value: Double) -> Double {
        guard value > 0 else { return 0 }
        var root = 1.0
        for _ in 0..<60 { root -= (root * root * root - value) / (3 * root * root) }
        return root
    }

    @Test(arguments: 0..<4) func seriesStayApartForEveryKindOfEye(kind: Int) {
        for theme in [\ThemedColor.light, \.dark] {
            let places = Palette.series.map {
                Self.lab($0[keyPath: theme], seenBy: Self.blindness[kind])
            }
            for (index, one) in places.enumerated() {
                for other in places[(index + 1)...] {
                    let square = zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                    #expect(square.squareRoot() > 0.1)
                }
            }
        }
    }

    @Test func seriesStandOutFromTheirCards() {
        for color in Palette.series + [Palette.alert] {
            #expect(RGB(color.light).contrast(with: RGB(Palette.card.light)) >= 3)
            #expect(RGB(color.dark).contrast(with: RGB(Palette.card.dark)) >= 3)
        }
    }

    @Test func textCanBeReadOnItsCard() {
        for color in [Palette.ink, Palette.soft] {
            #expect(RGB(color.light).contrast(with: RGB(Palette.card.light)) >= 4.5)
            #expect(RGB(color.dark).contrast(with: RGB(Palette.card.dark)) >= 4.5)
        }
    }

    @Test func magnitudesOnlyEverGetDarkerOrBrighter() {
        let light = Palette.magnitudes.map { RGB($0.light).luminance }
        let dark = Palette.magnitudes.map { RGB($0.dark).luminance }
        #expect(zip(light, light.dropFirst()).allSatisfy { $0 > $1 })
        #expect(zip(dark, dark.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func graysUnderLinesSpanAWideContrastInEqualSteps() {
        for theme in [\ThemedColor.light, \.dark] {
            let colors = Palette.grays.map { RGB($0[keyPath: theme]) }
            #expect(colors[0].contrast(with: colors[15]) >= 6)
            for (one, next) in zip(colors, colors.dropFirst()) {
                #expect(one.contrast(with: next) >= 1.07)
            }
        }
    }

    @Test func signedColorsArePairedAroundTheMiddle() {
        let light = Palette.signed.map { RGB($0.light).luminance }
        #expect(light.count == 17 && light.max() == light[8])
        #expect((light[0] - light[16]).magnitude < 0.15)
    }

    @Test func contrastIsThatOfTheGuidelines() {
        #expect(RGB("#000000").contrast(with: RGB("#FFFFFF")) == 21)
        #expect(RGB("#777777").contrast(with: RGB("#777777")) == 1)
    }
}
