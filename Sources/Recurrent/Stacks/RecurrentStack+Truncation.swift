extension RecurrentStack {
    /// Propagates every loss back separately, through all layers, as far as it reaches.
    func backward(
        _ pass: StackPass<Scalar>, _ outputGradient: SequenceBatch<Scalar>?,
        _ finalStateGradients: [LayerState<Scalar>]?, _ truncation: Truncation
    ) throws(RecurrentError) -> StackStory<Scalar> {
        guard !isBidirectional else {
            throw .invalidValue(
                name: "the number of steps to go back", value: "\(truncation.reach)",
                needed: "nil: upper layers that read in both directions have seen all steps")
        }
        let passes = pass.passes.map { $0[0] }
        let ways = passes.map { TruncatedRetrace($0.layer, $0.record) }
        let top = passes[passes.count - 1]
        if let finalStateGradients {
            try followFinalStates(
                finalStateGradients, ways, passes, truncation, pass.masks)
        }
        let asked = try top.layer.asked(outputGradient, of: top.record)
        for step in top.record.stepsAsked(by: asked) {
            let first = truncation.first(ofLossAfter: step)
            var signal = asked
            for (index, way) in ways.enumerated().reversed() {
                signal.multiply(by: pass.masks?.ofLayer(index))
                way.followLoss(
                    after: step, downTo: first, asked: signal,
                    isAskedOnTheWay: index < ways.count - 1)
                if index > 0 { signal = way.inputGradients(first..<step) }
            }
        }
        let stories = zip(passes, ways).map { pass, way in
            [pass.layer.story(of: pass, way.sums)]
        }
        return StackStory(stories: stories)
    }

    /// Propagates the gradients of the final states of all layers back.
    private func followFinalStates(
        _ gradients: [LayerState<Scalar>], _ ways: [TruncatedRetrace<Scalar>],
        _ passes: [LayerPass<Scalar>], _ truncation: Truncation, _ masks: DropoutMasks<Scalar>?
    ) throws(RecurrentError) {
        var signal: [Scalar] = []
        for (index, way) in ways.enumerated().reversed() {
            signal.multiply(by: masks?.ofLayer(index))
            let record = passes[index].record
            try way.followFinalStates(
                reach: truncation.reachOfFinalStates(of: record), asked: signal
            ) { (sums) throws(RecurrentError) in
                try passes[index].layer.ask(sums, finalStateGradient: gradients[index])
            }
            if index > 0 { signal = way.inputGradients(0..<record.steps) }
        }
    }
}

extension TruncatedRetrace {
    /// Returns dL/dx of the current loss for some steps, in an array for all steps, `[T, B, D]`.
    fileprivate func inputGradients(_ steps: Range<Int>) -> [Scalar] {
        let record = scratch.record
        let target = ScalarBuffer<Scalar>(zeros: record.steps * record.count * record.inputs)
        scratch.inputGradients(
            rows: steps.lowerBound * record.count..<steps.upperBound * record.count,
            inputWeights, into: target.start)
        return target.array(from: 0, count: target.count)
    }
}
