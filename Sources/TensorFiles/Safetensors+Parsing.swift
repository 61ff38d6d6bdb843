internal import JSON

extension Safetensors {
    /// The maximum length of a header in bytes.
    static let longestHeader = 100_000_000

    /// Parses the bytes of a file.
    ///
    /// - Throws: `TensorFileError.malformed` if the header is invalid, if sizes do not match, or if
    ///   tensors overlap, leave gaps or do not cover the file.
    public init(parsing bytes: [UInt8]) throws(TensorFileError) {
        let (header, data) = try Self.split(bytes)
        let spelledNames = try Self.checkNames(in: header)
        let object = try Self.object(header)
        guard object.count == spelledNames else {
            throw Self.malformed("two tensors have one name, spelled in two ways")
        }
        var metadata: [String: String] = [:]
        var entries: [(entry: Entry, start: Int)] = []
        for (name, value) in object {
            if name == "__metadata__" {
                metadata = try Self.metadata(value)
            } else {
                entries.append(try Self.entry(name, value, data))
            }
        }
        entries.sort { ($0.start, $0.entry.bytes.count) < ($1.start, $1.entry.bytes.count) }
        var end = 0
        for (entry, start) in entries {
            guard start == end else {
                throw Self.malformed(
                    "the tensor \(entry.name) begins at byte \(start), and the one before ends at "
                        + "\(end)")
            }
            end += entry.bytes.count
        }
        guard end == data.count else {
            throw Self.malformed("its tensors fill \(end) bytes of \(data.count)")
        }
        self.init(entries: entries.map(\.entry), metadata: metadata)
    }

    /// Returns an error about this format.
    private static func malformed(_ reason: String) -> TensorFileError {
        .malformed(format: "safetensors", reason: reason)
    }

    /// Splits the file into its header and its numbers.
    private static func split(
        _ bytes: [UInt8]
    ) throws(TensorFileError) -> (header: ArraySlice<UInt8>, data: ArraySlice<UInt8>) {
        guard bytes.count >= 8 else {
            throw malformed("it has \(bytes.count) bytes, and the length of its header takes 8")
        }
        let length = LittleEndian.read(UInt64.self, from: bytes[..<8])
        guard length <= longestHeader, Int(length) <= bytes.count - 8 else {
            throw malformed(
                "its header should have \(length) bytes, of \(bytes.count - 8) in the file and at "
                    + "most \(longestHeader)")
        }
        let start = 8 + Int(length)
        return (bytes[8..<start], bytes[start...])
    }

    /// Parses the header.
    private static func object(
        _ header: ArraySlice<UInt8>
    ) throws(TensorFileError) -> JSONObject {
        guard header.first == UInt8(ascii: "{") else {
            throw malformed("its header does not begin with a brace")
        }
        do {
            guard let object = try JSONValue(parsing: Array(header)).object else {
                throw malformed("its header is not an object")
            }
            return object
        } catch let error as TensorFileError {
            throw error
        } catch {
            throw malformed("its header is not JSON: \(error)")
        }
    }

    /// Parses the metadata.
    private static func metadata(
        _ value: JSONValue
    ) throws(TensorFileError) -> [String: String] {
        guard let object = value.object else { throw malformed("its metadata is no object") }
        var notes: [String: String] = [:]
        for (key, value) in object {
            guard let text = value.string else {
                throw malformed("the note \(key) in its metadata is not a string")
            }
            notes[key] = text
        }
        return notes
    }

    /// Parses the description of a tensor and extracts its bytes.
    private static func entry(
        _ name: String, _ value: JSONValue, _ data: ArraySlice<UInt8>
    ) throws(TensorFileError) -> (entry: Entry, start: Int) {
        guard let typeName = value["dtype"]?.string else {
            throw malformed("the tensor \(name) has no type")
        }
        guard let type = StoredType(rawValue: typeName) else {
            throw malformed("the tensor \(name) has the type \(typeName), which is not known here")
        }
        let sizes = value["shape"]?.array ?? [.null]
        let shape = sizes.compactMap(\.int)
        let offsets = (value["data_offsets"]?.array ?? []).compactMap(\.int)
        guard shape.count == sizes.count, shape.allSatisfy({ $0 >= 0 }) else {
            throw malformed("the shape of the tensor \(name) is not a list of sizes")
        }
        guard
            offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1],
            offsets[1] <= data.count
        else {
            throw malformed(
                "the tensor \(name) lies at \(offsets), and there are \(data.count) bytes")
        }
        guard byteCount(shape, type) == offsets[1] - offsets[0] else {
            throw malformed(
                "the tensor \(name) of shape \(shape) and type \(typeName) has "
                    + "\(offsets[1] - offsets[0]) bytes")
        }
        let start = data.startIndex + offsets[0]
        let bytes = Array(data[start..<data.startIndex + offsets[1]])
        return (Entry(name: name, type: type, shape: shape, bytes: bytes), offsets[0])
    }

    /// Returns the size of a tensor in bytes, or `nil` if it overflows.
    private static func byteCount(_ shape: [Int], _ type: StoredType) -> Int? {
        var count = type.size
        for size in shape {
            let (product, overflows) = count.multipliedReportingOverflow(by: size)
            guard !overflows else { return nil }
            count = product
        }
        return count
    }

    /// Throws if two tensors have the same name; a JSON object would silently keep the last.
    ///
    /// - Returns: the number of names, where names that differ only in their spelling count
    ///   separately.
    private static func checkNames(
        in header: ArraySlice<UInt8>
    ) throws(TensorFileError) -> Int {
        var (depth, isInString, isEscaped) = (0, false, false)
        var (names, start) = (Set<[UInt8]>(), header.startIndex)
        var isKey = false
        for (index, byte) in zip(header.indices, header) {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    if depth == 1, isKey, !names.insert(Array(header[start..<index])).inserted {
                        throw malformed(
                            "two tensors have the name "
                                + String(decoding: header[start..<index], as: UTF8.self))
                    }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): (isInString, start) = (true, index + 1)
            case UInt8(ascii: "{"), UInt8(ascii: "["): (depth, isKey) = (depth + 1, true)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":"): isKey = depth != 1 && isKey
            case UInt8(ascii: ","): isKey = true
            default: break
            }
        }
        return names.count
    }
}
