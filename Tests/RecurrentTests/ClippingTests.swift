import Recurrent
import Testing

@Suite struct ClippingTests {
    private func clip(_ rule: Clipping, _ numbers: [Float]) throws -> [Float] {
        try rule.clip(Matrix.column(numbers), nonFinite: .pass).gradient.elements
    }

    @Test func lettingThroughWhatIsNotFiniteDoesWhatPyTorchDoes() throws {
        let norm = Clipping.pytorchNorm(limit: 1)
        #expect(try clip(norm, [.nan, 1]).allSatisfy { $0.isNaN })
        let infinite = try clip(norm, [.infinity, 1])
        #expect(infinite[0].isNaN && infinite[1] == 0)
        let value = try clip(.value(limit: 1), [.nan, 1])
        #expect(value[0].isNaN && value[1] == 1)
        #expect(try clip(.value(limit: 1), [.infinity, 1]) == [1, 1])
    }

    @Test func largeNumbersKeepTheirDirection() throws {
        // A sum of squares in single precision would overflow, and every number would become zero.
        #expect(try clip(.globalNorm(limit: 1), [1e20, 1e20, 1e20, 1e20]) == [0.5, 0.5, 0.5, 0.5])
    }

    /// Finite gradients are scaled down to the limit, even if their norm overflows, or the factor
    /// underflows.
    @Test(arguments: [1e-3, 1, 1e3] as [Double], [1, 2, 50])
    func finiteGradientsOfAnySizeAreScaledDown(limit: Double, count: Int) throws {
        func check<Scalar: RealScalar>(_ largest: Scalar, _ tolerance: Double) throws {
            var set = ParameterSet<Scalar>()
            for index in 0..<count {
                let numbers: [Scalar] = [largest, -largest / 2, largest / Scalar(index + 3)]
                set.append("w\(index)", Tensor(Matrix.column(numbers)))
            }
            for rule in [Clipping.globalNorm(limit: limit), .pytorchNorm(limit: limit)] {
                let report = try rule.clip(set)
                #expect(report.normAfter.isWithin(tolerance, of: limit))
                #expect(report.directionCosine.isWithin(tolerance, of: 1))
                #expect(report.normBefore >= Double(largest) && report.hasClipped)
            }
            let each = try Clipping.normOfEachTensor(limit: limit).clip(set).gradient
            for tensor in each.tensors {
                let norm = Double(Matrix.column(tensor.elements).norm)
                #expect(norm.isWithin(tolerance, of: limit))
            }
        }
        for exponent in stride(from: 1023, to: 20, by: -167) {
            try check(Double(sign: .plus, exponent: exponent, significand: 1.75), 1e-12)
        }
        for exponent in stride(from: 127, to: 20, by: -13) {
            try check(Float(sign: .plus, exponent: exponent, significand: 1.75), 1e-5)
        }
    }

    @Test func smallAndEmptyGradientsStay() throws {
        let report = try Clipping.globalNorm(limit: 1).clip(Matrix<Double>.column([0.1, 0]))
        #expect(!report.hasClipped && report.scale == 1)
        #expect(try Clipping.globalNorm(limit: 1).clip(Matrix<Double>.column([])).normBefore == 0)
        #expect(try Clipping.none.clip(Matrix<Double>.column([9])).gradient == 9)
    }

    @Test func everyTensorByItselfTurnsTheWhole() throws {
        var set = ParameterSet<Double>()
        set.append("a", Tensor(Matrix.column([3, 4])))
        set.append("b", Tensor(Matrix.column([0.3, 0.4])))
        let report = try Clipping.normOfEachTensor(limit: 1).clip(set)
        #expect(report.gradient["a"]?.elements == [3 * 0.2, 4 * 0.2])
        #expect(report.gradient["b"]?.elements == [0.3, 0.4])
        #expect(report.directionCosine < 0.95 && report.changedCount == 2)
        let whole = try Clipping.globalNorm(limit: 1).clip(set)
        #expect(whole.normAfter.isWithin(1e-15, of: 1))
        #expect(whole.directionCosine.isWithin(1e-15, of: 1))
    }

    @Test func refusesWhatMakesNoSense() {
        let g = Matrix<Double>.column([1, .nan])
        #expect(
            message { try Clipping.slide.clip(g) }
                == "element 1 of the gradient of the matrix is nan; lower the learning rate, clip "
                + "gradients, or look at the data")
        #expect(
            message { try Clipping.slide(threshold: 0).clip(g) }
                == "the clipping threshold is 0.0; it must be a number over 0")
        #expect(
            message { try Clipping.globalNorm(limit: .nan).clip(g) }
                == "the clipping threshold is nan; it must be a number over 0")
    }
}
