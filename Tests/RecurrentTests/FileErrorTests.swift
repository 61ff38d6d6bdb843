import Files
import Glibc
import Recurrent
import TensorFiles
import TestSupport
import Testing

/// Tests that errors about files contain the path, and the actual format of another program's file.
@Suite struct FileErrorTests {
    /// The functions that read files, by format.
    private static let readers: [String: @Sendable (String) throws -> Void] = [
        "safetensors": { _ = try Safetensors(contentsOf: $0) },
        "npy": { _ = try NumPyFile.read($0) }, "CSV": { _ = try CSVTable(contentsOf: $0) },
    ]

    /// Calls a closure with the path of a file with some bytes, which is removed afterwards.
    private func withFile(_ bytes: [UInt8], _ name: String, _ body: (String) throws -> Void) throws
    {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/\(name)"
        try WholeFile.write(bytes, to: path)
        try body(path)
    }

    @Test(arguments: readers.keys.sorted(), (1...20).map { UInt64($0) })
    func everyErrorNamesTheFile(format: String, seed: UInt64) throws {
        let read = try #require(Self.readers[format])
        var generator = Xoshiro256(seed: seed)
        let starts: [[UInt8]] = [
            [], Array("\u{1}NUMPY".utf8), [0x93] + Array("NUMPY\u{1}\u{0}".utf8),
            [20, 0, 0, 0, 0, 0, 0, 0] + Array("{\"a\":{}}".utf8), Array("a,b\n1\n\"".utf8), [0xFF],
        ]
        let bytes =
            generator.element(of: starts)
            + (0..<generator.integer(below: 60)).map { _ in UInt8(generator.integer(below: 256)) }
        try withFile(bytes, "some file.bin") { path in
            do {
                try read(path)
            } catch {
                #expect("\(error)".contains(path), "\(error)")
            }
            #expect(message { try read(path + ".gone") }.contains(path + ".gone: no such file"))
        }
        #expect(message { try read("/tmp") }.contains("/tmp: is a directory"))
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 3, 4] + Array("model/data.pkl".utf8), "model.pt"),
            ([0x80, 2, 0x8A, 0x0A], "model.pt"),
        ] as [([UInt8], String)])
    func filesOfPyTorchAreRecognized(bytes: [UInt8], name: String) throws {
        try withFile(bytes, name) { path in
            for format in ["safetensors", "npy"] {
                let read = try #require(Self.readers[format])
                let told = message { try read(path) }
                #expect(told.hasPrefix(path + " is a file of PyTorch's"))
                #expect(told.contains("torch.load('model.pt'"))
                #expect(told.contains("safetensors.torch.save_file(state, 'model.safetensors')"))
            }
        }
    }

    @Test func otherFormatsAreRecognized() throws {
        let array = NumPyFile.bytes(of: Tensor(Matrix<Double>.column([1, 2])))
        let tensors = Safetensors(ElmanNetwork(W: 1, U: 1, V: 1).parameters).bytes
        func told(_ bytes: [UInt8], by format: String) throws -> String {
            var told = ""
            try withFile(bytes, "x") { path in
                let read = try #require(Self.readers[format])
                told = message { try read(path) }
            }
            return told
        }
        #expect(
            try told(array, by: "safetensors").hasSuffix(
                " is a NumPy array (npy); read it with NumPyFile.read"))
        #expect(
            try told(tensors, by: "npy").hasSuffix(
                " is a safetensors file; read it with Safetensors(contentsOf:)"))
        #expect(
            try told([0x50, 0x4B, 3, 4] + Array("arr_0.npy".utf8), by: "npy").contains("(npz)"))
        #expect(try told([0x89, 0x48, 0x44, 0x46], by: "safetensors").contains("an HDF5 file"))
    }

    // MARK: What is loaded

    /// A stack's file loads only into a stack with the same numbers of layers and directions.
    @Test(arguments: [RecurrentCell.elman, .lstm, .gru(reset: .beforeProduct)])
    func deeperFilesAreRefused(cell: RecurrentCell) throws {
        var generator = Xoshiro256(seed: 1)
        func stack(_ levels: Int, _ bidirectional: Bool) throws -> RecurrentStack<Double> {
            try RecurrentStack(
                cell, inputs: 3, hidden: 3, layers: levels, bidirectional: bidirectional,
                using: &generator)
        }
        let shapes = [(1, false), (2, false), (3, false), (1, true), (2, true)]
        for (levels, bidirectional) in shapes {
            let file = try stack(levels, bidirectional).parameters
            for (others, directions) in shapes {
                var target = try stack(others, directions)
                let told = message { try target.load(file) }
                let fits = (levels, bidirectional) == (others, directions)
                #expect((told == "no error") == fits, "\(levels) into \(others): \(told)")
            }
        }
        var one = try RecurrentModel(cell, inputs: 3, hidden: 3, outputs: 1, seed: 1)
        let two = try RecurrentModel(cell, inputs: 3, hidden: 3, outputs: 1, layers: 2, seed: 1)
        #expect(
            message { try one.load(two.parameters) }
                == "the parameter weight_ih_l1 is not of this stack; it must be of one of 1 layer; "
                + "make it with more layers to load it")
    }

    @Test func namesThatAreNoLayersAreLeftOut() throws {
        var model = try RecurrentModel(.lstm, inputs: 3, hidden: 3, outputs: 1, seed: 1)
        var more = try RecurrentModel(.lstm, inputs: 3, hidden: 3, outputs: 1, seed: 2).parameters
        more.append("step", Tensor(Matrix<Double>.column([1])))
        more.append("rnn.weight_norm_l", Tensor(Matrix<Double>.column([1])))
        try model.load(more)
        #expect(model.parameters["fc.bias"] == more["fc.bias"])
        more.append("rnn.weight_hr_l0", Tensor(Matrix<Double>.column([1])))
        #expect(message { try model.load(more) }.contains("a layer without projection"))
    }

    // MARK: What is printed

    @Test func parametersPrintAsATable() throws {
        let model = try RecurrentModel(.lstm, inputs: 300, hidden: 100, outputs: 2, seed: 1)
        let text = "\(model.parameters)"
        #expect(text.utf8.count < 1000)
        #expect(
            text.hasPrefix(
                "name              shape       type    norm\nrnn.weight_ih_l0  [400, 300]"))
        #expect(text.hasSuffix("6 tensors, 161002 numbers"))
        let file = Safetensors(model.parameters, metadata: ["format": "pt"])
        #expect("\(file)".utf8.count < 1000 && "\([file])".utf8.count < 1000)
        #expect("\(file)".contains("rnn.bias_hh_l0    [400]       F64   "))
        #expect("\(file)".hasSuffix("6 tensors, 161002 numbers\nformat: pt"))
        #expect("\(Tensor(Matrix<Double>.column([0.5, 1])))" == "tensor [2, 1]: [0.5, 1.0]")
        let long = Tensor(Matrix<Double>.column(Array(repeating: 1, count: 10_000)))
        #expect("\(long)" == "tensor [10000, 1], norm 100.0")
    }

    // MARK: Numbers that are not finite

    @Test func numbersThatWereGivenGetNoAdviceAboutTraining() throws {
        var network = ElmanNetwork(W: 0.5, U: 1, V: 1)
        network.W = [[.nan]]
        let example = ElmanExample(try SequenceBatch([1.0, 2]), target: 1)
        #expect(
            message {
                try network.train(
                    on: example, Training(steps: 1, optimizer: SGD(learningRate: 1)))
            }
                == "element 0 of the value of W is nan; replace it by a finite number, or leave it "
                + "out")
        network.W = 0.5
        let complaints = [
            message { try SequenceBatch([1.0, .infinity]) },
            message { try network.forward([1], target: [[.nan]]) },
            message { try Matrix<Double>([[.nan]]).eigenvalues },
        ]
        for complaint in complaints {
            #expect(complaint.hasSuffix("; replace it by a finite number, or leave it out"))
        }
    }
}
