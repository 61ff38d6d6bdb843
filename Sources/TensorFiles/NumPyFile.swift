public import Recurrent

/// A single array in NumPy's file format, `.npy`.
///
/// - Source: NumPy Enhancement Proposal 1 and `numpy.lib.format`, versions 1.0 to 3.0.
public enum NumPyFile {
    /// The first bytes of every file.
    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// Reads an array of floating-point numbers or integers.
    ///
    /// - Throws: `TensorFileError.file` if the file cannot be read, and `.malformed` if it is
    ///   inconsistent or has another content.
    public static func read<Scalar: RealScalar>(
        _ path: String, as type: Scalar.Type = Double.self
    ) throws(TensorFileError) -> Tensor<Scalar> {
        try FormatFile.reading(path, as: "npy") { (bytes) throws(TensorFileError) in
            try parse(bytes)
        }
    }

    /// Writes an array in its own precision; the file is replaced atomically.
    ///
    /// - Throws: `TensorFileError.file` if it cannot be written.
    public static func write<Scalar: RealScalar>(
        _ tensor: Tensor<Scalar>, to path: String
    ) throws(TensorFileError) {
        try FormatFile.write(bytes(of: tensor), to: path)
    }

    /// Returns the bytes of a file with an array.
    public static func bytes<Scalar: RealScalar>(of tensor: Tensor<Scalar>) -> [UInt8] {
        let sizes = tensor.shape.map(String.init).joined(separator: ", ")
        let shape = tensor.shape.count == 1 ? "(\(sizes),)" : "(\(sizes))"
        let type = Scalar.precision == .double ? "<f8" : "<f4"
        var header = Array(
            "{'descr': '\(type)', 'fortran_order': False, 'shape': \(shape), }".utf8)
        // Ten bytes precede the header, and a line feed ends it.
        while (10 + header.count + 1) % 64 != 0 { header.append(UInt8(ascii: " ")) }
        header.append(UInt8(ascii: "\n"))
        var bytes = magic + [1, 0]
        LittleEndian.append(UInt16(header.count), to: &bytes)
        bytes += header
        LittleEndian.append(tensor.elements, to: &bytes)
        return bytes
    }

    /// Parses the bytes of a file.
    ///
    /// - Throws: `TensorFileError.malformed` if the file is inconsistent or contains something
    ///   other than numbers.
    public static func parse<Scalar: RealScalar>(
        _ bytes: [UInt8]
    ) throws(TensorFileError) -> Tensor<Scalar> {
        let (header, data) = try split(bytes)
        guard let type = types[header.value(of: "descr") ?? ""] else {
            throw malformed("its type is \(header.value(of: "descr") ?? "not given")")
        }
        guard let order = header.value(of: "fortran_order"), order == "True" || order == "False",
            let shape = header.shape
        else {
            throw malformed("its header has no order or shape")
        }
        var count = type.size
        for size in shape {
            let (product, overflows) = count.multipliedReportingOverflow(by: size)
            guard !overflows else { throw malformed("its shape \(shape) is too large") }
            count = product
        }
        guard count == data.count else {
            throw malformed(
                "an array of shape \(shape) needs \(count) bytes, and it has \(data.count)")
        }
        let elements: [Scalar] = type.numbers(from: data)
        guard order == "True", shape.count > 1 else {
            return Tensor(shape, unchecked: elements)
        }
        return Tensor(shape, unchecked: rowMajor(elements, shape))
    }

    /// The supported types by their names in the header.
    private static let types: [String: StoredType] = [
        "<f8": .float64, "<f4": .float32, "<f2": .float16, "<i8": .int64, "<i4": .int32,
        "|u1": .uint8, "|b1": .bool,
    ]

    /// Returns an error about this format.
    private static func malformed(_ reason: String) -> TensorFileError {
        .malformed(format: "npy", reason: reason)
    }

    /// Splits the file into its header and its numbers.
    private static func split(
        _ bytes: [UInt8]
    ) throws(TensorFileError) -> (header: NumPyHeader, data: ArraySlice<UInt8>) {
        guard bytes.starts(with: magic), bytes.count >= 12 else {
            throw malformed("it does not begin with \\x93NUMPY")
        }
        let version = bytes[6]
        guard (1...3).contains(version) else { throw malformed("its version is \(version)") }
        let lengthSize = version == 1 ? 2 : 4
        let length =
            version == 1
            ? Int(LittleEndian.read(UInt16.self, from: bytes[8...]))
            : Int(LittleEndian.read(UInt32.self, from: bytes[8...]))
        let start = 8 + lengthSize
        guard length <= bytes.count - start else {
            throw malformed(
                "its header should have \(length) bytes, and \(bytes.count - start) follow")
        }
        let text = String(decoding: bytes[start..<start + length], as: UTF8.self)
        return (NumPyHeader(text: text), bytes[(start + length)...])
    }

    /// Returns column-major numbers in row-major order.
    private static func rowMajor<Scalar>(_ numbers: [Scalar], _ shape: [Int]) -> [Scalar] {
        var result = numbers
        for position in numbers.indices {
            var (rest, target) = (position, 0)
            for (axis, size) in shape.enumerated() {
                let stride = shape[(axis + 1)...].reduce(1, *)
                target += rest % size * stride
                rest /= size
            }
            result[target] = numbers[position]
        }
        return result
    }
}

/// The header of a file: a Python dictionary with three entries.
private struct NumPyHeader {
    /// The text of the dictionary.
    let text: String

    /// Returns the value of a key up to the next comma outside parentheses, without quotes.
    func value(of key: String) -> String? {
        let characters = Array(text)
        let pattern = Array("'\(key)':")
        guard
            let start = characters.indices.first(where: {
                characters[$0...].starts(with: pattern)
            })
        else { return nil }
        var (depth, value) = (0, "")
        for character in characters[(start + pattern.count)...] {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth == 0, character == "," || character == "}" { break }
            value.append(character)
        }
        return String(value.filter { $0 != " " && $0 != "'" && $0 != "\n" })
    }

    /// The sizes of the dimensions, or `nil` if they are not integers.
    var shape: [Int]? {
        guard let value = value(of: "shape"), value.first == "(", value.last == ")" else {
            return nil
        }
        let parts = value.dropFirst().dropLast().split(separator: ",")
        let sizes = parts.compactMap { Int($0) }
        return sizes.count == parts.count && sizes.allSatisfy { $0 >= 0 } ? sizes : nil
    }
}
