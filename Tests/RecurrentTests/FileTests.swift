import Glibc
import JSON
import Recurrent
import TensorFiles
import Testing

@Suite struct FileTests {
    private let fixtures = (try? Fixture.json("files-and-optimizers.json")) ?? .null

    // MARK: Safetensors

    @Test func loadsAModelOfPyTorchAndWritesTheSameBytes() throws {
        let bytes = hex(fixtures["classifier"]?["safetensors"])
        var model = try RecurrentModel(
            .lstm, vocabulary: 5, embedding: 3, hidden: 4, outputs: 2, layers: 2, seed: 1)
        let file = try Safetensors(parsing: bytes)
        try model.load(file.parameters())
        let tokens = try TokenBatch([[0, 4, 3, 1], [1, 2, 3, 0]])
        let outputs = try model.outputs(for: .tokens(tokens))
        for (a, b) in zip(outputs.elements, fixtures["classifier"]?["output"]?.numbers ?? []) {
            #expect(a.isWithin(1e-12, of: b))
        }
        #expect(file.metadata == ["format": "pt"])
        #expect(Safetensors(model.parameters, metadata: file.metadata).bytes == bytes)
    }

    @Test func theCheckFileHasItsKnownSizes() throws {
        let bytes = hex(fixtures["module"]?["safetensors"])
        #expect(bytes.count == 548 && bytes[0] == 184 && bytes[1] == 1)
        let file = try Safetensors(parsing: bytes)
        #expect(
            file.entries.map(\.name) == [
                "fc.bias", "fc.weight", "rnn.bias_hh_l0", "rnn.bias_ih_l0", "rnn.weight_hh_l0",
                "rnn.weight_ih_l0",
            ])
        let parameters = file.parameters(as: Float.self)
        var stack = RecurrentStack(
            try RecurrentLayer<Float>(.elman, weightIH: .zeros(3, 2), weightHH: .zeros(3, 3)))
        try stack.load(parameters.dropping(prefix: "rnn."))
        let pass = try stack.forward(SequenceBatch([[0.5, -1], [0.25, 2]] as [[Float]]))
        let weight = try #require(parameters["fc.weight"]).matrix
        let bias = try #require(parameters["fc.bias"]).elements[0]
        let output = try (weight * pass.finalStates[0].hidden.transposed).value + bias
        let expected = Float(fixtures["module"]?["output"]?.numbers[0] ?? 0)
        #expect(abs(output - expected) < 1e-6)
        #expect(Safetensors(parameters, metadata: ["format": "pt"]).bytes == bytes)
    }

    @Test func readsEveryTypeOfNumber() throws {
        let file = try Safetensors(parsing: hex(fixtures["types"]?["safetensors"]))
        let found = file.parameters()
        for name in ["a", "b", "c", "d", "e", "f"] {
            let expected = try #require(fixtures["types"]?["values"]?[name]).numbers
            #expect(found[name]?.elements == expected, "\(name)")
        }
        #expect(found["e"]?.shape == [] && found["f"]?.shape == [0])
    }

    @Test(arguments: [
        (
            #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#, 0,
            "the tensor a lies at [0, 8], and there are 0 bytes"
        ),
        (
            #"{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}"#, 8,
            "the tensor a of shape [2] and type F64 has 8 bytes"
        ),
        (
            #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[8,16]}}"#, 16,
            "the tensor a begins at byte 8, and the one before ends at 0"
        ),
        (
            #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#, 9,
            "its tensors fill 8 bytes of 9"
        ),
        (
            #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#,
            8, "the tensor b begins at byte 0, and the one before ends at 8"
        ),
        (
            #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"a":{"dtype":"U8","shape":[0],"data_offsets":[8,8]}}"#,
            8, "two tensors have the name a"
        ),
        (
            #"{"a":{"dtype":"F8","shape":[1],"data_offsets":[0,1]}}"#, 1,
            "the tensor a has the type F8, which is not known here"
        ),
        (
            #"{"a":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}}"#, 8,
            "the shape of the tensor a is not a list of sizes"
        ),
        (
            #"{"a":{"dtype":"F64","shape":[4611686018427387904,4],"data_offsets":[0,8]}}"#, 8,
            "the tensor a of shape [4611686018427387904, 4] and type F64 has 8 bytes"
        ),
        (#"{"a":{"shape":[1]}}"#, 8, "the tensor a has no type"),
        (#"[1]"#, 0, "its header does not begin with a brace"),
        (#"{"__metadata__":{"k":1}}"#, 0, "the note k in its metadata is not a string"),
    ])
    func refusesFilesThatLie(header: String, data: Int, reason: String) {
        var bytes = [
            UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8), 0, 0, 0, 0, 0, 0,
        ]
        bytes += Array(header.utf8) + [UInt8](repeating: 0, count: data)
        #expect(
            message { try Safetensors(parsing: bytes) }
                == "this is not a valid safetensors file: \(reason)")
    }

    @Test func refusesHeadersThatDoNotFit() {
        #expect(
            message { try Safetensors(parsing: [1, 2]) }
                == "this is not a valid safetensors file: it has 2 bytes, and the length of its "
                + "header takes 8")
        #expect(
            message { try Safetensors(parsing: [UInt8](repeating: 255, count: 9)) }
                == "this is not a valid safetensors file: its header should have "
                + "18446744073709551615 bytes, of 1 in the file and at most 100000000")
    }

    @Test func refusesParametersThatDoNotFit() throws {
        var model = try RecurrentModel(.lstm, inputs: 2, hidden: 3, outputs: 1, seed: 1)
        let other = try RecurrentModel(.lstm, inputs: 3, hidden: 3, outputs: 1, seed: 1)
        #expect(
            message { try model.load(other.parameters) }
                == "the parameter weight_ih_l0 needs shape [12, 2], got [12, 3]")
        #expect(
            message { try model.load(ParameterSet()) }
                .hasPrefix("the parameter weight_ih_l0 is missing; it must be one of the given"))
    }

    // MARK: npy

    @Test func readsAndWritesArraysOfNumPy() throws {
        let grid = hex(fixtures["npy"]?["grid"])
        #expect(grid.count == 176)
        let tensor: Tensor<Double> = try NumPyFile.parse(grid)
        #expect(tensor.shape == [2, 3] && tensor.elements == [0, 0.25, 0.5, 0.75, 1, 1.25])
        #expect(NumPyFile.bytes(of: tensor) == grid)
        #expect(try NumPyFile.parse(hex(fixtures["npy"]?["columns"])) == tensor)
        #expect(try NumPyFile.parse(hex(fixtures["npy"]?["version2"])) == tensor)
        let vector: Tensor<Float> = try NumPyFile.parse(hex(fixtures["npy"]?["vector"]))
        #expect(
            vector.shape == [3] && NumPyFile.bytes(of: vector) == hex(fixtures["npy"]?["vector"]))
        let number: Tensor<Double> = try NumPyFile.parse(hex(fixtures["npy"]?["number"]))
        #expect(
            number.shape == [] && NumPyFile.bytes(of: number) == hex(fixtures["npy"]?["number"]))
        let whole: Tensor<Double> = try NumPyFile.parse(hex(fixtures["npy"]?["whole"]))
        #expect(whole.elements == [0, 1, 2, 3])
    }

    @Test func refusesArraysThatLie() {
        func complaint(_ bytes: [UInt8]) -> String {
            message { () -> Tensor<Double> in try NumPyFile.parse(bytes) }
        }
        let start = "this is not a valid npy file: "
        #expect(complaint([1]) == start + "it does not begin with \\x93NUMPY")
        #expect(complaint(hex(fixtures["npy"]?["texts"])) == start + "its type is <U1")
        #expect(complaint(hex(fixtures["npy"]?["big"])) == start + "its type is >f8")
        let grid = hex(fixtures["npy"]?["grid"])
        #expect(
            complaint(Array(grid.dropLast()))
                == start + "an array of shape [2, 3] needs 48 bytes, and it has 47")
        #expect(
            complaint(Array(grid.prefix(50)))
                == start + "its header should have 118 bytes, and 40 follow")
        var version = grid
        version[6] = 9
        #expect(complaint(version) == start + "its version is 9")
    }

    // MARK: CSV and the disk

    @Test func tablesSurviveQuotesAndLineEndings() throws {
        let table = try CSVTable(
            columns: ["a", "b,c"], rows: [["1", "say \"hi\""], ["two\nlines", ""]])
        #expect(table.text == "a,\"b,c\"\n1,\"say \"\"hi\"\"\"\n\"two\nlines\",\n")
        #expect(try CSVTable(parsing: table.text) == table)
        #expect(try CSVTable(parsing: "a,b\r\n1,2\r\n").rows == [["1", "2"]])
        #expect(try ([[1, 2.5]] as Matrix<Double>).table().text == "0,1\n1.0,2.5\n")
        #expect(
            message { try CSVTable(parsing: "a,b\n1\n") }
                == "a table with 2 columns needs 2 texts in every row, got 1 in row 1")
        #expect(
            message { try CSVTable(parsing: "a\n\"x") }
                == "this is not a valid CSV file: a quote in row 1 is not closed")
    }

    @Test func historiesBecomeTablesWithTheirMeasures() throws {
        var learner = ElmanNetwork(W: 0.5, U: 1, V: 1, activation: .identity)
        let example = ElmanExample(try SequenceBatch([1.0, 0.5, -0.5]), target: 1)
        let history = try learner.train(
            on: example,
            Training(
                steps: 2, optimizer: SGD(learningRate: 0), measureEvery: 2),
            measure: { _ in ["half": 0.5] })
        let table = try history.table
        #expect(table.columns.last == "half" && table.rows.map { $0[5] } == ["", "0.5"])
        #expect(table.rows[0][1] == "0.5")
    }

    @Test func filesAreWrittenWholeOrNotAtAll() throws {
        let path = "/tmp/recurrent-\(getpid()).safetensors"
        defer { unlink(path) }
        let model = try RecurrentModel(.gru, inputs: 2, hidden: 3, outputs: 1, seed: 1)
        try Safetensors(model.parameters).write(to: path)
        #expect(try Safetensors(contentsOf: path).parameters() == model.parameters.sortedByName)
        try NumPyFile.write(Tensor(model.readOutWeight), to: path)
        #expect(try NumPyFile.read(path) == Tensor(model.readOutWeight))
        try model.readOutWeight.table().write(to: path)
        #expect(try CSVTable(contentsOf: path).rows.count == 1)
        #expect(
            message { try Safetensors(contentsOf: "/nowhere/x") }
                == "could not read /nowhere/x: no such file or directory (2)")
        #expect(
            message { try Safetensors(model.parameters).write(to: "/nowhere/x") }
                == "could not write /nowhere/x: no such file or directory (2)")
    }

    /// Returns the bytes of a hexadecimal string.
    private func hex(_ value: JSONValue?) -> [UInt8] {
        let digits = Array((value?.string ?? "").utf8)
        func digit(_ byte: UInt8) -> UInt8 { byte < 58 ? byte - 48 : byte - 87 }
        return stride(from: 0, to: digits.count, by: 2).map {
            digit(digits[$0]) << 4 | digit(digits[$0 + 1])
        }
    }
}

extension ParameterSet {
    /// The same parameters sorted by name, as in files.
    var sortedByName: ParameterSet {
        var set = ParameterSet()
        for name in names.sorted() { if let tensor = self[name] { set.append(name, tensor) } }
        return set
    }
}
