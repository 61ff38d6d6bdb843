import Display
import Plotting
import TestSupport
import Testing

@Suite struct TableTests {
    /// The contributions of three steps to a gradient.
    private static let contributions = Table("Contributions to ∂L/∂W") {
        Column("k", 1...3).total("sum")
        ColumnGroup("bracket") {
            Column("H", [0, 0.7615941559557649, 0.7068184091418055])
            Column("part", [0, -0.21366446813252854, -0.7925424546740794], unit: "nats").summed()
        }
        Column("which", ["start", "middle", "last, \"nearest\" to <L>"])
    }
    .emphasized { row, column in row == 2 && column == 2 }
    .note("The sum over k is the gradient.")

    @Test func laysOutText() {
        #expect(
            Self.contributions.text(style: .unicode) == """
                Contributions to ∂L/∂W
                     ╌╌╌╌╌╌ bracket ╌╌╌╌╌╌╌
                  k        H  part (nats)    which
                ───  ───────  ─────────────  ──────────────────────
                  1  0.00000      0.00000    start
                  2  0.76159     -0.21366    middle
                  3  0.70682     -0.79254 ◂  last, "nearest" to <L>
                ═══════════════════════════════════════════════════
                sum              -1.00621
                The sum over k is the gradient.
                """)
    }

    @Test func laysOutASCII() {
        #expect(
            Self.contributions.ascii == """
                Contributions to dL/dW
                     ------ bracket -------
                  k        H  part (nats)    which
                ---  -------  -------------  ----------------------
                  1  0.00000      0.00000    start
                  2  0.76159     -0.21366    middle
                  3  0.70682     -0.79254 *  last, "nearest" to <L>
                ===================================================
                sum              -1.00621
                The sum over k is the gradient.
                """)
    }

    @Test func writesCSVWithEveryDigit() {
        #expect(
            Self.contributions.csv == """
                k,H,part (nats),which
                1,0,0,start
                2,0.7615941559557649,-0.21366446813252854,middle
                3,0.7068184091418055,-0.7925424546740794,"last, ""nearest"" to <L>"

                """)
    }

    @Test func writesHTMLThatSurvivesWithoutStyles() throws {
        let html = Self.contributions.html
        let reader = try SVGReader(html)
        let cells = reader.elements.filter { $0.tag == "td" || $0.tag == "th" }
        #expect(cells.allSatisfy { $0.attributes["align"] != nil })
        #expect(html.contains("<strong>-0.79254</strong>"))
        #expect(html.contains("to &lt;L&gt;"))
        #expect(!html.contains("color:#") && !html.contains("<style"))
        #expect(
            Self.contributions.mimeBundle.representations.map(\.type) == [.plainText, .html])
    }

    @Test func wrapsWordsToTheWidth() {
        let table = Table {
            Column("n", [1, 2])
            Column("why", ["because the first product of Jacobians is small", "no"])
        }
        #expect(
            table.text(style: .ascii, columns: 30) == """
                n  why
                -  ---------------------------
                1  because the first product
                   of Jacobians is small
                2  no
                """)
    }

    @Test func putsColumnsThatDoNotFitBelow() {
        let table = Table {
            Column("step", [1, 2])
            for name in ["alpha", "beta", "gamma"] { Column(name, [1.25, -12345.5]) }
        }
        #expect(
            table.text(style: .ascii, columns: 26) == """
                (part 1 of 2)
                step      alpha       beta
                ----  ---------  ---------
                   1       1.25       1.25
                   2  -12345.50  -12345.50

                (part 2 of 2)
                step      gamma
                ----  ---------
                   1       1.25
                   2  -12345.50
                """)
    }

    @Test func saysHowManyRowsItLeavesOut() throws {
        let table = Table { Column("n", 0..<100) }.rows(atMost: 4)
        #expect(
            table.text(style: .unicode) == """
                 n
                ──
                 0
                 1
                … 96 more rows
                98
                99
                """)
        #expect(table.html.contains("… 96 more rows …"))
        #expect(table.csv.split(separator: "\n").count == 101)
    }

    @Test func drawsSomethingOfNothing() throws {
        #expect(Table("empty") {}.text(style: .ascii) == "empty\n(no columns)")
        _ = try SVGReader(Table("empty") {}.html)
        let uneven = Table {
            Column("a", [1.0, .nan, .infinity])
            Column("b", [nil, 2] as [Int?])
            Column("c", [true])
        }
        #expect(
            uneven.text(style: .ascii) == """
                  a  b  c
                ---  -  ---
                  1     yes
                NaN  2
                inf
                """)
    }

    @Test(arguments: 0..<60) func everyTableFits(seed: Int) {
        var scramble = SeededGenerator(seed: UInt64(seed))
        let rows = Int.random(in: 0..<8, using: &scramble)
        var columns: [Column] = []
        for index in 0..<Int.random(in: 1..<12, using: &scramble) {
            let words = (0..<rows).map { String(repeating: "word ", count: $0 * seed % 30) }
            columns.append(
                index % 3 == 0
                    ? Column("words", words) : Column("n\(index)", scramble.values(rows)).summed())
        }
        let chosen = columns
        let table = Table("t") { for column in chosen { column } }
        for line in table.text(style: .unicode).split(separator: "\n") {
            #expect(String(line).columns <= 80)
        }
    }
}
