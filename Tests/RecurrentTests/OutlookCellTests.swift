import Files
import Recurrent
import TensorFiles
import TestSupport
import Testing

/// The cells of the outlook, and the initializations that go with them.
@Suite struct OutlookCellTests {
    @Test(arguments: [RecurrentCell.minGRU, .minLSTM, .lru], [1, 2, 3] as [UInt64])
    func theirGradientsAreRight(cell: RecurrentCell, seed: UInt64) throws {
        let model = try RecurrentModel(
            cell, inputs: 2, hidden: 4, outputs: 1, layers: 2, seed: seed)
        let batch = Batch<Double>(
            .values(try SequenceBatch(steps: 5, count: 2, features: 2, elements: wave(3, 20))),
            .values([[1], [-1]]))
        #expect(try model.gradientCheck(on: batch).passes)
    }

    @Test func aLinearUnitKeepsItsStateByLambda() throws {
        let layer = try RecurrentLayer(.lru, inputs: 1, hidden: 2, seed: 1)
        let pass = try layer.forward(SequenceBatch([1, 0, 0]))
        let jacobian = try pass.jacobian(of: 3, withRespectTo: 2).hiddenByHidden
        let (ν, θ) = (try #require(layer["ν"])[0, 0], try #require(layer["θ"])[0, 0])
        func e(_ x: Double) -> Double { ElementaryFunctions.exponential(x) }
        let length = e(-e(ν))
        #expect(jacobian[0, 0].isWithin(1e-12, of: length * Double.cos(e(θ))))
        #expect(jacobian[0, 1].isWithin(1e-12, of: -jacobian[1, 0]))
        #expect(jacobian.largestSingularValue.isWithin(1e-12, of: length))
        #expect(0.9 < length && length < 0.999)
        #expect(
            message { try RecurrentLayer(.lru, inputs: 1, hidden: 3, seed: 1) }
                == "h.part(0, of: 2) in LinearRecurrentUnit needs a part from 0 to 1 of a number of "
                + "rows that can be divided by 2, got part 0 of 3 rows")
    }

    @Test func gatesSpanTimesFromTheStart() throws {
        let lstm = try RecurrentLayer(
            .lstm, inputs: 1, hidden: 200, initialization: .chrono(longest: 100), seed: 1)
        let forget = try #require(lstm.forgetBias).elements
        #expect(forget.allSatisfy { 0 <= $0 && $0 <= 4.6 })
        #expect(forget.contains { $0 > 4 } && forget.contains { $0 < 3 })
        for unit in 0..<200 {
            #expect(
                lstm.biasIH[unit, 0] == -lstm.biasIH[200 + unit, 0] && lstm.biasHH[unit, 0] == 0)
        }
        let gru = try RecurrentLayer(
            .gru, inputs: 1, hidden: 20, initialization: .chrono(longest: 100), seed: 1)
        #expect((20..<40).allSatisfy { gru.biasIH[$0, 0] > 0 && gru.biasHH[$0, 0] == 0 })
        let irnn = try RecurrentLayer(
            .elman(.relu), inputs: 2, hidden: 3, initialization: .irnn, seed: 1)
        #expect(try irnn.weightHH == .identity(3) && irnn.biasIH.norm == 0)
        #expect(
            message {
                try RecurrentLayer(
                    .lstm, inputs: 1, hidden: 2, initialization: .chrono(longest: 2), seed: 1)
            } == "the longest time of gates is 2; it must be at least 3")
    }

    @Test func aModelOfOwnEquationsIsKeptAndLoaded() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/model.safetensors"
        let model = try RecurrentModel(
            .own(PeepholeLSTM()), inputs: 2, hidden: 3, outputs: 3, layers: 2, bidirectional: true,
            loss: .crossEntropy.weighting(classes: [1, 2, 0.5]).ignoring(class: 2), seed: 4)
        try ModelFile(model).write(to: path)
        let kept = try ModelFile<Double>(contentsOf: path, cells: [.own(PeepholeLSTM())])
        #expect(kept.model == model)
        #expect(
            message { try ModelFile<Double>(contentsOf: path) }.contains(
                "cells: [.own(PeepholeLSTM())]"))
        for loss in [Loss.huber(0.25), .binaryCrossEntropy, .own("mine") { ŷ, y in (ŷ - y).sum }] {
            let model = try RecurrentModel(
                .minGRU, inputs: 2, hidden: 3, outputs: 3, loss: loss, seed: 4)
            try ModelFile(model).write(to: path)
            #expect(try ModelFile<Double>(contentsOf: path, losses: [loss]).model == model)
        }
        #expect(message { try ModelFile<Double>(contentsOf: path) }.contains("losses: [loss]"))
    }
}

extension Double {
    /// The cosine of a number, from its series.
    fileprivate static func cos(_ x: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for k in stride(from: 2.0, through: 60, by: 2) {
            term *= -x * x / (k * (k - 1))
            sum += term
        }
        return sum
    }
}
