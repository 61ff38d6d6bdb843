import Plotting
import TestSupport
import Testing

@Suite struct ContourTracerTests {
    /// Returns the area inside an outline, negative for the opposite orientation.
    private func area(_ outline: [Spot]) -> Double {
        zip(outline, outline.dropFirst() + outline.prefix(1)).reduce(0) {
            $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
        }
    }

    @Test func surroundsAPeak() {
        let tracer = ContourTracer(
            x: [0, 1, 2], y: [0, 1, 2], values: [[0, 0, 0], [0, 1, 0], [0, 0, 0]])
        let outlines = tracer.outlines(atLeast: 0.5)
        #expect(outlines.count == 1)
        #expect(outlines.map { area($0).magnitude } == [0.5])
    }

    @Test func closesOutlinesAlongTheEdge() {
        let tracer = ContourTracer(x: [0, 10], y: [0, 20], values: [[1, 1], [1, 1]])
        #expect(tracer.outlines(atLeast: 0.5).map { area($0).magnitude } == [200])
        #expect(tracer.outlines(atLeast: 2).isEmpty)
    }

    @Test func leavesHolesOpen() {
        var rows = Array(repeating: [1.0, 1, 1, 1, 1], count: 5)
        rows[2][2] = -1
        let places = [0.0, 1, 2, 3, 4]
        let outlines = ContourTracer(x: places, y: places, values: rows).outlines(atLeast: 0)
        let areas = outlines.map(area)
        #expect(areas.count == 2)
        #expect(areas.reduce(0, +).magnitude == 15.5)
    }

    @Test(arguments: 0..<50) func bothSidesTogetherCoverTheWholeButSaddles(seed: Int) {
        var scramble = SeededGenerator(seed: UInt64(seed))
        let places = (0..<7).map(Double.init)
        let rows = places.map { _ in
            places.map { _ in Double.random(in: -1...1, using: &scramble) }
        }
        let above = ContourTracer(x: places, y: places, values: rows)
        let below = ContourTracer(x: places, y: places, values: rows.map { $0.map { -$0 } })
        let areas = [above, below].map { $0.outlines(atLeast: 0).map(area).reduce(0, +).magnitude }
        // At saddles neither side includes the center, so the two may leave a small gap.
        #expect(areas[0] + areas[1] <= 36 + 1e-9 && areas[0] + areas[1] > 28)
    }
}
