import Recurrent
import Testing

/// Example N8: one sigmoid unit over 50 steps, whose error surface has a cliff.
///
/// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, figure 6.
@Suite struct CliffTests {
    /// A point of the error surface.
    private struct Point {
        var w: Double
        var b: Double
    }

    /// Returns E = (σ(x₅₀) - 0.7)² of x_t = w σ(x_{t-1}) + b from x₀ = 0.5, and its gradient.
    private func error(_ w: Double, _ b: Double) throws -> (loss: Double, w: Double, b: Double) {
        let network = ElmanNetwork(
            W: [[w]], U: 0, V: 1, b: [[b]], H0: [[Activation.sigmoid(0.5)]],
            activation: .sigmoid, loss: .squaredError)
        let pass = try network.forward(Array(repeating: 0, count: 50), target: 0.7)
        let gradient = try network.backward(pass).gradient
        return (pass.loss, try gradient.W.value, try gradient.b.value)
    }

    /// Performs some steps of descent; returns the last point and the largest gradient on the way.
    private func descend(
        from start: Point, steps: Int, clipping: Clipping
    ) throws -> (end: Point, largest: Double) {
        var (point, largest) = (start, 0.0)
        for _ in 0..<steps {
            let at = try error(point.w, point.b)
            let report = try clipping.clip(Matrix.column([at.w, at.b]))
            largest = max(largest, report.normBefore)
            point.w -= 0.05 * report.gradient[0, 0]
            point.b -= 0.05 * report.gradient[1, 0]
        }
        return (point, largest)
    }

    @Test func theSurfaceHasItsKnownHeightsAndSlopes() throws {
        let origin = try error(0, 0)
        #expect(origin.loss.isWithin(1e-12, of: 0.04))
        #expect(origin.w.isWithin(1e-12, of: -0.05) && origin.b.isWithin(1e-12, of: -0.1))
        let slope = try error(4, -2)
        #expect(slope.loss.rounds(to: "0.016736632938"))
        #expect(slope.w.rounds(to: "-1.0445294") && slope.b.rounds(to: "-1.7879042"))
        let other = try error(5, -2.5)
        #expect(other.loss.rounds(to: "0.024088868813"))
        #expect(other.w.rounds(to: "0.0863117") && other.b.rounds(to: "0.1009250"))
        let cliff = try error(4.9, -2.55)
        #expect(cliff.loss.rounds(to: "1.5498e-4"))
        #expect(Matrix.column([cliff.w, cliff.b]).norm.rounds(to: "26.0436"))
    }

    @Test(arguments: [
        (Clipping.none, "5.5885", "-1.4447"), (.globalNorm(limit: 1), "4.9264", "-2.5076"),
        (.globalNorm(limit: 0.1), "4.9026", "-2.5458"),
    ])
    func oneStepAtTheCliffLeadsFarOrNear(rule: Clipping, w: String, b: String) throws {
        let end = try descend(from: Point(w: 4.9, b: -2.55), steps: 1, clipping: rule).end
        #expect(end.w.rounds(to: w) && end.b.rounds(to: b))
        if rule == .none { #expect(try error(end.w, end.b).loss.rounds(to: "0.08")) }
    }

    @Test func clippingKeepsALongDescentOnTheSurface() throws {
        let start = Point(w: 5.5, b: -2.5)
        let thrown = try descend(from: start, steps: 2000, clipping: .none)
        #expect(thrown.end.w > 100 && thrown.end.b > 100 && thrown.largest > 1e3)
        let kept = try descend(from: start, steps: 2000, clipping: .globalNorm(limit: 1))
        #expect(abs(kept.end.w - 4.41) < 0.1 && abs(kept.end.b + 2.24) < 0.1)
        #expect(try error(kept.end.w, kept.end.b).loss < 1e-4)
    }

    @Test func aFinerGridFindsSteeperPlaces() throws {
        func steepest(_ points: Int) throws -> Double {
            var largest = 0.0
            for i in 0...points {
                for j in 0...points {
                    let at = try error(
                        4 + 2 * Double(i) / Double(points), -3 + Double(j) / Double(points))
                    largest = max(largest, Matrix.column([at.w, at.b]).norm)
                }
            }
            return largest
        }
        let (coarse, fine) = try (steepest(12), steepest(60))
        #expect(coarse > 1 && fine > 10 * coarse)
    }
}
