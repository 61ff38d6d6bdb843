public import Recurrent

/// A whole model in one safetensors file, from which it is restored bit for bit.
///
/// The file contains the model's structure, its parameters, and optionally the optimizer with its
/// state and the progress of the training.
///
/// ```swift
/// let words = AgreementTask.vocabulary.count
/// var model = try RecurrentModel(.gru, vocabulary: words, hidden: 4, outputs: 2, seed: 1)
/// let history = try model.train(on: AgreementTask(), Training(steps: 10, optimizer: Adam()))
/// try ModelFile(model, history).write(to: "whole.safetensors")
/// var kept = try ModelFile<Double>(contentsOf: "whole.safetensors")
/// let more = Training(steps: 10, optimizer: kept.optimizer).continuing(from: kept.progress)
/// try kept.model.train(on: AgreementTask(), more)
/// ```
///
/// The parameters have PyTorch's names; Unroll's own settings are stored as metadata.
public struct ModelFile<Scalar: RealScalar>: Sendable {
    /// The model.
    public var model: RecurrentModel<Scalar>

    /// The optimizer, for continuing the training, or `nil` if none is stored.
    public let optimizer: (any Optimizer)?

    /// The progress of the training, for continuing it; that before the first step if none is stored.
    public let progress: TrainingProgress

    /// Creates a file of a model, optionally with its optimizer and the progress of its training.
    public init(
        _ model: RecurrentModel<Scalar>, optimizer: (any Optimizer)? = nil,
        progress: TrainingProgress = TrainingProgress()
    ) {
        self.model = model
        self.optimizer = optimizer
        self.progress = progress
    }

    /// Creates a file of a model and of the training that has led to it.
    public init(_ model: RecurrentModel<Scalar>, _ history: TrainingHistory) {
        self.init(model, optimizer: history.optimizer, progress: history.progress)
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the path of the file.
    ///   - cells: the user-defined cells that the model may consist of.
    ///   - losses: the user-defined losses that it may have.
    /// - Throws: `TensorFileError` if it cannot be read or does not contain a model.
    public init(
        contentsOf path: String, cells: [RecurrentCell] = [], losses: [Loss] = []
    ) throws(TensorFileError) {
        let file = try Safetensors(contentsOf: path)
        do {
            try self.init(file, cells, losses)
        } catch {
            throw .malformed(format: "model", reason: "\(error)", path: path)
        }
    }

    /// Writes the file, which is replaced atomically.
    ///
    /// - Throws: `TensorFileError` if it cannot be written, or the optimizer cannot be stored.
    public func write(to path: String) throws(TensorFileError) {
        try safetensors().write(to: path)
    }
}

extension ModelFile {
    /// The name of the tensor with the optimizer's state.
    private static var memoryName: String { "optimizer.memory" }

    /// The name of a tensor with a state that the next batch of a training begins with.
    private static func stateName(_ layer: Int, _ part: Int) -> String {
        "training.\(part == 0 ? "h" : "c")_\(layer)"
    }

    /// The model as tensors and metadata.
    ///
    /// - Throws: `TensorFileError.malformed` for an optimizer that cannot be stored.
    public func safetensors() throws(TensorFileError) -> Safetensors {
        var notes = [
            "format": "pt", "unroll.cell": model.stack.cell.fileName,
            "unroll.loss": model.loss.fileName,
        ]
        notes["unroll.loss.weights"] = model.loss.classWeights.map { weights in
            weights.map { "\($0)" }.joined(separator: " ")
        }
        notes["unroll.loss.ignored"] = model.loss.ignoredClass.map { "\($0)" }
        notes["unroll.dropout"] = model.dropout.map { dropout in
            let words = dropout.generator.words.map { "\($0)" }.joined(separator: " ")
            return "\(dropout.betweenLayers) \(dropout.beforeReadOut) \(words)"
        }
        notes["unroll.loss.equations"] = model.loss.equations
        if let equations = model.stack.cell.equations {
            let stack = model.stack
            notes["unroll.cell.equations"] = equations
            notes["unroll.cell.sizes"] =
                "\(stack.inputSize) \(stack.hiddenSize) \(stack.layers.count) "
                + "\(stack.layers[0].count)"
        }
        var entries = Safetensors(model.parameters).entries
        if let optimizer {
            guard let snapshot = optimizer.snapshot else {
                throw .malformed(
                    format: "model",
                    reason:
                        "\(type(of: optimizer)) has no snapshot; leave the optimizer out, or give "
                        + "it one")
            }
            var memory = ParameterSet<Double>()
            let numbers = Matrix.column(snapshot.memory)
            memory.append(Self.memoryName, Tensor([numbers.rows], unchecked: numbers.elements))
            entries += Safetensors(memory).entries
            notes["unroll.optimizer"] = snapshot.rule
            notes["unroll.optimizer.steps"] = "\(snapshot.steps)"
            notes["unroll.optimizer.counts"] = snapshot.counts.map(String.init)
                .joined(separator: " ")
            for (name, value) in snapshot.settings {
                notes["unroll.optimizer.setting.\(name)"] = "\(value)"
            }
        }
        if progress != TrainingProgress() {
            notes["unroll.training"] = progress.text
            var states = ParameterSet<Double>()
            for (layer, parts) in progress.carried.enumerated() {
                for (part, state) in parts.enumerated() {
                    states.append(Self.stateName(layer, part), Tensor(state))
                }
            }
            entries += Safetensors(states).entries
        }
        return Safetensors(entries: entries, metadata: notes)
    }

