internal import Recurrent

extension Safetensors: CustomStringConvertible {
    /// A table of names, shapes, stored types and norms, without the numbers themselves.
    public var description: String {
        let notes = metadata.sorted { $0.key < $1.key }.map { "\n\($0.key): \($0.value)" }.joined()
        return TextGrid(
            headings: ["name", "shape", "type", "norm"],
            rows: entries.map { entry in
                [entry.name, "\(entry.shape)", entry.type.rawValue, entry.norm.shortened]
            }
        ).text + "\n\(entries.count.of("tensor")), \(count.of("number"))" + notes
    }

    /// The total number of numbers.
    var count: Int { entries.reduce(0) { $0 + $1.bytes.count / $1.type.size } }
}

extension Safetensors.Entry: CustomStringConvertible {
    /// The Euclidean norm of all numbers.
    public var norm: Double {
        euclideanNorm(of: type.numbers(from: bytes[...]) as [Double])
    }

    /// The name, the shape and the stored type.
    public var description: String { "\(name) \(shape) \(type.rawValue)" }
}
