import Display
import RNNToolkit
import Testing

@Suite struct CheckTests {
    @Test func saysWhatItCompared() throws {
        try check("a number", 0.5, equals: 0.5)
        try check("a matrix as a number", Matrix<Double>.row([0.5]), equals: 0.5)
        try check("a matrix", [[1, 2]] as Matrix<Double>, equals: [[1, 2]])
        try check("a count", 19, equals: 19)
        try check("a word", "are", equals: "are")
        try check("not a number", Double.nan, equals: .nan)
        try check("overflow", Float.infinity, equals: .infinity)
        try check("single precision", Float(0.1) + 0.2, equals: 0.3)
        try check("accuracies", [0.93, 0.97], in: 0.9...1)
        try check("σ₁", 1.33, above: 1)
        try check("ρ", 0.63, below: 1)
        try check("W has not moved", true)
        try check("lags", [7, 9], in: 7...9)
        try check("an index", [1, 2].firstIndex(of: 2), equals: 1)
        try check("a number of Float", Float(0.5), in: 0.4...0.6)
    }

    @Test func writesOneLine() throws {
        func line(_ found: Double, _ expected: Double) throws -> String {
            try Comparison("∂L/∂W", [found], equals: [expected], within: 1e-3) { "\($0[0])" }
                .line(style: .unicode)
        }
        #expect(try line(-1.5, -1.5) == "✓ ∂L/∂W = -1.5")
        #expect(try line(-1.5001, -1.5) == "✓ ∂L/∂W = -1.5001 ≈ -1.5 to 3 digits")
        let roughly = Comparison("one", [1.04], equals: [1], within: 0.05) { "\($0[0])" }
        #expect(try roughly.line(style: .unicode) == "✓ one = 1.04 ≈ 1.0 within 5 %")
        let nothing = Comparison("nothing", [1e-3], equals: [0], within: 1e-2) { "\($0[0])" }
        #expect(try nothing.line(style: .unicode) == "✓ nothing = 0.001 ≈ 0.0 within 0.01")
        let claim = Comparison("W has not moved", found: "true", demand: nil, holds: true)
        #expect(try claim.line(style: .ascii) == "ok W has not moved")
        let lists = Comparison("∂L/∂W", [1.0, 2], equals: [1, 2.001], within: 1e-2) { "\($0)" }
        #expect(
            try lists.line(style: .unicode) == "✓ ∂L/∂W = [1.0, 2.0], each to 2 digits")
        #expect(
            try lists.line(style: .ascii) == "ok dL/dW = [1.0, 2.0], each to 2 digits")
        let bound = Comparison("ρ", [0.63], "below 1.0") { $0 < 1 }
        #expect(try bound.line(style: .unicode) == "✓ ρ = 0.63, below 1.0")
    }

    @Test func breaksNoLineItself() throws {
        let losses = Array(repeating: 0.010057129280403197, count: 5)
        let line = try Comparison("last losses", losses, "below 1.0") { $0 < 1 }.line(
            style: .unicode)
        #expect(line.count > 80 && !line.contains("\n"))
    }

    @Test(arguments: [1.5, -1.500001, 0, .nan, .infinity])
    func throwsForAnotherNumber(found: Double) {
        #expect(
            throws: CheckFailure(
                description: "∂L/∂W = \(found), but it should be -1.5 to 12 digits")
        ) {
            try check("∂L/∂W", found, equals: -1.5)
        }
    }

    @Test func measuresTinyNumbersByTheirSize() {
        #expect(throws: CheckFailure.self) { try check("norm", 3e-27, equals: 2e-27) }
        #expect(throws: CheckFailure.self) { try check("norm", 1e-9, equals: 0) }
    }

    @Test func throwsForNumbersThatAreTooMany() {
        #expect(
            throws: CheckFailure(
                description: "H = 1.0, 2.0, but it should be 1.0 to 12 digits")
        ) { try check("H", [1.0, 2], equals: [1]) }
    }

    @Test func throwsForAMatrixOfAnotherShapeOrElement() {
        let matrix: Matrix<Double> = [[1, 2]]
        #expect(
            throws: CheckFailure(description: "∂L/∂W has shape [1, 2]; it should have [2, 1]")
        ) { try check("∂L/∂W", matrix, equals: matrix.transposed) }
        #expect(
            throws: CheckFailure(
                description:
                    "∂L/∂W = [[1.0, 2.0]], but it should be [[1.0, 3.0]] to 12 digits")
        ) { try check("∂L/∂W", matrix, equals: [[1, 3]]) }
    }

    @Test func throwsForAnotherValue() {
        #expect(throws: CheckFailure(description: "the verb = is, but it should be are")) {
            try check("the verb", "is", equals: "are")
        }
    }

    @Test func throwsWhereThereIsNoValue() {
        #expect(throws: CheckFailure(description: "the place = nothing, but it should be 1")) {
            try check("the place", [1, 2].firstIndex(of: 3), equals: 1)
        }
    }

    @Test func throwsOutsideOfARange() {
        #expect(
            throws: CheckFailure(description: "score = 0.9, 0.2, but it should be from 0.8 to 1.0")
        ) { try check("score", [0.9, 0.2], in: 0.8...1) }
        #expect(
            throws: CheckFailure(description: "score = nothing, but it should be from 0.8 to 1.0")
        ) { try check("score", [Double](), in: 0.8...1) }
        #expect(throws: CheckFailure(description: "loss = nan, but it should be below 1.0")) {
            try check("loss", Double.nan, below: 1)
        }
        #expect(throws: CheckFailure(description: "loss = 0.5, but it should be above 1.0")) {
            try check("loss", 0.5, above: 1)
        }
    }

    @Test func throwsForAClaimThatIsFalse() {
        #expect(throws: CheckFailure(description: "it is not true that W has not moved")) {
            try check("W has not moved", false)
        }
    }
}