    /// Creates a model from tensors and metadata.
    private init(_ file: Safetensors, _ cells: [RecurrentCell], _ losses: [Loss]) throws {
        let name = file.metadata["unroll.cell"]
        let equations = file.metadata["unroll.cell.equations"]
        guard let cell = name.flatMap({ RecurrentCell(fileName: $0, equations, among: cells) })
        else {
            let isOwn = name?.hasPrefix("own ") ?? false
            throw RecurrentError.invalidValue(
                name: "the note unroll.cell", value: name ?? "missing",
                needed: isOwn
                    ? "one of the cells that are given: "
                        + "ModelFile(contentsOf: path, cells: [.own(\(name?.dropFirst(4) ?? "")())])"
                    : "the cell of the model; parameters alone are read with "
                        + "Safetensors(contentsOf:)")
        }
        let parameters = file.parameters(as: Scalar.self)
        var model = try RecurrentModel(
            embedding: try parameters["embedding.weight"].map { try $0.matrix },
            stack: cell.equations == nil
                ? Self.stack(cell, parameters.dropping(prefix: "rnn."))
                : Self.ownStack(cell, parameters.dropping(prefix: "rnn."), file.metadata),
            readOutWeight: Self.matrix("fc.weight", in: parameters),
            readOutBias: Self.matrix("fc.bias", in: parameters),
            loss: Self.loss(file.metadata, losses))
        model.dropout = try file.metadata["unroll.dropout"].map(Self.dropout)
        self.model = model
        optimizer = try Self.optimizer(of: file)
        progress = try Self.progress(of: file)
    }

    /// Reads the progress of a training.
    private static func progress(of file: Safetensors) throws -> TrainingProgress {
        guard let text = file.metadata["unroll.training"] else { return TrainingProgress() }
        var progress = try TrainingProgress(text: text)
        let tensors = file.parameters(as: Double.self)
        while let hidden = tensors[stateName(progress.carried.count, 0)] {
            let cell = tensors[stateName(progress.carried.count, 1)]
            progress.carried.append(try [hidden, cell].compactMap { try $0?.matrix })
        }
        return progress
    }

    /// Creates as many layers as there are weights.
    private static func stack(
        _ cell: RecurrentCell, _ weights: ParameterSet<Scalar>
    ) throws -> RecurrentStack<Scalar> {
        var layers: [[RecurrentLayer<Scalar>]] = []
        while weights["weight_ih_l\(layers.count)"] != nil {
            let suffixes = ["", "_reverse"].map { "_l\(layers.count)\($0)" }
            let directions = try suffixes.filter { weights["weight_ih\($0)"] != nil }.map {
                suffix in
                RecurrentLayer(
                    cell, weightIH: try matrix("weight_ih\(suffix)", in: weights),
                    weightHH: try matrix(cell.stateName + suffix, in: weights),
                    biasIH: try matrix("bias_ih\(suffix)", in: weights),
                    biasHH: try matrix("bias_hh\(suffix)", in: weights))
            }
            layers.append(directions)
        }
        return try RecurrentStack(layers)
    }

    /// Creates the layers of user-defined equations.
    private static func ownStack(
        _ cell: RecurrentCell, _ weights: ParameterSet<Scalar>, _ notes: [String: String]
    ) throws -> RecurrentStack<Scalar> {
        guard notes["unroll.cell.equations"] == cell.equations else {
            throw RecurrentError.invalidValue(
                name: "the cell", value: cell.equations ?? "",
                needed: "the one of the file, \(notes["unroll.cell.equations"] ?? "missing")")
        }
        let sizes = (notes["unroll.cell.sizes"] ?? "").split(separator: " ").compactMap { Int($0) }
        // Every layer and direction has tensors of its own.
        guard sizes.count == 4, (0...weights.names.count).contains(sizes[2]) else {
            throw RecurrentError.invalidValue(
                name: "the note unroll.cell.sizes",
                value: notes["unroll.cell.sizes"] ?? "missing",
                needed: "the numbers of inputs, hidden units, layers and directions")
        }
        var generator = Xoshiro256(seed: 0)
        var stack = try RecurrentStack<Scalar>(
            cell, inputs: sizes[0], hidden: sizes[1], layers: sizes[2],
            bidirectional: sizes[3] == 2, using: &generator)
        try stack.load(weights)
        return stack
    }

    /// Returns a required parameter.
    private static func matrix(
        _ name: String, in parameters: ParameterSet<Scalar>
    ) throws -> Matrix<Scalar> {
        guard let tensor = parameters[name] else {
            throw RecurrentError.invalidValue(
                name: "the tensor \(name)", value: "missing", needed: "in the file of a model")
        }
        return try tensor.matrix
    }

