/// The positions of several controls of which frames are kept.
struct FrameGrid {
    /// For each control the positions that are kept, ascending.
    private(set) var kept: [[Int]]

    /// The controls.
    private let controls: [ExplorationControl]

    /// The maximum number of frames, whatever their size.
    private static let mostFrames = 96

    /// Keeps all positions, or as many as there can be frames.
    init(_ controls: [ExplorationControl]) {
        self.controls = controls
        kept = controls.map { Array($0.labels.indices) }
        while count > Self.mostFrames, thin() {}
    }

    /// The number of frames.
    var count: Int {
        kept.reduce(1) { product, positions in
            let (count, overflows) = product.multipliedReportingOverflow(by: positions.count)
            return overflows ? .max : count
        }
    }

    /// The settings of all controls, the last control's changing fastest.
    var settings: [[Int]] {
        kept.reduce([[]]) { settings, positions in
            settings.flatMap { setting in positions.map { setting + [$0] } }
        }
    }

    /// Leaves out every second position of the control that has most of them, sliders first.
    ///
    /// - Returns: whether there was one to leave out.
    mutating func thin() -> Bool {
        let sliders = kept.indices.filter { controls[$0].kind == .slider && kept[$0].count > 2 }
        let others = kept.indices.filter { kept[$0].count > 1 }
        let sizes = kept.map(\.count)
        let chosen = (sliders.isEmpty ? others : sliders).max { sizes[$0] < sizes[$1] }
        guard let index = chosen else { return false }
        let start = kept[index].firstIndex(of: controls[index].start) ?? 0
        kept[index] = kept[index].enumerated().filter { ($0.offset - start) % 2 == 0 }
            .map(\.element)
        return true
    }
}
