import Glibc
import Recurrent
import TensorFiles
import Testing

/// Tests that a model file restores a model bit by bit, and that training continues as without the
/// interruption.
@Suite struct ModelFileTests {
    private static let cells: [RecurrentCell] = [
        .elman, .elman(.relu), .lstm, .lstm(forgetGate: false), .gru, .gru(reset: .beforeProduct),
    ]

    /// Calls a closure with the path of a file that is removed afterwards.
    private func withPath(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/unroll-model-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        close(descriptor)
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        try body(path)
    }

    private func batch<Scalar: RealScalar>(of type: Scalar.Type) throws -> Batch<Scalar> {
        Batch(.tokens(try TokenBatch([[0, 1, 2], [3, 4]])), .classes([1, 2]))
    }

    /// Saves during training, and compares the results of both continuations.
    private func check<Scalar: RealScalar>(
        _ cell: RecurrentCell, _ rule: any Optimizer, of type: Scalar.Type
    ) throws {
        let loss = Loss(.crossEntropy, .meanOverSequences)
        var model = try RecurrentModel(
            cell, vocabulary: 5, embedding: cell == .lstm ? nil : 2, hidden: 3, outputs: 3,
            layers: 2, bidirectional: cell == .gru, loss: loss, seed: 1, of: Scalar.self)
        let history = try model.train(
            on: batch(of: type), Training(steps: 5, optimizer: rule))
        try withPath { path in
            try ModelFile(model, optimizer: history.optimizer).write(to: path)
            let kept = try ModelFile<Scalar>(contentsOf: path)
            #expect(kept.model == model)
            let optimizer = try #require(kept.optimizer)
            #expect(optimizer.snapshot == history.optimizer.snapshot)
            var (on, again) = (model, kept.model)
            try on.train(on: batch(of: type), Training(steps: 7, optimizer: history.optimizer))
            try again.train(on: batch(of: type), Training(steps: 7, optimizer: optimizer))
            #expect(on == again && on != model)
        }
    }

    @Test(arguments: cells)
    func everyModelLoadsBackBitByBit(cell: RecurrentCell) throws {
        try check(cell, Adam(learningRate: 0.1, weightDecay: 0.01), of: Double.self)
        try check(cell, Adam(learningRate: 0.1, amsgrad: true), of: Float.self)
    }

    @Test func everyRuleGoesOnWhereItWas() throws {
        let rules: [any Optimizer] = [
            try SGD(learningRate: 0.1), try SGD(learningRate: 0.1, momentum: 0.9, nesterov: true),
            try SGD(learningRate: 0.1, momentum: 0.5, dampening: 0.25, weightDecay: 0.01),
            try Adagrad(learningRate: 0.1, weightDecay: 0.1, rateDecay: 0.5), try RProp(),
            try RMSprop(learningRate: 0.01, momentum: 0.9, centered: true),
            try Adam(learningRate: 0.1, weightDecay: 0.1, decay: .gradient),
        ]
        for rule in rules { try check(.gru, rule, of: Double.self) }
    }

    @Test func aModelAloneHasNoOptimizer() throws {
        let model = try RecurrentModel(.gru, inputs: 2, hidden: 3, outputs: 1, seed: 1)
        try withPath { path in
            try ModelFile(model).write(to: path)
            let kept = try ModelFile<Double>(contentsOf: path)
            #expect(kept.model == model && kept.optimizer == nil)
            // Other programs read the parameters as before.
            var other = try RecurrentModel(.gru, inputs: 2, hidden: 3, outputs: 1, seed: 2)
            try other.load(Safetensors(contentsOf: path).parameters())
            #expect(other == model)
        }
    }

    /// Losses and cells are told apart by their equations: names may be equal.
    @Test func ofSeveralLossesWithOneNameTheRightOneIsFound() throws {
        let losses: [Loss] = [
            .own { ŷ, y in abs(ŷ - y).mean }, .own { ŷ, y in (ŷ - y).squared.mean },
            .own("own", .sum) { ŷ, y in abs(ŷ - y).mean },
            .own { ŷ, y in (2 * (ŷ - y)).squared.mean }, .own("b") { ŷ, y in abs(ŷ - y).mean },
        ]
        var model = try RecurrentModel(.gru, inputs: 2, hidden: 3, outputs: 1, seed: 1)
        for loss in losses {
            model.loss = loss.ignoring(class: 3)
            try withPath { path in
                try ModelFile(model).write(to: path)
                for given in [losses, losses.reversed()] {
                    let kept = try ModelFile<Double>(contentsOf: path, losses: given)
                    #expect(kept.model.loss == model.loss)
                }
                let others = losses.filter { $0 != loss }
                let told = message { try ModelFile<Double>(contentsOf: path, losses: others) }
                #expect(
                    told.contains("the loss is ") && told.contains("it must be the one of the file")
                        || told.contains("one of the losses that are given"))
                var notes = try Safetensors(contentsOf: path).metadata
                notes["unroll.loss.equations"] = nil
                try Safetensors(model.parameters, metadata: notes).write(to: path)
                #expect(
                    try ModelFile<Double>(contentsOf: path, losses: [loss]).model == model)
            }
        }
    }

    @Test func ofSeveralCellsWithOneNameTheRightOneIsFound() throws {
        struct Leaky: CellEquations {
            let rate: Double
            let sum = Affine()
            func step(_ x: Term, _ h: Term) -> Term { (1 - rate) * h + rate * tanh(sum(x, h)) }
        }
        let cells = [0.1, 0.5, 0.9].map { RecurrentCell.own(Leaky(rate: $0)) }
        for cell in cells {
            let model = try RecurrentModel(cell, inputs: 2, hidden: 3, outputs: 1, seed: 1)
            try withPath { path in
                try ModelFile(model).write(to: path)
                #expect(try ModelFile<Double>(contentsOf: path, cells: cells).model == model)
                let others = cells.filter { $0 != cell }
                #expect(
                    message { try ModelFile<Double>(contentsOf: path, cells: others) }
                        .contains("it must be the one of the file"))
            }
        }
    }

    @Test func filesThatAreNoModelSayWhatIsMissing() throws {
        let model = try RecurrentModel(.gru, inputs: 2, hidden: 3, outputs: 1, seed: 1)
        try withPath { path in
            try Safetensors(model.parameters).write(to: path)
            let told = message { try ModelFile<Double>(contentsOf: path) }
            #expect(
                told.hasPrefix("\(path) is not a valid model file: the note unroll.cell is missing")
            )
            var notes = try ModelFile(model, optimizer: Adam()).safetensors().metadata
            notes["unroll.optimizer"] = "Lion"
            try Safetensors(model.parameters, metadata: notes).write(to: path)
            #expect(
                message { try ModelFile<Double>(contentsOf: path) }
                    .hasSuffix(
                        "the optimizer is Lion; it must be one of SGD, Adagrad, RMSprop, RProp and Adam"
                    ))
            notes["unroll.optimizer"] = "Adam"
            notes["unroll.optimizer.counts"] = "4 -1"
            try Safetensors(model.parameters, metadata: notes).write(to: path)
            #expect(
                message { try ModelFile<Double>(contentsOf: path) }.contains("the memory of Adam"))
            notes["unroll.optimizer.setting.beta1"] = nil
            try Safetensors(model.parameters, metadata: notes).write(to: path)
            #expect(
                message { try ModelFile<Double>(contentsOf: path) }
                    .contains("the setting beta1 of Adam is missing"))
        }
    }
}