    /// Parses a dropout: two probabilities, and the state of its generator.
    private static func dropout(_ text: String) throws -> Dropout {
        let words = text.split(separator: " ")
        let probabilities = words.prefix(2).compactMap { Double($0) }
        let state = words.dropFirst(2).compactMap { UInt64($0) }
        guard probabilities.count == 2, state.count == 4, words.count == 6 else {
            throw RecurrentError.invalidValue(
                name: "the note unroll.dropout", value: text,
                needed: "two probabilities and the four words of a generator's state")
        }
        return try Dropout(
            betweenLayers: probabilities[0], beforeReadOut: probabilities[1],
            generator: Xoshiro256(state: (state[0], state[1], state[2], state[3])))
    }

    /// Parses a loss function, for example `crossEntropy mean`.
    private static func loss(_ notes: [String: String], _ losses: [Loss]) throws -> Loss {
        let text = notes["unroll.loss"] ?? ""
        let words = text.split(separator: " ").map(String.init)
        let reductions: [Loss.Reduction] = [.sum, .meanOverSequences, .mean]
        let costs: [Loss.Cost] = [
            .squaredError, .halfSquaredError, .crossEntropy, .binaryCrossEntropy,
        ]
        let cost =
            costs.first { $0.name == words.first }
            ?? words.first?.wholeMatch(of: /huber\((.+)\)/).flatMap { Double($0.1) }
            .map { .huber($0) }
        let isOwn = text.hasPrefix("own ")
        let named = losses.filter { $0.fileName == text }
        let equations = notes["unroll.loss.equations"]
        // Two losses may have one name; older files do not contain the equations.
        let own = named.first { $0.equations == equations || equations == nil }
        if isOwn, own == nil, let other = named.first {
            throw RecurrentError.invalidValue(
                name: "the loss", value: other.equations ?? "",
                needed: "the one of the file, \(equations ?? "missing")")
        }
        guard let reduction = reductions.first(where: { "\($0)" == words.last }),
            var loss = isOwn ? own : cost.map({ Loss($0, reduction) })
        else {
            throw RecurrentError.invalidValue(
                name: "the note unroll.loss", value: text,
                needed: isOwn
                    ? "one of the losses that are given: ModelFile(contentsOf: path, losses: [loss])"
                    : "a loss, as in crossEntropy mean")
        }
        if let weights = notes["unroll.loss.weights"] {
            loss.classWeights = weights.split(separator: " ").map { Double($0) ?? .nan }
        }
        loss.ignoredClass = notes["unroll.loss.ignored"].flatMap { Int($0) }
        return loss
    }

    /// Reads the optimizer, or returns `nil` if none is stored.
    private static func optimizer(of file: Safetensors) throws -> (any Optimizer)? {
        guard let rule = file.metadata["unroll.optimizer"] else { return nil }
        let prefix = "unroll.optimizer.setting."
        var settings: [String: Double] = [:]
        for (name, text) in file.metadata where name.hasPrefix(prefix) {
            settings[String(name.dropFirst(prefix.count))] = Double(text)
        }
        let counts = (file.metadata["unroll.optimizer.counts"] ?? "").split(separator: " ")
        let memory = file.parameters(as: Double.self)[memoryName]
        return try OptimizerSnapshot(
            rule: rule, settings: settings,
            steps: Int(file.metadata["unroll.optimizer.steps"] ?? "") ?? -1,
            counts: counts.map { Int($0) ?? -1 }, memory: memory?.elements ?? []
        ).optimizer()
    }
}

extension RecurrentCell {
    /// All kinds of cells.
    private static let all: [RecurrentCell] =
        Activation.allCases.map { .elman($0) } + [
            .lstm, .lstm(forgetGate: false), .gru, .gru(reset: .beforeProduct),
        ]

    /// The built-in cells that are written as equations.
    private static let outlook: [RecurrentCell] = [.minGRU, .minLSTM, .lru]

    /// The name of the cell in files.
    fileprivate var fileName: String {
        guard case .equations(let recording) = self else { return "\(self)" }
        return "own \(recording.name)"
    }

    /// Finds a cell by its name in files.
    ///
    /// - Parameters:
    ///   - equations: the lines of the cell; of several with the name, the one that has them.
    ///   - others: cells of user-defined equations.
    fileprivate init?(fileName: String, _ equations: String?, among others: [RecurrentCell]) {
        let named = (others + Self.all + Self.outlook).filter { $0.fileName == fileName }
        guard let cell = named.first(where: { $0.equations == equations }) ?? named.first else {
            return nil
        }
        self = cell
    }

    /// The name of the recurrent weights, without the layer.
    fileprivate var stateName: String {
        switch self {
        case .lstm(forgetGate: false): "weight_hh_no_forget"
        case .gru(reset: .beforeProduct): "weight_hh_reset_before"
        default: "weight_hh"
        }
    }
}

extension Loss {
    /// The cost and the reduction, for example `crossEntropy mean`.
    fileprivate var fileName: String { "\(cost.name) \(reduction)" }
}
