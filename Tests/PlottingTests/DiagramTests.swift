import Display
import Plotting
import TestSupport
import Testing

@Suite struct DiagramTests {
    /// Two boxes with arrows in both directions, a box above and a text below.
    static let pair: Diagram = {
        var diagram = Diagram("Two steps")
        diagram.nodes = [
            DiagramNode(row: 1, column: 0, ["H₀ = 0", ""]),
            DiagramNode(row: 1, column: 1, ["H₁ = 0.5", "δ₁ = -1"], isStrong: true),
            DiagramNode(row: 0, column: 1, ["L = 2"], isStrong: true),
            DiagramNode(row: 2, column: 1, ["δ₁H₀ = 0"], look: .text),
        ]
        diagram.arrows = [
            DiagramArrow(from: .init(1, 0), to: .init(1, 1), "W"),
            DiagramArrow(
                from: .init(1, 1), to: .init(1, 0), "δ₁", isBackward: true, isStrong: true),
            DiagramArrow(from: .init(1, 1), to: .init(0, 1), "V"),
            DiagramArrow(from: .init(0, 1), to: .init(1, 1), isBackward: true, isStrong: true),
        ]
        return diagram.caption("The end.")
    }()

    @Test func drawsBoxesAndArrowsInCharacters() {
        #expect(
            Self.pair.text(style: .unicode) == """
                Two steps
                                ╔══════════╗
                                ║  L = 2   ║
                                ╚══════════╝
                                    ▲ ║
                                  V │ ▼
                ┌────────┐      ╔══════════╗
                │ H₀ = 0 │───W─▶║ H₁ = 0.5 ║
                │        │◀═δ₁══║ δ₁ = -1  ║
                └────────┘      ╚══════════╝
                                  δ₁H₀ = 0
                The end.
                """)
    }

    @Test func drawsBoxesAndArrowsInASCII() {
        #expect(
            Self.pair.text(style: .ascii) == """
                Two steps
                                      #==============#
                                      #    L = 2     #
                                      #==============#
                                            ^ |
                                          V | v
                +---------+           #==============#
                | H_0 = 0 |-----W---->#  H_1 = 0.5   #
                |         |<=delta_1==# delta_1 = -1 #
                +---------+           #==============#
                                       delta_1H_0 = 0
                The end.
                """)
    }

    /// Returns boxes at random places with texts of any kind, and arrows between neighbors.
    private func diagram(_ scramble: inout SeededGenerator) -> Diagram {
        let texts = [
            "H₀ = 0", "‖δ₁₂‖ = 1e-300", "", "NaN", "<&\">", "😀 wide", "∂L/∂W = -inf",
            String(repeating: "long ", count: 60), String(repeating: "x", count: 300), "a\nb",
        ]
        let columns = Int.random(in: 1...40, using: &scramble)
        let rows = Int.random(in: 1...5, using: &scramble)
        var diagram = Diagram(texts[Int.random(in: 0..<texts.count, using: &scramble)])
        for column in 0..<columns {
            for row in 0..<rows where Int.random(in: 0..<4, using: &scramble) > 0 {
                let lines = (0...Int.random(in: 0...2, using: &scramble)).map { _ in
                    texts[Int.random(in: 0..<texts.count, using: &scramble)]
                }
                let isWide = Int.random(in: 0..<12, using: &scramble) == 0
                diagram.nodes.append(
                    DiagramNode(
                        row: row, column: column, through: isWide ? column + 2 : nil, lines,
                        look: Bool.random(using: &scramble) ? .box : .text,
                        isStrong: Bool.random(using: &scramble)))
                let isAcross = Bool.random(using: &scramble)
                let place = DiagramArrow.Place(row, column)
                let other = DiagramArrow.Place(
                    row + (isAcross ? 0 : 1), column + (isAcross ? 1 : 0))
                let isForward = Bool.random(using: &scramble)
                diagram.arrows.append(
                    DiagramArrow(
                        from: isForward ? place : other, to: isForward ? other : place,
                        texts[Int.random(in: 0..<texts.count, using: &scramble)],
                        isBackward: Bool.random(using: &scramble),
                        isStrong: Bool.random(using: &scramble)))
            }
        }
        diagram.importantColumns = [columns / 2, -3, 999]
        return diagram.caption(texts[Int.random(in: 0..<texts.count, using: &scramble)])
    }

    @Test(arguments: 0..<120) func everyDiagramFitsItsLinesAndItsPicture(seed: Int) throws {
        var scramble = SeededGenerator(seed: UInt64(seed))
        let diagram = diagram(&scramble)
        for style in TextStyle.allCases {
            for columns in [24, 80] {
                let lines = diagram.text(style: style, columns: columns).split(separator: "\n")
                #expect(lines.allSatisfy { String($0).columns <= columns }, "\(style), \(columns)")
            }
        }
        #expect(diagram.ascii.utf8.allSatisfy { $0 < 128 })
        let reader = try SVGReader(diagram.svg)
        #expect(reader.problems.filter { $0.hasSuffix("outside") } == [])
        #expect(reader.elements.first?.attributes["aria-label"]?.isEmpty == false)
    }

    @Test func columnsThatDoNotFitGiveWayToAnEllipsis() {
        var diagram = Diagram("Many steps")
        for step in 0...30 {
            diagram.nodes.append(DiagramNode(row: 0, column: step, ["H\(step) = 0.25"]))
            guard step > 0 else { continue }
            diagram.arrows.append(DiagramArrow(from: .init(0, step - 1), to: .init(0, step), "W"))
        }
        diagram.importantColumns = [17]
        let text = diagram.text(style: .unicode)
        #expect(["H0 =", "H17 =", "H30 ="].allSatisfy(text.contains))
        #expect(text.count(where: { $0 == "⋯" }) == 2)
        #expect(!text.contains("H9 ="))
    }
}
