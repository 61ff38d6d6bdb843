import Recurrent
import SequenceTasks
import Testing

/// Tests that impossible requests yield a message and never a trap.
@Suite struct BadInputTests {
    private let network = ElmanNetwork(W: 0.5, U: 1, V: 1)

    private func model(_ cell: RecurrentCell = .lstm) throws -> RecurrentModel<Double> {
        try RecurrentModel(cell, vocabulary: 4, embedding: 2, hidden: 3, outputs: 2, seed: 1)
    }

    // MARK: Sizes

    @Test func sizesBeyondAllMemoryAreRefused() {
        #expect(
            message { try Matrix<Double>.zeros(1 << 40, 1 << 40) }
                .hasPrefix("the memory for a matrix of shape [1099511627776, 1099511627776] is "))
        #expect(
            message { try Matrix(rows: .max, columns: 2, elements: [1.0]) }
                .contains("it must be at most"))
        #expect(
            message {
                try SequenceBatch(steps: .max, count: 3, features: 5, elements: [1.0])
            }.hasPrefix("the memory for a batch of shape [9223372036854775807, 3, 5] is "))
        #expect(
            message { try Tensor(shape: [.max, 2], elements: [1.0]) }
                == "a tensor of shape [9223372036854775807, 2] needs sizes of at least 0 and as many "
                + "elements as their product, got 1 elements")
        #expect(Shape(.max, 2).count == .max)
        #expect(
            message {
                try RecurrentModel(.lstm, inputs: 2, hidden: .max, outputs: 1, seed: 1)
            } == "the hidden size is 9223372036854775807; it must be at most 2147483647")
        #expect(
            message {
                try RecurrentModel(.gru, inputs: 2, hidden: 1 << 30, outputs: 1, seed: 1)
            }.hasPrefix("the memory for a layer of 1073741824 hidden units and 2 inputs is "))
        #expect(
            message { try batch(LagTask(lag: 1 << 30), 1 << 30) }
                .hasPrefix("the memory for a batch of shape [1073741825, 1073741824, 1] is "))
        #expect(
            message { try batch(CountingTask(length: .max)) }
                == "the number of bits is 9223372036854775807; it must be at most 2147483647")
    }

    @Test func sizesOfNothingAreRefused() throws {
        #expect(
            message {
                try RecurrentModel(
                    .lstm, vocabulary: 0, embedding: 2, hidden: 3, outputs: 2, seed: 1)
            }
                == "the size of the vocabulary is 0; it must be at least 1")
        #expect(
            message { try RecurrentModel(.lstm, vocabulary: -3, hidden: 3, outputs: 2, seed: 1) }
                == "the number of inputs is -3; it must be at least 1")
        #expect(
            message { try RecurrentModel(.lstm, inputs: 1, hidden: 3, outputs: 0, seed: 1) }
                == "the number of outputs is 0; it must be at least 1")
        #expect(
            message {
                try RecurrentModel(.lstm, inputs: 1, hidden: 3, outputs: 1, layers: -1, seed: 1)
            }
                == "the number of layers is -1; it must be at least 1")
        #expect(
            message { try TokenBatch([[1, 2]]).oneHot(vocabulary: -1) }
                == "the size of the vocabulary is -1; it must be at least 1")
        #expect(
            message { try TokenBatch([[Int]]()) }
                == "the shape of a batch of tokens is [0, 0]; it must be at least one sequence, and "
                + "at least one token in each")
        #expect(
            message { try TokenBatch([[1], []]) }
                == "the shape of a batch of tokens is [1, 2]; it must be at least one sequence, and "
                + "at least one token in each")
        let none = try Matrix<Double>.zeros(0, 1)
        #expect(
            message { try ElmanNetwork(W: 0.5, U: 1, V: none).forward([1], target: none) }
                == "the number of outputs is 0; it must be at least 1")
        #expect(
            message {
                try ElmanNetwork(W: .zeros(0, 0), U: .zeros(0, 1), V: .zeros(1, 0))
                    .forward([1], target: 1)
            } == "the number of hidden units is 0; it must be at least 1")
        var model = try model()
        model.readOutWeight = try .zeros(0, 3)
        model.readOutBias = try .zeros(0, 1)
        #expect(
            message { try model.outputs(for: .tokens(TokenBatch([1]))) }
                == "the number of outputs is 0; it must be at least 1")
        #expect(try Matrix<Double>.zeros(0, 3).transposed.shape == Shape(3, 0))
        #expect(try Matrix<Double>.zeros(0, 0).largestSingularValue == 0)
        #expect(softmax([Double]()) == [])
    }

    @Test func raggedBatchesAreRefused() throws {
        #expect(
            message { try SequenceBatch(sequences: [[[1.0, 2]], [[1.0]]]) }
                == "a batch needs 2 features in every step, got 1 in step 0 of sequence 1")
        #expect(
            message { try SequenceBatch(steps: [[[1.0, 2]], [[1.0]]] as [Matrix<Double>]) }
                == "a batch needs steps of one shape; step 0 has [1, 2], got [1, 1] in step 1")
        #expect(
            message {
                try SequenceBatch(
                    steps: 2, count: 1, features: 1, elements: [1.0, 2], lengths: [3])
            } == "the length of sequence 0 is 3; it must be from 1 to 2")
        #expect(
            message {
                try SequenceBatch(
                    steps: 2, count: 1, features: 1, elements: [1.0, 2], lengths: [1, 1])
            } == "a batch of 1 sequences needs 1 lengths, got 2")
    }

    // MARK: Numbers that are not finite

    @Test func targetsAndStatesMustBeFinite() throws {
        #expect(
            message { try network.forward([1], target: [[.nan]]) }
                .hasPrefix("the target of output 0 in row 0 is nan"))
        var classifier = network
        classifier.loss = .crossEntropy
        #expect(
            message { try classifier.forward([1], target: 2) }
                == "the target of output 0 in row 0 is 2.0; it must be from 0 to 1, the probability "
                + "of a class, for a cross-entropy")
        let layer = RecurrentLayer<Double>(.elman, weightIH: 1, weightHH: 1)
        #expect(
            message {
                try layer.forward(SequenceBatch([1.0]), from: LayerState(hidden: [[.infinity]]))
            }.hasPrefix("unit 0 of the initial h of sequence 0 is inf"))
        var started = network
        started.H0 = [[.nan]]
        #expect(
            message { try started.forward([1], target: 1) }
                .hasPrefix("unit 0 of the initial h of sequence 0 is nan"))
    }

    @Test func settingsMustBeFinite() throws {
        #expect(
            message { try UpdateTable([1.0], gradient: [1], learningRate: .nan) }
                == "the learning rate is nan; it must be a finite number of at least 0.0")
        #expect(
            message { try UpdateTable(1 as Matrix<Double>, gradient: 1, learningRate: -1) }
                == "the learning rate is -1.0; it must be a finite number of at least 0.0")
        #expect(
            message { try effectiveMemory([1, .nan, 1]) }.hasPrefix("the norm after step 1 is nan"))
        for initialization in [
            Initialization(input: .normal(.nan)), Initialization(state: .orthogonal(.infinity)),
            Initialization(bias: .identity(.nan)), Initialization(forgetBias: .nan),
        ] {
            #expect(
                message {
                    try RecurrentModel(
                        .lstm, inputs: 1, hidden: 2, outputs: 1, initialization: initialization,
                        seed: 1)
                }.hasSuffix("it must be a finite number"))
        }
        var generator = Xoshiro256(seed: 1)
        #expect(
            message { try Matrix<Double>.uniform(1, 1, from: 2, to: 1, using: &generator) }
                == "the bound of the numbers is 1.0; it must be a finite number of at least 2.0")
        #expect(
            message { try Matrix<Double>.normal(1, 1, deviation: .nan, using: &generator) }
                == "the standard deviation is nan; it must be a finite number of at least 0.0")
        #expect(
            message { try Matrix<Double>.orthogonal(2, scale: .nan, using: &generator) }
                == "the scale is nan; it must be a finite number")
        #expect(
            message { try batch(AddingTask(length: 4, from: .nan, to: 1)) }
                == "the least number is nan; it must be a finite number")
        #expect(
            message { try batch(AgreementTask(maximumLength: -1)) }
                == "the largest number of later nouns is -1; it must be at least 0")
        #expect(
            message {
                try RegularizedElmanNetwork(network, weight: -1)
                    .loss(of: ElmanExample(SequenceBatch([1.0]), target: 1))
            }
                == "the weight of the regularizer is -1.0; it must be a finite number of at least 0.0"
        )
    }

    @Test(arguments: [
        (EarlyEnd.lossBelow(.nan), "the loss to come under is nan; it must be a finite number"),
        (
            .lossBelow(1, over: 0),
            "the number of steps of the mean loss is 0; it must be at least 1"
        ),
        (
            .noImprovement(for: -2),
            "the number of steps without improvement is -2; it must be at least 1"
        ),
    ])
    func endingsMustMakeSense(ending: EarlyEnd, complaint: String) throws {
        var network = network
        let example = ElmanExample(try SequenceBatch([1.0]), target: 1)
        #expect(
            message {
                try network.train(
                    on: example,
                    Training(
                        steps: 1, optimizer: SGD(learningRate: 0), ending: ending))
            } == complaint)
        #expect(
            message {
                try network.train(
                    on: example,
                    Training(
                        steps: 1, optimizer: SGD(learningRate: 0), measureEvery: -1))
            } == "the number of steps between measures is -1; it must be at least 0")
        #expect(
            message { try LearningRateSchedule.exponential(factor: 0.5).factor(at: -1) }
                == "the step of a schedule is -1; it must be at least 0")
    }

    @Test func aStepIntoInfinityIsNotTaken() throws {
        var network = network
        let before = network
        let example = ElmanExample(try SequenceBatch([1.0]), target: -1)
        #expect(
            message {
                try network.train(
                    on: example,
                    Training(
                        steps: 1, optimizer: SGD(learningRate: .greatestFiniteMagnitude)))
            }.hasPrefix("element 0 of the new value of"))
        #expect(network == before)
    }

    // MARK: Parts that do not belong together

    @Test func passesOfOtherLayersAreRefused() throws {
        var generator = Xoshiro256(seed: 1)
        func stack(_ layers: Int, _ bidirectional: Bool) throws -> RecurrentStack<Double> {
            try RecurrentStack(
                .gru, inputs: 1, hidden: 2, layers: layers, bidirectional: bidirectional,
                using: &generator)
        }
        let (one, two, both) = try (stack(1, false), stack(2, false), stack(1, true))
        let input = try SequenceBatch([1.0, 2])
        let complaint =
            "the pass is one made with other weights; it must be made by this stack as it is now; "
            + "call forward again"
        #expect(message { try two.backward(one.forward(input)) } == complaint)
        #expect(message { try both.backward(one.forward(input)) } == complaint)
        #expect(
            message { try both.backward(both.forward(input), outputGradient: input) }
                == "a backward pass needs gradients of the output of shape [2, 1, 4], got [2, 1, 1]"
        )
        #expect(
            message { try two.backward(two.forward(input), truncatedAfter: 0) }
                == "the number of steps to go back is 0; it must be at least 1")
        #expect(
            message { try two.forward(input, from: []) }
                == "a stack of 2 layers in 1 direction needs 2 initial states, got 0")
        #expect(
            message { try RecurrentStack<Double>([]) }
                == "the number of directions is 0; it must be 1 or 2")
        #expect(
            message { try RecurrentStack([one.layers[0], two.layers[0]]) }
                == "layer 1 of a stack needs 1 layers with 2 inputs and equal hidden sizes, got 1 "
                + "inputs and 2 hidden units")
        let pass = try model(.gru).forward(Batch(.tokens(TokenBatch([1, 2])), .classes([1])))
        #expect(
            message { try model(.lstm).backward(pass) }
                == "the pass is one made with other weights; it must be made by this model as it is "
                + "now; call forward again")
        #expect(
            message { try model(.gru).forward(pass.batch, from: []) }
                == "a stack of 1 layer in 1 direction needs 1 initial states, got 0")
    }

    @Test func cellsThatPyTorchDoesNotHaveRefuseItsWeights() throws {
        var before = try model(.gru(reset: .beforeProduct))
        let after = try model(.gru)
        #expect(
            message { try before.load(after.parameters) }
                == "the parameter weight_hh_l0 is of another kind of cell; it must be "
                + "weight_hh_reset_before_l0: its numbers would mean something else in this cell")
        var old = try model(.lstm(forgetGate: false))
        #expect(
            message { try old.load(after.parameters) }.hasPrefix(
                "the parameter weight_hh_l0 is of another kind of cell; it must be "
                    + "weight_hh_no_forget_l0: "))
        var usual = after
        #expect(
            message { try usual.load(before.parameters) }
                .hasPrefix("the parameter weight_hh_l0 is missing; it must be one of the given: "))
        let same = before
        try before.load(same.parameters)
        #expect(before == same)
    }

    @Test func textsThatAreTooShortAreRefused() throws {
        let corpus = try CharacterCorpus("abc")
        #expect(
            message { () -> [Batch<Double>] in try corpus.batches(of: .max, steps: .max) }
                == "the size of a batch is 9223372036854775807; it must be at most 2147483647")
        #expect(
            message { () -> [Batch<Double>] in try corpus.batches(of: 1 << 30, steps: 1 << 30) }
                == "the length of the text is 3; it must be at least 1152921504606846977 characters "
                + "for one batch")
        var model = try model()
        #expect(
            message { try model.train(reading: [], Training(epochs: 1, optimizer: Adam())) }
                == "the number of batches is 0; it must be at least 1")
    }

    private func batch(_ task: some SequenceTask, _ size: Int = 2) throws -> Batch<Double> {
        try task.batch(of: size, seed: 1)
    }
}
