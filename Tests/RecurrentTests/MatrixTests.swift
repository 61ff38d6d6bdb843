import Recurrent
import Testing

@Suite struct MatrixTests {
    private let a: Matrix<Double> = [[1, 2], [3, 4]]

    @Test func computesElementByElementAndByProducts() throws {
        #expect(try a * [[5], [6]] == [[17], [39]])
        #expect(try a + a == 2 * a)
        #expect(try a .* a == [[1, 4], [9, 16]])
        #expect(try a - a == a * 0)
        #expect(-a / 2 == [[-0.5, -1], [-1.5, -2]])
        #expect(a.transposed == [[1, 3], [2, 4]])
        #expect(a.row(1) == [[3, 4]])
        #expect(a.column(1) == [[2], [4]])
        #expect(a.sum == 10)
        #expect(a.largestMagnitude == 4)
        #expect(try Matrix<Double>.identity(2) == [[1, 0], [0, 1]])
        #expect("\(a)" == "[[1.0, 2.0], [3.0, 4.0]]")
        #expect("\(0.5 as Matrix<Double>)" == "0.5")
    }

    @Test(arguments: [1, 2, 3, 5, 8, 17, 33], [1, 2, 7, 16, 31, 64])
    func productsOfEverySizeEqualTheirDefinition(rows: Int, columns: Int) throws {
        let inner = 5
        let a = try Matrix(rows: rows, columns: inner, elements: wave(1, rows * inner))
        let b = try Matrix(rows: inner, columns: columns, elements: wave(2, inner * columns))
        let product = try a * b
        for i in 0..<rows {
            for j in 0..<columns {
                var sum = 0.0
                for k in 0..<inner { sum += a[i, k] * b[k, j] }
                #expect(product[i, j] == sum)
            }
        }
    }

    @Test func namesBothShapesWhereTheyDoNotFit() {
        let b: Matrix<Double> = [[1, 2, 3]]
        #expect(
            message { try a * b }
                == "a matrix product needs [2, 2] times [2, n], got [2, 2] times [1, 3]")
        #expect(
            message { try a + b }
                == "a sum of matrices needs [2, 2] on both sides, got [2, 2] and [1, 3]")
        #expect(message { try a.value } == "the value of a matrix needs [1, 1], got [2, 2]")
        #expect(
            message { try Matrix([[1.0], [2.0, 3.0]]) }
                == "a matrix needs rows of one length; row 0 has 1 columns, got 2 in row 1")
        #expect(
            message { try Matrix(rows: 2, columns: 2, elements: [1.0]) }
                == "a matrix of shape [2, 2] needs 4 elements, got 1")
        #expect(
            message { try Matrix<Double>.zeros(-1, 2) }
                == "the shape of a matrix is [-1, 2]; it must be two sizes of at least 0")
    }

    @Test func normsNeitherOverflowNorVanish() {
        #expect(Matrix<Double>.column([3e200, 4e200]).norm.isWithin(1e-15, of: 5e200))
        #expect(Matrix<Double>.column([3e-200, 4e-200]).norm.isWithin(1e-15, of: 5e-200))
        #expect(Matrix<Float>.column([1e20, 1e20, 1e20, 1e20]).norm == 2e20)
        #expect(Matrix<Double>.column([1, .nan]).norm.isNaN)
        #expect(Matrix<Double>.column([1, -.infinity]).norm == .infinity)
        #expect(Matrix<Double>.column([]).norm == 0)
    }

    @Test func findsSingularValuesAndEigenvalues() throws {
        let rotation: Matrix<Double> = [[0.6, -0.8], [0.8, 0.6]]
        #expect(rotation.largestSingularValue.isWithin(1e-15, of: 1))
        #expect(try rotation.spectralRadius.isWithin(1e-15, of: 1))
        #expect(try rotation.eigenvalues.map(\.imaginary) == [0.8, -0.8])
        let triangular: Matrix<Double> = [[2, 5, 1], [0, -3, 4], [0, 0, 0.5]]
        #expect(try triangular.eigenvalues.map(\.real) == [-3, 2, 0.5])
        #expect(try Matrix<Double>.zeros(2, 2).spectralRadius == 0)

        let wide: Matrix<Double> = [[3, 0, 0], [0, 4, 0]]
        #expect(wide.singularValues == [4, 3])
    }

}
