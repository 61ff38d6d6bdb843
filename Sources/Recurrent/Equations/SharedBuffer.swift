/// Room for the numbers of shared lines, one after the other.
struct SharedBuffer<Scalar: RealScalar>: Sendable {
    /// The numbers.
    private let buffer: ScalarBuffer<Scalar>

    /// The offset of each line.
    private let offsets: [Int]

    /// Makes room, with zeros in it.
    init(_ plan: StepPlan) {
        var size = 0
        offsets = plan.shapes.indices.map { line in
            guard plan.recording.lines[line].isShared else { return size }
            defer { size += plan.shapes[line].count }
            return size
        }
        buffer = ScalarBuffer(zeros: size)
    }

    /// Returns the start of a line's elements.
    func start(of line: Int) -> UnsafeMutablePointer<Scalar> { buffer.start + offsets[line] }

    /// The numbers of a line.
    func matrix(_ line: Int, _ shape: Shape) -> Matrix<Scalar> {
        Matrix(shape, unchecked: buffer.array(from: offsets[line], count: shape.count))
    }
}
