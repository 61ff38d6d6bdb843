internal import Glibc

/// Why a file could not be shown.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What could not be done, and because of what.
    public let description: String

    /// Makes a problem.
    init(_ description: String) { self.description = description }
}

/// The bytes of a file.
struct FileContents {
    /// The bytes.
    let bytes: [UInt8]

    /// Reads a file.
    ///
    /// - Throws: `FileProblem`, which names the file and the cause.
    init(path: String) throws(FileProblem) {
        guard let file = fopen(path, "re") else {
            throw FileProblem("could not open \(path): \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        guard ferror(file) == 0 else {
            throw FileProblem("could not read \(path): \(String(cString: strerror(errno)))")
        }
        self.bytes = bytes
    }
}
