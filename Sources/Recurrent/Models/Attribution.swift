/// The contribution of each step of a sequence to the difference of two outputs of a model.
///
/// The contributions are integrated gradients: the gradient times the input, averaged over inputs that
/// grow from zero to the given one. They add up to the difference, less that of an input of zeros.
///
/// - Source: Sundararajan, Taly and Yan 2017, arXiv:1703.01365, section 3.
public struct Attribution<Scalar: RealScalar>: Sendable {
    /// The contribution of each step, from the first.
    public let contributions: [Double]

    /// The difference of the outputs.
    public let difference: Double

    /// The difference for an input of zeros, of which no step is the cause.
    public let baseline: Double

    /// The backward pass of the difference, with the contributions of all steps to the gradient of every
    /// weight.
    public let story: ModelStory<Scalar>

    /// The part of the difference that the contributions leave open: 0 but for the steps of the average.
    public var gap: Double { difference - baseline - contributions.reduce(0, +) }
}

extension RecurrentModel {
    /// Attributes the difference of two outputs after the last step to the steps of one sequence.
    ///
    /// - Parameters:
    ///   - output: the output whose share is asked for, counted from 0.
    ///   - other: the output that is subtracted; `nil` for none.
    ///   - input: one sequence.
    ///   - points: the number of inputs that the average is taken over.
    /// - Throws: `RecurrentError` if there is no such output, there are several sequences, or shapes do
    ///   not fit.
    public func attribution(
        ofOutput output: Int, minus other: Int? = nil, for input: SequenceInput<Scalar>,
        points: Int = 128
    ) throws(RecurrentError) -> Attribution<Scalar> {
        guard input.count == 1 else {
            throw .invalidValue(
                name: "the number of sequences", value: "\(input.count)", needed: "1")
        }
        for index in [output, other ?? output] where !(0..<outputSize).contains(index) {
            throw .invalidValue(
                name: "the output", value: "\(index)", needed: "from 0 to \(outputSize - 1)")
        }
        try checkCount("the number of points", points, from: 1)
        let vectors = try vectors(of: input)
        // The middles of equal intervals from 0 to 1.
        let scales = (0..<points).map { (Scalar($0) + 0.5) / Scalar(points) }
        let average = try averageGradient(of: output, other, vectors, scales)
        let width = vectors.features
        let contributions = (0..<vectors.steps).map { step in
            (step * width..<(step + 1) * width).reduce(0.0) {
                $0 + Double(vectors.elements[$1]) * average[$1]
            }
        }
        let bare = self.withoutEmbedding
        let pass = try bare.forward(
            Batch(.values(vectors), .values(.zeros(Shape(1, outputSize)))))
        let zero = try bare.outputs(for: .values(vectors.scaled(by: [0])))
        func difference(_ outputs: Matrix<Scalar>) -> Double {
            Double(outputs[0, output]) - (other.map { Double(outputs[0, $0]) } ?? 0)
        }
        let asked = Self.asking(for: output, other, rows: 1, outputs: outputSize)
        return Attribution(
            contributions: contributions, difference: difference(pass.outputs),
            baseline: difference(zero), story: try bare.backward(pass, outputGradient: asked))
    }

    /// Returns the gradient of a difference of outputs, averaged over scaled inputs, `[T, D]`.
    private func averageGradient(
        of output: Int, _ other: Int?, _ vectors: SequenceBatch<Scalar>, _ scales: [Scalar]
    ) throws(RecurrentError) -> [Double] {
        let bare = withoutEmbedding
        let count = scales.count
        let pass = try bare.forward(
            Batch(
                .values(vectors.scaled(by: scales)),
                .values(.zeros(Shape(count, outputSize)))))
        let asked = Self.asking(for: output, other, rows: count, outputs: outputSize)
        let gradient = try bare.backward(pass, outputGradient: asked).stackStory.inputGradient
        let width = vectors.features
        return (0..<vectors.steps * width).map { index in
            let (step, feature) = (index / width, index % width)
            return (0..<count).reduce(0.0) {
                $0 + Double(gradient.elements[(step * count + $1) * width + feature])
            } / Double(count)
        }
    }

    /// The same model, reading the vectors that its embedding would give, and with a loss that takes any
    /// numbers.
    private var withoutEmbedding: RecurrentModel {
        var model = self
        model.embedding = nil
        model.loss = .squaredError
        return model
    }

    /// Rows of zeros with 1 for an output and -1 for another.
    private static func asking(
        for output: Int, _ other: Int?, rows: Int, outputs: Int
    ) -> Matrix<Scalar> {
        var asked = Matrix<Scalar>.zeros(Shape(rows, outputs))
        for row in 0..<rows {
            asked[row, output] += 1
            if let other { asked[row, other] -= 1 }
        }
        return asked
    }
}

extension SequenceBatch {
    /// Returns copies of a single sequence, each multiplied by a number.
    fileprivate func scaled(by scales: [Scalar]) -> SequenceBatch {
        var scaled: [Scalar] = []
        scaled.reserveCapacity(elements.count * scales.count)
        for step in 0..<steps {
            for scale in scales {
                for index in step * features..<(step + 1) * features {
                    scaled.append(scale * elements[index])
                }
            }
        }
        return SequenceBatch(
            steps: steps, count: scales.count, features: features, lengths: nil,
            unchecked: scaled)
    }
}
