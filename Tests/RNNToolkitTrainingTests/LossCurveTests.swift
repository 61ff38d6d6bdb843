import RNNToolkit
import Testing

@Suite struct LossCurveTests {
    @Test func aRunThatDiesIsMarkedAndNamed() throws {
        let dead = try Samples.run(u: -1.5, w: 2, steps: 9, rate: 1e-3)
        #expect(dead.nonFiniteStep == 3)
        let text = lossCurves([("free", dead)]).text(style: .unicode)
        #expect(text.contains("free, not finite at step 3"))
        #expect(text.contains("∞ ┊"))
        #expect(dead.lossCurve.text(style: .ascii).contains("loss, not finite at step 3"))
    }

    @Test func aRunWhoseGradientDiesIsMarkedAsWell() throws {
        // The loss is finite, and the sum of its gradient is not.
        var network = Samples.counter(u: 1e154, w: 1)
        let history = try network.train(
            on: CountingTask.publishedExample(),
            Training(
                steps: 3, optimizer: SGD(learningRate: 1e300), only: ["U", "W"],
                nonFinite: .pass))
        #expect(history.nonFiniteStep != nil)
        let text = lossCurves([("steep", history)]).text(style: .unicode)
        #expect(text.contains("NaN") || text.contains("∞"))
    }

    @Test func aRunThatLivesHasNoMark() throws {
        let alive = try Samples.run(u: 1, w: 1.1, steps: 20, rate: 1e-3, clipping: .value(limit: 1))
        #expect(alive.nonFiniteStep == nil)
        let text = lossCurves([("held", alive)], title: "One run").text(style: .unicode)
        #expect(text.hasPrefix("One run\n"))
        #expect(!text.contains("∞") && !text.contains("not finite"))
    }

    @Test func normsStandBesideTheirThreshold() throws {
        let alive = try Samples.run(u: 1, w: 1.1, steps: 20, rate: 1e-3, clipping: .value(limit: 1))
        let text = gradientNormCurves([("held", alive)], threshold: 0.5).text(style: .ascii)
        #expect(text.contains("threshold 0.5"))
    }

    @Test func longCurvesKeepTheirEndsAndExtremes() {
        let points = (0..<5000).map { (step: $0, value: $0 == 1234 ? 99.0 : $0 == 4000 ? -7 : 1) }
        let few = thinned(points)
        #expect(few.count < 700)
        #expect(few.first?.step == 0 && few.last?.step == 4999)
        #expect(few.contains { $0 == (1234, 99) } && few.contains { $0 == (4000, -7) })
        #expect(zip(few, few.dropFirst()).allSatisfy { $0.step < $1.step })
        let broken = (0..<5000).map { (step: $0, value: $0 == 777 ? Double.nan : 1) }
        #expect(thinned(broken).contains { $0.value.isNaN && $0.step == 777 })
        #expect(thinned(Array(points.prefix(600))).count == 600)
    }
}
