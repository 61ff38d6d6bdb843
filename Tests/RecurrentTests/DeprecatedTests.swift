import Recurrent
import Testing

/// Tests that deprecated names do the same as the new ones.
@Suite struct DeprecatedTests {
    @available(*, deprecated)
    @Test func oldNamesLeadToTheNewOnes() throws {
        let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
        let pass = try network.forward([1, 0.5], target: 1)
        #expect(try pass.jacobian(of: 2, by: 0) == pass.jacobian(of: 2, withRespectTo: 0))
        let norms = try pass.jacobianNorms()
        #expect(norms.norm(of: 2, by: 1) == norms.norm(of: 2, withRespectTo: 1))
        var (old, new) = (
            try Adam(firstDecay: 0.5, secondDecay: 0.75), try Adam(beta1: 0.5, beta2: 0.75)
        )
        #expect(old.firstDecay == new.beta1 && old.secondDecay == new.beta2)
        var (a, b) = (network.parameters, network.parameters)
        try old.update(&a, along: network.parameters)
        try new.update(&b, along: network.parameters)
        #expect(a == b)
        let deep = try RecurrentModel(
            .gru, inputs: 2, hidden: 3, outputs: 4, levels: 2, bidirectional: true, seed: 1)
        #expect(
            try deep
                == RecurrentModel(
                    .gru, inputs: 2, hidden: 3, outputs: 4, layers: 2, bidirectional: true, seed: 1)
        )
        var learner = network
        let example = ElmanExample(try SequenceBatch([1.0, 0.5]), target: 1)
        #expect(try learner.takeIn(example).loss == network.loss(of: example))
    }
}
