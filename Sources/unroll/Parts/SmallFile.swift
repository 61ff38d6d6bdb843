internal import Glibc
internal import Processes

/// Small files, read whole.
enum SmallFile {
    /// Returns the bytes of a file, or nothing where it cannot be read.
    static func bytes(of path: String) -> [UInt8]? {
        let file = Descriptor(owning: open(path, O_RDONLY | O_CLOEXEC))
        guard file.number >= 0 else { return nil }
        var bytes: [UInt8] = []
        do {
            while let piece = try file.read(upTo: 1 << 16), !piece.isEmpty { bytes += piece }
        } catch {
            return nil
        }
        return bytes
    }
}
