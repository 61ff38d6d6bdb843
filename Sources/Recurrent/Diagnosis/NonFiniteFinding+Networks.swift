extension StackPass {
    /// The first non-finite number of the forward pass, layer by layer from the input up, or `nil`
    /// if all are finite.
    ///
    /// With several layers, the tensor is named as in `h of layer 1` or `h of layer 0, backward`.
    public var firstNonFinite: NonFiniteFinding? {
        for (level, directions) in passes.enumerated() {
            for (direction, pass) in directions.enumerated() {
                guard let found = pass.firstNonFinite else { continue }
                return found.within(
                    layerName(level, direction), reversedOver: direction == 1 ? pass.steps : nil)
            }
        }
        return nil
    }

    /// Returns the name that distinguishes a layer; empty if there is only one.
    func layerName(_ level: Int, _ direction: Int) -> String {
        guard passes.count * passes[0].count > 1 else { return "" }
        let name = " of layer \(level)"
        return passes[0].count == 1 ? name : name + (direction == 1 ? ", backward" : ", forward")
    }
}

extension StackStory {
    /// The first non-finite number of the backward pass, layer by layer from the output down, or
    /// `nil` if all are finite.
    public var firstNonFinite: NonFiniteFinding? {
        let pass = StackPass(passes: stories.map { $0.map(\.pass) }, input: input)
        for (level, directions) in stories.enumerated().reversed() {
            for (direction, story) in directions.enumerated() {
                guard let found = story.firstNonFinite else { continue }
                return found.within(
                    pass.layerName(level, direction),
                    reversedOver: direction == 1 ? story.pass.steps : nil)
            }
        }
        return nil
    }

    /// The input sequences.
    private var input: SequenceBatch<Scalar> { stories[0][0].pass.input }
}

extension ModelPass {
    /// The first non-finite number of the forward pass, or `nil` if all are finite.
    public var firstNonFinite: NonFiniteFinding? {
        if let found = stackPass.firstNonFinite { return found }
        let (steps, count) = (batch.input.steps, batch.input.count)
        guard let index = outputs.elements.firstIndex(where: { !$0.isFinite }) else { return nil }
        let row = index / outputs.columns
        return NonFiniteFinding(
            tensor: "the output", step: batch.target.isAtEveryStep ? row / count + 1 : steps,
            sequence: row % count, unit: index % outputs.columns,
            value: "\(outputs.elements[index])")
    }
}

extension ModelStory {
    /// The first non-finite number of the backward pass, or `nil` if all are finite.
    public var firstNonFinite: NonFiniteFinding? { stackStory.firstNonFinite }
}

extension ElmanPass {
    /// The first non-finite number of the forward pass, or `nil` if all are finite.
    public var firstNonFinite: NonFiniteFinding? {
        if let found = layerPass.firstNonFinite { return found }
        for (index, output) in outputs.enumerated() {
            let step = isReadAtEveryStep ? index + 1 : input.steps
            if let found = output.transposed.nonFinite(in: "the output", step) { return found }
        }
        return nil
    }
}

extension ElmanStory {
    /// The first non-finite number of the backward pass, or `nil` if all are finite.
    public var firstNonFinite: NonFiniteFinding? { layerStory.firstNonFinite }
}
