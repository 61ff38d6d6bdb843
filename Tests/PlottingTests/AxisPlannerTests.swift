import Display
import Plotting
import TestSupport
import Testing

@Suite struct AxisPlannerTests {
    /// Returns the labels of an axis that ends at ticks.
    private func labels(
        _ values: [Double], _ scale: Scale = .linear, range: ClosedRange<Double>? = nil
    ) -> [String] {
        var planner = AxisPlanner(axis: Axis(scale: scale, range: range), extent: Extent(values))
        planner.endsAtTicks = true
        return planner.plan.ticks.map(\.label)
    }

    @Test func choosesRoundNumbers() {
        #expect(labels([0, 1]) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        #expect(labels([0.31, 0.9]) == ["0.2", "0.4", "0.6", "0.8", "1.0"])
        #expect(labels([-3, 17]) == ["-5", "0", "5", "10", "15", "20"])
        #expect(labels([0, 3e7]) == ["0", "10⁷", "2×10⁷", "3×10⁷"])
        #expect(labels([0, 4e-7]) == ["0", "10⁻⁷", "2×10⁻⁷", "3×10⁻⁷", "4×10⁻⁷"])
    }

    @Test func choosesPowersOfTenOnALogarithmicAxis() {
        #expect(labels([1e-5, 1], .log) == ["10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1"])
        #expect(labels([1e-30, 1], .log) == ["10⁻³⁰", "10⁻²⁰", "10⁻¹⁰", "1"])
        #expect(labels([20, 60], .log) == ["20", "30", "40", "50", "60"])
        #expect(labels([2, 300], .log) == ["1", "10", "100", "1000"])
    }

    @Test func marksBothSidesAlikeOnASymmetricAxis() {
        #expect(
            labels([-1e4, 1e3], .symlog(linearWithin: 1)) == ["-10⁴", "-1", "0", "1", "10⁴"])
        #expect(labels([0, 5], .symlog(linearWithin: 1)) == ["0", "1", "10"])
        #expect(Scale.symlog(linearWithin: -1) == .symlog)
    }

    @Test func givesWhatHasNoPlaceALane() {
        let values: [Double] = [0, 1, 10, .infinity, -.infinity, .nan]
        let plan = AxisPlanner(axis: Axis(scale: .log), extent: Extent(values)).plan
        #expect(
            plan.lanes == [.zero, .minusInfinity, .notFinite(hasInfinity: true, hasNaN: true)])
        #expect(plan.lanes.map { $0.label(in: .unicode) } == ["0", "-∞", "∞,NaN"])
        #expect(plan.lanes.map { $0.label(in: .ascii) } == ["0", "-inf", "inf,NaN"])
        #expect(plan.position(of: 0) == .lane(.zero))
        #expect(plan.position(of: -1) == nil)
    }

    @Test func saysWhatItCannotShow() {
        let log = Axis("loss", scale: .log, range: -1...1)
        let plan = AxisPlanner(axis: log, extent: Extent([1, -2, -3])).plan
        #expect(
            plan.notes == [
                "“loss” cannot run from -1.0 to 1.0",
                "2 negative values have no place on the logarithmic scale of “loss”",
            ])
        let one = AxisPlanner(axis: Axis(scale: .log), extent: Extent([1, -2])).plan
        #expect(one.notes == ["1 negative value has no place on the logarithmic scale of the axis"])
    }

    @Test func keepsToAskedTicksAndRanges() {
        let asked = Axis(range: 0...10, ticks: .at([0, 2.5, 99]))
        #expect(
            AxisPlanner(axis: asked, extent: Extent([3])).plan.ticks.map(\.label) == ["0.0", "2.5"])
        let whole = Axis(ticks: .integers)
        let labels = AxisPlanner(axis: whole, extent: Extent([0.5, 2.5])).plan.ticks.map(\.label)
        #expect(labels == ["1", "2"])
    }

    @Test func thinsOutLabelsThatWouldTouch() {
        var planner = AxisPlanner(axis: Axis(), extent: Extent([0, 1e6]))
        planner.columns = 20
        planner.mostTicks = 8
        let wide = planner.plan.ticks.count
        planner.columns = 60
        #expect(wide < planner.plan.ticks.count)
    }

    @Test(arguments: [
        ("10⁻³", "1e-3"), ("2×10⁵", "2e5"), ("-10⁴", "-1e4"), ("1", "1"), ("1.5×10⁻¹²", "1.5e-12"),
        ("k₁²", "k_1^2"), ("喜", "?"),
    ])
    func spellsPowersInASCII(label: String, ascii: String) {
        #expect(Tick(1, label: label).label(in: .ascii) == ascii)
    }

    @Test(arguments: 0..<300) func ticksLieInTheAxisAndAscend(seed: Int) {
        var scramble = SeededGenerator(seed: UInt64(seed))
        let values = scramble.values(Int.random(in: 0..<6, using: &scramble)).map { $0 ?? 0 }
        let axis = Axis("a", scale: scramble.scale(), range: scramble.range())
        var planner = AxisPlanner(axis: axis, extent: Extent(values))
        planner.endsAtTicks = seed % 2 == 0
        let plan = planner.plan
        let places = plan.ticks.compactMap { plan.transform($0.value) }
        #expect(places.count == plan.ticks.count && plan.lower < plan.upper)
        #expect(places.allSatisfy { $0 >= plan.lower - 1e-9 && $0 <= plan.upper + 1e-9 })
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Set(plan.ticks.map(\.label)).count == plan.ticks.count)
    }
}
