import Display
import Plotting
import Testing

@Suite struct PanelsTests {
    @Test func stacksFiguresOverOneAxis() {
        let figure = Panels("Gates") {
            Figure("forget") { Line(y: [1, 0.5, 0.5, 0]) }.yAxis(range: 0...1).height(rows: 3)
            Figure("product") { Line(y: [1, 0.1, 0.01, 0]) }.yAxis(scale: .log).height(rows: 3)
            Figure("cells") { HeatMap([[0.0, 0.4, 0.7, 1]], label: "o") }
        }.xAxis("step")
        #expect(
            figure.text(style: .unicode, columns: 50) == """
                Gates
                forget
                   1 ┤     ●⠒⠒⠤⠤⣀⡀
                     │           ⠈⠉⠑⠒●⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⣀⣀
                   0 ┤                             ⠉⠑⠒⠢⠤⢄●
                     └─────┬─────────┬─────────┬─────────┬────

                product
                   1 ┤     ●⠒⠒⠤⠤⣀⡀
                     │           ⠈⠉⠑⠒●⠤⣀⣀
                0.01 ┤                   ⠉⠑⠒⠢⠤⢄●⣀
                   0 ┊                           ⠉⠉⠉⠉⠒⠒⠒⠒●
                     └─────┬─────────┬─────────┬─────────┬────

                cells
                o  ·······░░░░░░░▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓███████
                  0.0               0.5              1.0
                   0 ┤··········▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓██████████
                     └─────┬─────────┬─────────┬─────────┬────
                           0         1         2         3
                                        step
                """)
    }
}
