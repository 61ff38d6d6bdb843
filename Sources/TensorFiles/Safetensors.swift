internal import JSON
public import Recurrent

/// A safetensors file with named tensors, a format for exchange with PyTorch.
///
/// ```swift
/// var model = try RecurrentModel(.gru, vocabulary: 9, hidden: 4, outputs: 2, seed: 1)
/// try Safetensors(model.parameters).write(to: "model.safetensors")
/// try model.load(Safetensors(contentsOf: "model.safetensors").parameters())
/// ```
///
/// - Source: the format's description at github.com/huggingface/safetensors.
public struct Safetensors: Equatable, Sendable {
    /// A tensor of a file.
    public struct Entry: Equatable, Sendable {
        /// The name.
        public let name: String
        /// The type of the stored numbers.
        public let type: StoredType
        /// The sizes of the dimensions.
        public let shape: [Int]
        /// The numbers as bytes, row-major and little-endian.
        let bytes: [UInt8]
    }

    /// The tensors, in the order of the file.
    public let entries: [Entry]

    /// The file's metadata by name.
    public let metadata: [String: String]

    /// Creates a file from the parameters of a network.
    ///
    /// - Parameter metadata: the metadata, such as `["format": "pt"]`.
    public init<Scalar: RealScalar>(
        _ parameters: ParameterSet<Scalar>, metadata: [String: String] = [:]
    ) {
        let type: StoredType = Scalar.precision == .double ? .float64 : .float32
        entries = zip(parameters.names, parameters.tensors)
            .map { name, tensor in
                var bytes: [UInt8] = []
                LittleEndian.append(tensor.elements, to: &bytes)
                return Entry(name: name, type: type, shape: tensor.shape, bytes: bytes)
            }
            .sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
        self.metadata = metadata
    }

    /// Creates a file from validated entries.
    init(entries: [Entry], metadata: [String: String]) {
        self.entries = entries
        self.metadata = metadata
    }

    /// Reads a file.
    ///
    /// - Throws: `TensorFileError.file` if it cannot be read, and `.malformed` if it is
    ///   inconsistent.
    public init(contentsOf path: String) throws(TensorFileError) {
        self = try FormatFile.reading(path, as: "safetensors") { (bytes) throws(TensorFileError) in
            try Safetensors(parsing: bytes)
        }
    }

    /// Returns the tensors as parameters; numbers of other types are converted.
    public func parameters<Scalar: RealScalar>(
        as type: Scalar.Type = Double.self
    ) -> ParameterSet<Scalar> {
        var set = ParameterSet<Scalar>()
        for entry in entries {
            set.append(
                entry.name,
                Tensor(entry.shape, unchecked: entry.type.numbers(from: entry.bytes[...])))
        }
        return set
    }

    /// Writes the file, which is replaced atomically.
    ///
    /// - Throws: `TensorFileError.file` if it cannot be written.
    public func write(to path: String) throws(TensorFileError) {
        try FormatFile.write(bytes, to: path)
    }

    /// The bytes of the file.
    ///
    /// The header is padded with spaces so that the numbers begin at a multiple of eight.
    public var bytes: [UInt8] {
        var header = JSONObject([])
        if !metadata.isEmpty {
            let notes = metadata.sorted { $0.key < $1.key }.map {
                ($0.key, JSONValue.string($0.value))
            }
            header["__metadata__"] = .object(JSONObject(notes))
        }
        var end = 0
        for entry in entries {
            header[entry.name] = [
                "dtype": .string(entry.type.rawValue),
                "shape": .array(entry.shape.map { .number(JSONNumber($0)) }),
                "data_offsets": [
                    .number(JSONNumber(end)), .number(JSONNumber(end + entry.bytes.count)),
                ],
            ]
            end += entry.bytes.count
        }
        var text = Array(JSONValue.object(header).text().utf8)
        while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
        var bytes: [UInt8] = []
        LittleEndian.append(UInt64(text.count), to: &bytes)
        bytes += text
        for entry in entries { bytes += entry.bytes }
        return bytes
    }
}
