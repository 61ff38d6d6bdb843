import Glibc
import Testing

/// The files of this repository.
enum Repository {
    /// The folder of the repository.
    static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

    /// Reads a file.
    static func text(of path: String) throws -> String {
        let file = try #require(fopen("\(root)/\(path)", "r"), "no \(path)")
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The paths of all Swift files below a folder.
    static func swiftFiles(below folder: String) -> [String] {
        guard let directory = opendir("\(root)/\(folder)") else { return [] }
        defer { closedir(directory) }
        var paths: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !name.hasPrefix(".") else { continue }
            let path = "\(folder)/\(name)"
            paths += name.hasSuffix(".swift") ? [path] : swiftFiles(below: path)
        }
        return paths.sorted()
    }
}
