import Recurrent
import TensorFiles

/// The models for `interchange.py`, which compares them with PyTorch's.
///
/// - `recurrent-interchange read <cell> <levels> <directions> <type> <folder>` loads
///   `torch.safetensors` and `torch-inputs.npy`, and writes `outputs.npy`.
/// - `recurrent-interchange write …` creates a model, and writes `swift.safetensors`,
///   `swift-inputs.npy` and `swift-outputs.npy`.
struct Exchange {
    /// D, the number of input features.
    static let inputs = 5
    /// H, the number of hidden units.
    static let hidden = 7
    /// O, the number of outputs.
    static let outputs = 3

    /// The kind of cell.
    let cell: RecurrentCell
    /// The number of layers.
    let levels: Int
    /// Indicates whether every layer is bidirectional.
    let isBidirectional: Bool
    /// The folder of the files.
    let folder: String

    /// Returns a model of these sizes.
    func model<Scalar: RealScalar>(_ type: Scalar.Type) throws -> RecurrentModel<Scalar> {
        try RecurrentModel(
            cell, inputs: Self.inputs, hidden: Self.hidden, outputs: Self.outputs, layers: levels,
            bidirectional: isBidirectional, seed: 11, of: type)
    }

    /// Returns the outputs of a model at every step, `[T, B, O]`.
    func outputs<Scalar: RealScalar>(
        of model: RecurrentModel<Scalar>, for inputs: Tensor<Scalar>
    ) throws -> Tensor<Scalar> {
        let batch = try SequenceBatch(
            steps: inputs.shape[0], count: inputs.shape[1], features: inputs.shape[2],
            elements: inputs.elements)
        let outputs = try model.outputs(for: .values(batch), atEveryStep: true)
        return try Tensor(
            shape: [batch.steps, batch.count, Self.outputs], elements: outputs.elements)
    }

    /// Loads PyTorch's weights and inputs, and writes the outputs.
    func read<Scalar: RealScalar>(_ type: Scalar.Type) throws {
        var model = try model(type)
        let file = try Safetensors(contentsOf: folder + "/torch.safetensors")
        try model.load(file.parameters(as: type))
        let inputs = try NumPyFile.read(folder + "/torch-inputs.npy", as: type)
        try NumPyFile.write(outputs(of: model, for: inputs), to: folder + "/outputs.npy")
    }

    /// Creates a model and inputs, and writes them with the outputs.
    func write<Scalar: RealScalar>(_ type: Scalar.Type) throws {
        let model = try model(type)
        var generator = Xoshiro256(seed: 12)
        let inputs = try Tensor(
            shape: [9, 4, Self.inputs],
            elements: (0..<9 * 4 * Self.inputs).map { _ in Scalar(generator.normal()) })
        try Safetensors(model.parameters, metadata: ["format": "pt"])
            .write(to: folder + "/swift.safetensors")
        try NumPyFile.write(inputs, to: folder + "/swift-inputs.npy")
        try NumPyFile.write(outputs(of: model, for: inputs), to: folder + "/swift-outputs.npy")
    }
}

let cells: [String: RecurrentCell] = [
    "tanh": .elman, "relu": .elman(.relu), "lstm": .lstm, "gru": .gru,
]
let arguments = CommandLine.arguments
guard arguments.count == 7, let cell = cells[arguments[2]], let levels = Int(arguments[3]) else {
    fatalError("run interchange.py, which knows the arguments")
}
let exchange = Exchange(
    cell: cell, layers: levels, isBidirectional: arguments[4] == "2", folder: arguments[6])
switch (arguments[1], arguments[5]) {
case ("read", "double"): try exchange.read(Double.self)
case ("read", _): try exchange.read(Float.self)
case (_, "double"): try exchange.write(Double.self)
default: try exchange.write(Float.self)
}
