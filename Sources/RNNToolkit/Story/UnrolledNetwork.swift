internal import Plotting
internal import Recurrent

/// An Elman network unrolled over the steps of a pass, as a diagram: inputs below, states in the
/// middle, the read-out above, and what every step contributes to the gradient at the bottom.
struct UnrolledNetwork<Scalar: RealScalar> {
    /// The forward pass.
    private let pass: ElmanPass<Scalar>
    /// The backward pass, where there was one.
    private let story: ElmanStory<Scalar>?
    /// The step to which the way of the loss is highlighted, where it is.
    private let pathEnd: Int?

    /// Takes a pass.
    init(_ pass: ElmanPass<Scalar>, story: ElmanStory<Scalar>? = nil, pathTo step: Int? = nil) {
        self.pass = pass
        self.story = story
        pathEnd = step
    }

    /// T, the number of steps.
    private var count: Int { pass.layerPass.steps }

    /// The row of the read-out.
    private static var outputRow: Int { 0 }
    /// The row of the states.
    private static var stateRow: Int { 1 }
    /// The row of the inputs.
    private static var inputRow: Int { 2 }
    /// The row of the contributions.
    private static var partRow: Int { 3 }

    /// The network as a diagram.
    var diagram: Diagram {
        var diagram = Diagram(title)
        addStates(to: &diagram)
        addInputs(to: &diagram)
        addOutputs(to: &diagram)
        if let story { addContributions(of: story, to: &diagram) }
        diagram.caption = caption
        if let pathEnd { diagram.importantColumns = [count, pathEnd, 0, pathEnd - 1] }
        return diagram
    }

    /// The title of the diagram.
    private var title: String {
        guard story != nil else { return "The network unrolled over \(count) steps" }
        guard let pathEnd else { return "The backward pass through \(count) steps" }
        return "The way from the loss to W at step \(pathEnd)"
    }

    /// Returns whether the highlighted way goes through a state.
    private func isOnPath(_ step: Int) -> Bool { pathEnd.map { step >= $0 } ?? false }

    /// Adds H₀ to H_T with the arrows between them.
    private func addStates(to diagram: inout Diagram) {
        let (states, steps, deltas) = (pass.states, pass.steps, story?.deltas)
        for (step, state) in states.enumerated() {
            var lines = [Self.quantity("H\(step.lowered)", state)]
            if step > 0 {
                let second =
                    deltas.map { Self.quantity("δ\(step.lowered)", $0[step - 1]) }
                    ?? Self.quantity("z\(step.lowered)", steps[step - 1].z)
                lines.append(second)
            } else {
                lines.append("")
            }
            diagram.nodes.append(
                DiagramNode(
                    row: Self.stateRow, column: step, lines, isStrong: step > 0 && isOnPath(step)))
            guard step > 0 else { continue }
            let places = (
                DiagramArrow.Place(Self.stateRow, step - 1), DiagramArrow.Place(Self.stateRow, step)
            )
            diagram.arrows.append(DiagramArrow(from: places.0, to: places.1, "W"))
            guard story != nil else { continue }
            diagram.arrows.append(
                DiagramArrow(
                    from: places.1, to: places.0, "δ\(step.lowered)", isBackward: true,
                    isStrong: isOnPath(step - 1) && step > 1))
        }
    }

    /// Adds x₁ to x_T.
    private func addInputs(to diagram: inout Diagram) {
        for step in pass.steps {
            diagram.nodes.append(
                DiagramNode(
                    row: Self.inputRow, column: step.t,
                    [Self.quantity("x\(step.t.lowered)", step.x)]))
            diagram.arrows.append(
                DiagramArrow(
                    from: DiagramArrow.Place(Self.inputRow, step.t),
                    to: DiagramArrow.Place(Self.stateRow, step.t), "U"))
        }
    }

