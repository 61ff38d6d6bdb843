/// A backward pass of a model.
public struct ModelStory<Scalar: RealScalar>: Sendable {
    /// The gradient of every parameter, by name.
    public let gradient: ParameterSet<Scalar>

    /// The backward pass of the recurrent layers.
    public let stackStory: StackStory<Scalar>

    /// The saliency: the norm of the gradient with respect to each step's input vector, `[T, B]`.
    public var saliency: Matrix<Scalar> {
        let input = stackStory.inputGradient
        let norms = stride(from: 0, to: input.elements.count, by: input.features).map { start in
            Scalar(euclideanNorm(of: Array(input.elements[start..<start + input.features])))
        }
        return Matrix(Shape(input.steps, input.count), unchecked: norms)
    }
}
