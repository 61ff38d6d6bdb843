import Glibc
import JSON

/// Functions that read the files beside the tests.
enum Fixture {
    /// The folder with the files.
    static let folder = String(#filePath.dropLast("Fixture.swift".count)) + "Fixtures/"

    /// Reads a JSON file.
    static func json(_ name: String) throws -> JSONValue {
        try JSONValue(parsing: bytes(at: folder + name))
    }

    /// Reads the bytes of a file; empty if it cannot be read.
    static func bytes(at path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer[..<count]
        }
        return bytes
    }
}

extension JSONValue {
    /// All numbers in nested arrays, in order.
    var numbers: [Double] {
        if let double { return [double] }
        return (array ?? []).flatMap(\.numbers)
    }

    /// The sizes of nested arrays.
    var shape: [Int] {
        guard let array else { return [] }
        return [array.count] + (array.first?.shape ?? [])
    }
}

/// Returns dyadic fractions from a formula, the same as in make-pytorch-fixtures.py.
func wave(_ offset: Int, _ count: Int) -> [Double] {
    (0..<count).map { Double(($0 * 37 + offset * 101) % 61 - 30) / 64 }
}
