/// Returns fewer points that yield the same curve: the first and the last, the lowest and the
/// highest of each interval between them, and all that are not finite.
///
/// A figure has some hundred columns; five thousand points would only make its file larger.
///
/// - Parameters:
///   - points: the points by step.
///   - stretches: the number of intervals.
package func thinned(
    _ points: [(step: Int, value: Double)], stretches: Int = 200
) -> [(step: Int, value: Double)] {
    guard points.count > 3 * stretches else { return points }
    var kept: Set<Int> = [0, points.count - 1]
    for stretch in 0..<stretches {
        let range =
            points.count * stretch / stretches..<points.count * (stretch + 1) / stretches
        kept.formUnion(range.filter { !points[$0].value.isFinite })
        let finite = range.filter { points[$0].value.isFinite }
        if let low = finite.min(by: { points[$0].value < points[$1].value }) { kept.insert(low) }
        if let high = finite.max(by: { points[$0].value < points[$1].value }) { kept.insert(high) }
    }
    return kept.sorted().map { points[$0] }
}

extension Descent {
    /// Returns the stops that are distinguishable in a figure of a given width and height.
    func stops(width: Double, height: Double) -> (x: [Double], y: [Double]) {
        var kept = [0]
        for index in x.indices.dropFirst() {
            let last = kept[kept.count - 1]
            let across = (x[index] - x[last]) / width
            let up = (y[index] - y[last]) / height
            let isFar = !(across * across + up * up < 0.0002)
            if isFar || index == x.count - 1 { kept.append(index) }
        }
        return (kept.map { x[$0] }, kept.map { y[$0] })
    }
}
