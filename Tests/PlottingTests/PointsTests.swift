import Display
import Plotting
import Testing

@Suite struct PointsTests {
    @Test func drawsPointsOfTwoSeries() {
        let figure = Figure {
            Points(x: [0, 1, 2, 3], y: [3.0, 1, 2, 0], label: "a")
            Points(x: [0, 1, 2, 3], y: [0.0, 2, 1, 3], label: "b")
        }
        #expect(
            figure.text(style: .unicode, columns: 30, rows: 5) == """
                ● a   ▲ b
                5 ┤
                  │
                  │●       ▲        ●       ▲
                  │        ●        ▲
                0 ┤▲                        ●
                  └┬───────┬────────┬───────┬
                   0       1        2       3
                """)
    }
}
