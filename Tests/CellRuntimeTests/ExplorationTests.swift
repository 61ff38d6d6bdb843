import Display
import Foundation
import TestSupport
import Testing

@testable import CellRuntime

@Suite struct ExplorationTests {
    /// A picture of so many lines.
    private struct Drawing: Picture {
        let title: String
        var lines = 3

        var drawing: SVG {
            let body = (0..<lines).map { "<path d=\"M\($0) \(title.count)\"/>" }
            return SVG(
                "<svg width=\"640\">\n" + body.joined(separator: "\n") + "\n</svg>\n",
                alternativeText: "Drawing \(title)", width: 640)
        }
        var description: String { "[\(title)]" }
    }

    /// What a closure refuses.
    private struct Refusal: Error, CustomStringConvertible {
        var description: String { "could not divide by 0: take another number" }
    }

    /// The frames that a page keeps.
    private struct Page {
        struct Knob: Decodable {
            let name: String
            let kind: String
            let labels: [String]
            let start: Int
            let count: Int
        }
        struct Store: Decodable {
            let knobs: [Knob]
            let quote: String
            let lines: [String]
            let frames: [[Int]?]
        }

        let html: String
        let store: Store

        init(_ exploration: Exploration) throws {
            guard case .text(let html)? = exploration.mimeBundle[.html] else { throw Refusal() }
            self.html = html
            let start = try #require(html.range(of: "<script type=\"application/json\">"))
            let rest = html[start.upperBound...]
            let end = try #require(rest.range(of: "</script>"))
            store = try JSONDecoder().decode(Store.self, from: Data(rest[..<end.lowerBound].utf8))
        }

        /// Returns the frame for a position of every knob, as the page's program finds it.
        func frame(_ positions: [Int]) -> String? {
            let index = zip(store.knobs, positions).reduce(0) { $0 * $1.0.labels.count + $1.1 }
            return store.frames[index].map {
                $0.map { store.lines[$0] }.joined(separator: "\n")
                    .replacingOccurrences(of: store.quote, with: "\"")
            }
        }
    }

