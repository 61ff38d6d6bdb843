import Display
import Plotting
import Testing

@Suite struct BarsTests {
    @Test func drawsSignedBarsInEighths() {
        let figure = Figure { Bars(["k=1", "k=2", "k=3"], [0.3, -0.2136, -0.7925]) }.yAxis("∂L/∂W")
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 8) == """
                ∂L/∂W
                 0.5 ┤
                     │ ▇▇▇▇▇▇▇
                 0.0 ┤ ███████
                     │          ███████  ███████
                     │                   ███████
                -0.5 ┤                   ███████
                     │                   ███████
                -1.0 ┤
                     └────┬────────┬────────┬────
                         k=1      k=2      k=3
                """)
    }

    @Test func groupsSeriesSideBySide() {
        let figure = Figure {
            Bars(["0", "1", "2"], [1, 0.9, 0.25], label: "RNN")
            Bars(["0", "1", "2"], [1, 1, 0.75], label: "LSTM")
        }
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 6) == """
                ██ RNN   ░░ LSTM
                1.0 ┤ ████░░░░  ▃▃▃▃░░░░
                    │ ████░░░░  ████░░░░      ░░░░
                    │ ████░░░░  ████░░░░      ░░░░
                0.5 ┤ ████░░░░  ████░░░░      ░░░░
                    │ ████░░░░  ████░░░░  ▄▄▄▄░░░░
                0.0 ┤ ████░░░░  ████░░░░  ████░░░░
                    └─────┬─────────┬─────────┬────
                          0         1         2
                """)
    }

    @Test func stacksSeriesOnBothSidesOfZero() {
        let figure = Figure {
            Bars(x: 1...3, y: [1, 2, 3], label: "i")
            Bars(x: 1...3, y: [2, 1, 1], label: "f")
            Bars(x: 1...3, y: [-1, -2, -1], label: "o")
        }.stacked()
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 8) == """
                ██ i   ░░ f   ▓▓ o
                 4 ┤                     ░░░░░░░░
                   │ ░░░░░░░░  ░░░░░░░░  ████████
                 2 ┤ ░░░░░░░░  ░░░░░░░░  ████████
                   │ ░░░░░░░░  ████████  ████████
                   │ ████████  ████████  ████████
                 0 ┤ ▓▓▓▓▓▓▓▓  ▓▓▓▓▓▓▓▓  ▓▓▓▓▓▓▓▓
                   │ ▓▓▓▓▓▓▓▓  ▓▓▓▓▓▓▓▓  ▓▓▓▓▓▓▓▓
                -2 ┤           ▓▓▓▓▓▓▓▓
                   └─────┬─────────┬─────────┬────
                         1         2         3
                """)
    }

    @Test func standsOnTheEndOfALogarithmicAxis() {
        let figure = Figure { Bars(x: 1...5, y: [1e-4, 0, 1e-2, .infinity, 1]) }.yAxis(
            "|C|", scale: .log)
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 6) == """
                |C|
                   ∞ ┊                ∞
                   1 ┤                    ████
                     │                    ████
                     │                    ████
                10⁻² ┤          ████      ████
                     │          ████      ████
                10⁻⁴ ┤▁▁▁▁      ████      ████
                   0 ┊      0
                     └──┬────┬────┬────┬────┬──
                        1    2    3    4    5
                """)
    }

    @Test func laysBarsWithLongNames() {
        let figure = Figure { Bars(["the writer of the books", "authors"], [0.9, -0.4]) }
        #expect(
            figure.text(style: .unicode, columns: 50, rows: 6) == """
                                        │        ██████████████▍
                the writer of the books ┤        ██████████████▍
                                        │
                                        │ ▐██████
                                authors ┤ ▐██████
                                        │
                                        └┬───────┬───────┬──────┬
                                        -0.5    0.0     0.5    1.0
                """)
    }

    @Test func drawsBarsInASCII() {
        let figure = Figure {
            Bars(["0", "1"], [1, 0.5], label: "RNN")
            Bars(["0", "1"], [1, 0.75], label: "LSTM")
        }
        #expect(
            figure.text(style: .ascii, columns: 36, rows: 5) == """
                ## RNN   == LSTM
                1 +  ######======
                  |  ######======          ======
                  |  ######======    ######======
                  |  ######======    ######======
                0 +  ######======    ######======
                  +--------+---------------+-------
                           0               1
                """)
    }
}
