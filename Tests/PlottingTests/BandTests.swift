import Display
import Plotting
import Testing

@Suite struct BandTests {
    @Test func shadesTheSpreadOfRuns() {
        let figure = Figure {
            Spread(
                x: 0...4,
                runs: [[1, 1, 0.8, 0.5, 0.2], [1, 0.8, 0.5, 0.2, 0], [1, 0.9, 0.7, 0.3, 0.1]],
                label: "RNN")
        }
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 6) == """
                ░░⠒⠒●⠒⠒ RNN
                1.0 ┤●⠉⠒⠒⠒⠤⠤●⣀⡀░░░
                    │      ░░░⠈⠉⠑⠒⠤⢄●░░
                    │           ░░░░⠉⠒⢄⡀░░░
                0.5 ┤               ░░░⠈⠑⠤⣀░░░░░
                    │                   ░░░●⠒⠢⠤⣀⣀░░
                0.0 ┤                        ░░░░⠉●
                    └┬──────┬───────┬──────┬──────┬
                     0      1       2      3      4
                """)
    }

    @Test func drawsReferenceLinesAndZones() {
        let figure = Figure {
            Zone(x: 3..., label: "unseen")
            Line(x: 0...6, y: [1, 0.9, 0.8, 0.7, 0.4, 0.2, 0.1])
            Rule(y: 0.5, label: "chance")
        }.yAxis(range: 0...1)
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 6) == """
                · · unseen   ┄┄ chance
                1.0 ┤●⠑⠒⠢⠤●⣀⣀        · · · · · · ·
                    │        ⠉⠉●⠒⠤⠤⢄● · · · · · · ·
                    │               ⠉⠢⢄· · · · · ·
                0.5 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄⠉●⢄⡀┄┄┄┄┄┄┄┄
                    │                · · ·⠈⠑⠒●⣀⣀ ·
                0.0 ┤               · · · · · · ⠉⠉●
                    └┬────┬────┬────┬───┬────┬────┬
                     0    1    2    3   4    5    6
                """)
    }

    @Test func drawsBandsInASCII() {
        let figure = Figure {
            Band(x: 0...2, lower: [0, 0, 0], upper: [1, 2, 3], label: "spread")
        }
        #expect(
            figure.text(style: .ascii, columns: 30, rows: 4) == """
                :: spread
                5 +
                  |                   :::::::
                  |  ::::::::::::::::::::::::
                0 +::::::::::::::::::::::::::
                  ++------------+-----------+
                   0            1           2
                """)
    }
}