    @Test func aSliderHasRoundPositions() {
        #expect(Knob("W", 0.1...0.5, step: 0.1).values == [0.1, 0.2, 0.3, 0.4, 0.5])
        #expect(Knob("W", 0.1...2.0).control.labels.prefix(3) == ["0.1", "0.2", "0.3"])
        #expect(Knob("W", 0.1...2.0).values.last == 2)
        #expect(Knob("W", 0.1...2.0, start: 0.52).control.start == 4)
        #expect(Knob("lag", 1...5).values == [1, 2, 3, 4, 5])
        #expect(Knob("lag", 0...100, start: 9).values.prefix(3) == [0, 5, 10])
        #expect(Knob("lag", 0...100, start: 9).control.start == 2)
        #expect(
            Knob("rate", 0.001...0.1, isLogarithmic: true).values
                == [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1])
    }

    @Test(arguments: 0..<200) func positionsOfAnyRangeAscendFromEndToEnd(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let (one, other) = (generator.number(), generator.number())
        let range = min(one, other)...max(one, other)
        let step = seed % 3 == 0 ? abs(generator.number()) : nil
        let knob = Knob(
            "x", range, step: step, start: generator.number(), isLogarithmic: seed % 2 == 0)
        #expect(knob.values.first == range.lowerBound && knob.values.last == range.upperBound)
        #expect(zip(knob.values, knob.values.dropFirst()).allSatisfy { $0 < $1 })
        #expect(knob.values.indices.contains(knob.control.start))
        #expect(knob.control.labels.count == knob.values.count)
        let whole = Knob("n", Int(truncatingIfNeeded: generator.next() >> 40)...(1 << 30))
        #expect(whole.values.count <= 10_002 && whole.values.last == 1 << 30)
    }

    @Test func theOutputHoldsAFrameForEveryPosition() throws {
        let exploration = explore("W", 0.5...1.5, step: 0.5) { W in Drawing(title: "W=\(W)") }
        let page = try Page(exploration)
        #expect(page.store.knobs.map(\.labels) == [["0.5", "1", "1.5"]])
        #expect(page.frame([1]) == nil)
        #expect(page.html.contains("alt=\"Drawing W=1.0\""))
        #expect(page.frame([0])?.contains("M0 5") == true)
        #expect(
            exploration.mimeBundle.plainText?.hasPrefix("[W=1.0]\nW = 1. W has 3 positions") == true
        )
        #expect(exploration.mimeBundle.plainText?.contains("`start: 0.5`") == true)
    }

    @Test func severalKnobsShowEverySetting() throws {
        let exploration = explore(
            Knob("rule", ["none", "norm"]), Knob("clipped", true), Knob("n", 1...3)
        ) { rule, clipped, n in
            ("\(rule) \(clipped) \(n)", HTML("<b>\(n)</b>"))
        }
        let page = try Page(exploration)
        #expect(page.store.knobs.map(\.kind) == ["choice", "toggle", "slider"])
        let named = explore("rule", ["none": 1.5, "norm": 2.5]) { $0 * 2 }
        #expect(named.controls.map(\.labels) == [["none", "norm"]])
        #expect(named.bundle(at: [1]).plainText == "5.0")
        #expect(page.store.frames.count == 12)
        for (place, rule) in ["none", "norm"].enumerated() {
            for (state, clipped) in [false, true].enumerated() {
                for n in 1...3 {
                    let positions = [place, state, n - 1]
                    let frame = page.frame(positions) ?? page.html
                    #expect(frame.contains("\(rule) \(clipped) \(n)"), "\(positions)")
                    #expect(frame.contains("<b>\(n)</b>"), "\(positions)")
                }
            }
        }
    }

    @Test func anErrorIsShownWhereItIsThrown() throws {
        let exploration = explore("n", -1...1) { n in
            guard n != 0 else { throw Refusal() }
            return "\(1 / n)"
        }
        #expect(
            exploration.mimeBundle.plainText?.hasPrefix("At n = 0: could not divide by 0") == true)
        let page = try Page(exploration)
        #expect(page.html.contains("At n = 0: could not divide by 0"))
        #expect(page.frame([0])?.contains("<pre>-1</pre>") == true)
        let empty = explore("choice", [Int]()) { $0 }
        #expect(empty.mimeBundle.plainText?.contains("nothing to choose from") == true)
    }

    /// Explorations of any size: few or many knobs and frames, small and large pictures.
    @Test(arguments: 0..<24) func anOutputIsUnderHalfAMegabyte(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let lines = [1, 40, 1_000, 16_000][seed % 4]
        let knobs = (0..<Int.random(in: 1...3, using: &generator)).map { index in
            Knob("k\(index)", 1...Int.random(in: 1...60, using: &generator))
        }
        let exploration = Exploration(controls: knobs.map(\.control)) { positions in
            Drawing(title: String(repeating: "x", count: 1 + positions.reduce(0, +)), lines: lines)
        }
        let bundle = exploration.mimeBundle
        guard case .text(let html)? = bundle[.html] else { return }
        let output = try JSONEncoder().encode([bundle.plainText ?? "", html])
        #expect(output.count < 500_000)
        #expect(html.contains("Drawing x") || lines == 16_000)
        if lines == 1, knobs.count == 1 {
            #expect(try Page(exploration).store.frames.count == knobs[0].values.count)
        }
        for line in bundle.plainText?.split(separator: "\n") ?? [] {
            #expect(line.count <= 80 || line.hasPrefix("["))
        }
    }

    @Test func nothingInAFrameEndsTheProgram() throws {
        let evil = "</script><script>alert(1)</script><!-- \u{2028} \u{0} \\ \" & ~^`|"
        let page = try Page(explore("</script>", [evil, "b"], start: 1) { HTML($0) })
        #expect(page.frame([0])?.contains(evil) == true)
        #expect(page.html.components(separatedBy: "</script>").count == 3)
    }

    @Test func aBundleForOnePositionIsThatFrameAlone() {
        let exploration = explore("n", 1...3) { n in Drawing(title: "n=\(n)") }
        let bundle = exploration.bundle(at: [2])
        #expect(bundle.plainText == "[n=3]")
        #expect(bundle[.html].map { "\($0)".contains("<img") } == true)
        #expect(exploration.bundle(at: [7]).plainText?.contains("could not set n") == true)
    }
}

extension SeededGenerator {
    /// Returns a number of any size.
    fileprivate mutating func number() -> Double {
        let small = Double.random(in: -1...1, using: &self)
        switch Int.random(in: 0..<6, using: &self) {
        case 0: return small * 1e-300
        case 1: return small * Double.greatestFiniteMagnitude
        case 2: return (small * 20).rounded()
        case 3: return 0
        default: return small * 10
        }
    }
}
