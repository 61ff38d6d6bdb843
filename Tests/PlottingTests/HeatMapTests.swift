import Display
import Plotting
import Testing

@Suite struct HeatMapTests {
    @Test func drawsALowerTriangleWithItsKey() {
        let figure = Figure("Reach") {
            HeatMap(
                [[1], [0.1, 1], [0.01, 0.1, 1], [0, 0.01, 0.1, 1]], label: "‖∂Hₜ/∂Hₖ‖", scale: .log,
                firstRow: 1)
        }.xAxis("k").yAxis("t")
        #expect(
            figure.text(style: .unicode, columns: 60) == """
                Reach
                ‖∂Hₜ/∂Hₖ‖  ·······░░░░░░░▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓███████   0 zero
                          0.01              0.1               1
                t
                1 ┤███
                2 ┤▒▒▒███
                3 ┤···▒▒▒███
                4 ┤000···▒▒▒███
                  └─┬──┬──┬──┬─
                    0  1  2  3
                        k
                """)
    }

    @Test func tellsSignsApartWithoutColor() {
        let figure = Figure {
            HeatMap([[-1, -0.5, -0.25], [0, 0.3, 1]], label: "W", rowNames: ["i", "f"])
        }
        #expect(
            figure.text(style: .unicode, columns: 60) == """
                W  ⣿⣿⣿⣿⠶⠶⠶⠶⠒⠒⠒⠒⠂⠂⠂⠂····░░░░▒▒▒▒▓▓▓▓████
                  -1.0     -0.5     0.0     0.5      1.0
                i ┤⣿⣿⣿⠒⠒⠒⠂⠂⠂
                f ┤···░░░███
                  └─┬──┬──┬─
                    0  1  2
                """)
    }

    @Test func showsWhatIsNotANumberAndWhatIsAbsent() {
        let figure = Figure {
            HeatMap([[.nan, 1, nil], [0.5, .infinity, 0]] as [[Double?]], label: "W")
        }
        #expect(
            figure.text(style: .unicode, columns: 70) == """
                W  ·······░░░░░░░▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓███████   × NaN   ∞ infinite
                  0.0               0.5              1.0
                0 ┤×××███
                1 ┤▒▒▒∞∞∞···
                  └─┬──┬──┬─
                    0  1  2
                """)
    }

    @Test func writesNumbersIntoCells() {
        let figure = Figure {
            HeatMap([[0.25, -1], [0.5, 0]], label: "W", showsNumbers: true)
        }
        #expect(
            figure.text(style: .unicode, columns: 60) == """
                W  ⣿⣿⣿⣿⠶⠶⠶⠶⠒⠒⠒⠒⠂⠂⠂⠂····░░░░▒▒▒▒▓▓▓▓████
                  -1.0     -0.5     0.0     0.5      1.0
                0 ┤ 0.25 ░   -1 ⣿
                1 ┤  0.5 ▒    0 ·
                  └───┬──────┬───
                      0      1
                """)
    }

    @Test func drawsCellsInASCII() {
        let figure = Figure {
            HeatMap([[-1, -0.5, -0.25], [0, 0.3, 1]], label: "W")
        }
        #expect(
            figure.text(style: .ascii, columns: 60) == """
                W  %%%%====----,,,,....::::++++****####
                  -1.0     -0.5     0.0     0.5      1.0
                0 +%%%---,,,
                1 +...:::###
                  +-+--+--+-
                    0  1  2
                """)
    }
}
