import Display
import Plotting
import Testing

@Suite struct LineTests {
    @Test func drawsALineWithMarkers() {
        let figure = Figure("Norm") {
            Line(x: 0...4, y: [1, 0.5, 0.25, 0.125, 0.0625], label: "‖∂L/∂H‖")
        }.xAxis("lag")
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 6) == """
                Norm
                ⠒⠒●⠒⠒ ‖∂L/∂H‖
                1.0 ┤●⠤⡀
                    │  ⠈⠒⢄
                    │     ⠉⠢⡀
                0.5 ┤       ●⠉⠒⠢⢄⣀
                    │             ⠉⠑●⠤⠤⣀⣀⡀
                0.0 ┤                    ⠈⠉●⠉⠒⠒⠒⠒⠒●
                    └┬──────┬───────┬──────┬──────┬
                     0      1       2      3      4
                                  lag
                """)
    }

    /// Products that should be 1 differ slightly.
    @Test func drawsAllOfALineAlongTheEndOfAnAxis() {
        let ones = (0...20).map { $0 % 3 == 0 ? 1 + 2e-16 : $0 % 3 == 1 ? 1 : 1 + 9e-16 }
        func line(_ values: [Double]) -> String {
            Figure { Line(x: 0...20, y: values) }.yAxis("norm", scale: .log, range: 1e-3...1).svg
        }
        #expect(line(ones) == line(Array(repeating: 1, count: 21)))
    }

    @Test func noAxisHidesALineThatRunsAlongIt() throws {
        let figure = Figure { Line(y: [0, 0, 3], markers: .none) }.yAxis(range: 0...3)
        let paths = try SVGReader(figure.svg).elements.filter { $0.tag == "path" }
        let axis = try #require(
            paths.lastIndex { $0.attributes["class"] == "u-s-axis" })
        let line = try #require(paths.lastIndex { $0.attributes["class"] == "u-s-0" })
        #expect(axis < line)
    }

    @Test func drawsInASCII() {
        let figure = Figure("Norm") {
            Line(x: 0...4, y: [1, 0.5, 0.25, 0.125, 0.0625], label: "‖∂L/∂H‖")
        }.xAxis("lag")
        #expect(
            figure.text(style: .ascii, columns: 36, rows: 6) == """
                Norm
                *** ||dL/dH||
                1.0 +***
                    |   **
                    |     **
                0.5 +       ******
                    |             ********
                0.0 +                     *********
                    ++------+-------+------+------+
                     0      1       2      3      4
                                  lag
                """)
    }

    @Test func tellsSeriesApartByMarkerAndDash() {
        let figure = Figure {
            Line(y: [0.0, 1, 2, 3], label: "RNN")
            Line(y: [3.0, 2, 1, 0], label: "LSTM")
        }
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 6) == """
                ⠒⠒●⠒⠒ RNN   ⠒⠂▲⠒⠂ LSTM
                4 ┤
                  │▲⠄⢀⡀                        ⢀⣀⡠●
                  │   ⠈ ⠑⠂⠠⠤ ⡀          ⢀⣀⠤⠤⠒⠊⠉⠁
                2 ┤          ▲⠁⠐⠒⣀⣤⡤⢔⠒⠊⠉●
                  │      ⢀⣀⡠⠤●⠒⠉⠉    ⠉ ⠒▲⠠⢄ ⡀
                0 ┤●⠤⠤⠒⠒⠉⠁                  ⠈⠁⠐⠒ ⠤▲
                  └┬─────────┬──────────┬─────────┬
                   0         1          2         3
                """)
    }

    @Test func givesZerosALaneOnALogarithmicAxis() {
        let figure = Figure { Line(y: [1, 1e-2, 1e-4, 0, 0]) }.yAxis("norm", scale: .log)
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 5) == """
                norm
                   1 ┤●⠢⣀
                     │   ⠉⠢⡄
                     │     ⠈⠑●⣀
                10⁻³ ┤         ⠑⠢⣀
                     │            ⠉⠢●⡀
                   0 ┊               ⠈⠉⠉⠑⠒⠒●⠤⠤⠤⠤⠤⠤●
                     └┬──────┬──────┬──────┬──────┬
                      0      1      2      3      4
                """)
    }

    @Test func marksWhereARunTurnsInfiniteOrNotANumber() {
        let figure = Figure {
            Line(y: [6.2e5, 7.7e71, .infinity, .infinity, .nan], label: "no clip")
            Line(y: [6.2e5, 1e5, 1e4, 1e3, .nan], label: "norm clip")
        }.yAxis("loss", scale: .log)
        #expect(
            figure.text(style: .unicode, columns: 40, rows: 6) == """
                ⠒⠒●⠒⠒ no clip   ⠒⠂▲⠒⠂ norm clip
                loss
                ∞,NaN ┊          ⣀⣀⣀⠤⠤⠤∞┄┄┄┄┄┄┄┄┄┄┄┄NaN
                      │       ⡔●⠉
                 10⁶⁰ ┤     ⢀⠎
                 10⁴⁰ ┤    ⡠⠃
                      │  ⢠⠊⠁
                 10²⁰ ┤ ⡰⠁
                      │▲⠄⠠⠤ ⠤⠄⠠▲ ⠤⠄⢀⣀ ⣀▲⣀⡀⢀⣀ ⣀▲
                      └┬───────┬───────┬──────┬───────┬
                       0       1       2      3       4
                """)
    }

    @Test func interruptsTheLineWhereAValueIsAbsent() {
        let figure = Figure { Line(y: [0, 1, nil, 1, 0] as [Double?]) }
        #expect(
            figure.text(style: .unicode, columns: 30, rows: 4) == """
                1 ┤     ⡠●            ●⢄
                  │   ⢀⠜                ⠱⡀
                  │ ⢀⠔⠁                  ⠈⠢⡀
                0 ┤●⠊                      ⠑●
                  └┬─────┬──────┬─────┬─────┬
                   0     1      2     3     4
                """)
    }

    @Test func reversesAnAxis() {
        let figure = Figure { Line(x: 0...4, y: [0, 1, 2, 3, 4]) }.xAxis("lag", reversed: true)
        #expect(
            figure.text(style: .unicode, columns: 30, rows: 4) == """
                5 ┤●⡀
                  │ ⠈⠉⠑⠒⠢●⠤⣀⣀
                  │          ⠉⠉⠒●⠤⠤⣀⣀
                0 ┤                  ⠉●⠑⠒⠢⠤⢄●
                  └┬─────┬──────┬─────┬─────┬
                   4     3      2     1     0
                              lag
                """)
    }

    @Test func drawsSignedMagnitudesOnASymmetricScale() {
        let figure = Figure { Line(y: [-1000.0, 10, -0.1, 0, 100]) }.yAxis(scale: .symlog)
        #expect(
            figure.text(style: .unicode, columns: 30, rows: 8) == """
                 1000 ┤                     ●
                      │     ●⡀             ⡰⠁
                      │    ⢰⠁⠑⢄          ⡠⠊
                      │   ⢠⠃   ⠱⡀      ⢀⠔⠁
                    0 ┤  ⢀⠇     ⠈⠢●⠔⠒⠊⠉●
                      │ ⢀⠎
                      │ ⡜
                -1000 ┤●
                      └┬────┬─────┬────┬────┬
                       0    1     2    3    4
                """)
    }

    @Test func drawsAFunction() {
        let figure = Figure { Line(over: -2...2) { $0 * $0 } }
        #expect(
            figure.text(style: .unicode, columns: 30, rows: 5) == """
                5 ┤
                  │⠑⢄                      ⡠⠊
                  │  ⠳⢄                  ⡠⠞
                  │    ⠙⠦⣀            ⣀⠴⠋
                0 ┤      ⠈⠙⠒⠤⢤⣀⣀⣀⣀⡤⠤⠒⠋⠁
                  └┬─────┬──────┬─────┬─────┬
                   -2    -1     0     1     2
                """)
    }
}
