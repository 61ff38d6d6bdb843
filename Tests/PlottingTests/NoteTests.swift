import Display
import Plotting
import Testing

@Suite struct NoteTests {
    @Test func writesBesideThePoint() {
        let figure = Figure {
            Line(x: 0...4, y: [0, 1, 4, 9, 16])
            Note("peak", x: 4, y: 16)
        }
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 6) == """
                20 ┤                         peak
                   │                            ⣀⠤●
                   │                        ⢀⡠⠒⠉
                10 ┤                   ⢀⡠⠤⠒●⠁
                   │             ⣀⣀●⠔⠒⠉⠁
                 0 ┤●⣀⣀⡠⠤⠤⠤●⠔⠒⠒⠉⠉
                   └┬──────┬───────┬───────┬──────┬
                    0      1       2       3      4
                """)
    }

    @Test func drawsAnArrow() {
        let figure = Figure {
            Points(x: [0, 4], y: [0, 4.0])
            Arrow(from: (1, 3), to: (4, 1), "look")
        }
        #expect(
            figure.text(style: .unicode, columns: 36, rows: 6) == """
                4 ┤                               ●
                  │   look ⠤⠤⣀⣀
                  │            ⠉⠉⠒⠒⠤⢄⣀⡀
                2 ┤                   ⠈⠉⠉⠒⠒⠤⠤⣀⣀
                  │                            ⠉⠉⠒▶
                0 ┤●
                  └┬───────┬───────┬──────┬───────┬
                   0       1       2      3       4
                """)
    }
}
