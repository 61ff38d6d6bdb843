internal import Glibc
internal import Processes

/// Small files as text.
enum TextFile {
    /// Returns the text of a file; nothing, where it cannot be read.
    static func read(_ path: String) -> String? {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return nil }
        let file = Descriptor(owning: number)
        var bytes: [UInt8] = []
        while let piece = try? file.read(upTo: 1 << 16), !piece.isEmpty { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }
}