    /// Adds what is read: after the last step, or after every one.
    private func addOutputs(to diagram: inout Diagram) {
        let first = pass.isReadAtEveryStep ? 1 : count
        for (index, output) in pass.outputs.enumerated() {
            let step = first + index
            let mark = pass.isReadAtEveryStep ? step.lowered : ""
            var lines = [Self.quantity("ŷ\(mark)", output)]
            if pass.targets.indices.contains(index) {
                lines.append(Self.quantity("y\(mark)", pass.targets[index]))
            }
            if !pass.isReadAtEveryStep { lines.append("L = \(Self.spelling(pass.loss.shown))") }
            let isStrong = isOnPath(step)
            diagram.nodes.append(
                DiagramNode(row: Self.outputRow, column: step, lines, isStrong: isStrong))
            let places = (
                DiagramArrow.Place(Self.stateRow, step), DiagramArrow.Place(Self.outputRow, step)
            )
            diagram.arrows.append(DiagramArrow(from: places.0, to: places.1, "V"))
            guard story != nil else { continue }
            diagram.arrows.append(
                DiagramArrow(
                    from: places.1, to: places.0, isBackward: true, isStrong: isStrong))
        }
    }

    /// Adds what every step contributes to ∂L/∂W and ∂L/∂U.
    private func addContributions(of story: ElmanStory<Scalar>, to diagram: inout Diagram) {
        diagram.nodes.append(
            DiagramNode(row: Self.partRow, column: 0, ["∂L/∂W", "∂L/∂U"], look: .text))
        for part in story.contributions {
            let (step, before) = (part.step.lowered, (part.step - 1).lowered)
            diagram.nodes.append(
                DiagramNode(
                    row: Self.partRow, column: part.step,
                    [
                        Self.quantity("δ\(step)H\(before)", part.W),
                        Self.quantity("δ\(step)x\(step)", part.U),
                    ], look: .text, isStrong: part.step == pathEnd))
        }
    }

    /// The meaning of the numbers below, or the rule by which those on the highlighted way follow
    /// from one another.
    private var caption: String {
        guard let story else {
            return "Every state is Hₜ = \(pass.network.activation)(zₜ) of zₜ = W Hₜ₋₁ + U xₜ + b."
        }
        guard let pathEnd else {
            return "The last rows add up: \(Self.quantity("∂L/∂W", story.gradient.W)), "
                + "\(Self.quantity("∂L/∂U", story.gradient.U))."
        }
        return pathCaption(story, pathEnd)
    }

    /// Returns the δs on the way to a step, each with how it follows from the one before.
    private func pathCaption(_ story: ElmanStory<Scalar>, _ end: Int) -> String {
        let deltas = story.deltas
        let isNumber = pass.network.hiddenSize == 1
        var sentences: [String] = []
        for step in stride(from: count, through: end, by: -1) {
            let isHidden = count - step > 2 && step > end + 1
            guard !isHidden else {
                if sentences.last != "…" { sentences.append("…") }
                continue
            }
            let (name, number) = Self.sides("δ\(step.lowered)", deltas[step - 1])
            let source =
                step == count
                ? (pass.isReadAtEveryStep
                    ? "" : " = g′(z\(step.lowered)) V\(isNumber ? "" : "ᵀ") ∂L/∂ŷ")
                : " = g′(z\(step.lowered)) W\(isNumber ? "" : "ᵀ") δ\((step + 1).lowered)"
            let read =
                pass.isReadAtEveryStep && step < count ? " + the part of ŷ\(step.lowered)" : ""
            sentences.append(
                isNumber ? "\(name)\(source)\(read) = \(number)" : "\(name) = \(number)")
        }
        let part = story.contributions[end - 1]
        let contribution = Self.quantity("δ\(end.lowered) H\((end - 1).lowered)", part.W)
        return sentences.joined(separator: ", ") + "; step \(end) contributes \(contribution)."
    }

    /// Returns a quantity and its number, or the norm of several numbers.
    private static func sides(_ name: String, _ matrix: Matrix<Scalar>) -> (String, String) {
        guard let number = matrix.single else {
            return ("‖\(name)‖", spelling(matrix.norm.shown))
        }
        return (name, spelling(number))
    }

    /// Returns a quantity with its number as an equation.
    private static func quantity(_ name: String, _ matrix: Matrix<Scalar>) -> String {
        let (name, number) = sides(name, matrix)
        return "\(name) = \(number)"
    }

    /// Returns a number of three digits.
    private static func spelling(_ value: Double) -> String {
        NumberFormat.significant(3).spelling(of: value)
    }
}
