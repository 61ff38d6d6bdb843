import Recurrent
import TensorFiles
import Testing

/// Tests that randomly damaged files yield either an error that names the problem, or consistent
/// contents.
@Suite struct FileFuzzTests {
    private static let tensors: ParameterSet<Double> = {
        var set = ParameterSet<Double>()
        set.append("a", Tensor(Matrix.column([1, 2, 3])))
        set.append("bb", Tensor([[4, 5], [6, 7]] as Matrix<Double>))
        return set
    }()

    /// Returns the bytes with some of them changed, removed or added.
    private func damaged(_ bytes: [UInt8], using generator: inout Xoshiro256) -> [UInt8] {
        var bytes = bytes
        for _ in 0...generator.integer(below: 3) {
            let place = generator.integer(below: max(bytes.count, 1))
            guard !bytes.isEmpty else { break }
            switch generator.integer(below: 5) {
            case 0: bytes[place] = UInt8(generator.integer(below: 256))
            case 1: bytes.removeSubrange(place...)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(UInt8(generator.integer(below: 256)), at: place)
            default: bytes[place] = generator.element(of: Array("0123456789-[]{}\",:eE".utf8))
            }
        }
        return bytes
    }

    @Test(arguments: 1...40)
    func damagedSafetensorsAreReadOrRefused(seed: UInt64) {
        var generator = Xoshiro256(seed: seed)
        let bytes = Safetensors(Self.tensors, metadata: ["k": "v"]).bytes
        for _ in 0..<50 {
            let damaged = damaged(bytes, using: &generator)
            do {
                let file = try Safetensors(parsing: damaged)
                // The contents have as many numbers as their shapes require.
                let set: ParameterSet<Double> = file.parameters()
                for tensor in set.tensors {
                    #expect(tensor.elements.count == tensor.shape.reduce(1, *))
                }
            } catch {
                #expect("\(error)".hasPrefix("this is not a valid safetensors file: "))
            }
        }
    }

    @Test(arguments: 1...40)
    func damagedArraysAreReadOrRefused(seed: UInt64) {
        var generator = Xoshiro256(seed: seed)
        let bytes = NumPyFile.bytes(of: Self.tensors.tensors[1])
        for _ in 0..<50 {
            let damaged = damaged(bytes, using: &generator)
            do {
                let tensor: Tensor<Double> = try NumPyFile.parse(damaged)
                #expect(tensor.elements.count == tensor.shape.reduce(1, *))
            } catch {
                #expect("\(error)".hasPrefix("this is not a valid npy file: "))
            }
        }
    }

    @Test(arguments: 1...20)
    func damagedTablesAreReadOrRefused(seed: UInt64) throws {
        var generator = Xoshiro256(seed: seed)
        let table = try CSVTable(columns: ["a", "b,c"], rows: [["1", "\"2\""], ["x\ny", ""]])
        for _ in 0..<50 {
            let bytes = damaged(Array(table.text.utf8), using: &generator)
            do {
                let found = try CSVTable(parsing: String(decoding: bytes, as: UTF8.self))
                #expect(found.rows.allSatisfy { $0.count == found.columns.count })
            } catch {
                #expect(!"\(error)".isEmpty)
            }
        }
    }
}
