import Glibc
import Testing

/// The notebooks beside these tests, read as bytes.
enum Fixture {
    /// Returns the bytes of a file in the folder of fixtures, such as `inputs/keys.ipynb`.
    static func bytes(_ name: String, testFile: String = #filePath) throws -> [UInt8] {
        let folder = testFile.split(separator: "/").dropLast().joined(separator: "/")
        return try #require(readFile("/\(folder)/Fixtures/\(name)"), "no fixture \(name)")
    }
}

/// Returns the bytes of a file, or `nil` if it cannot be read.
func readFile(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
}
