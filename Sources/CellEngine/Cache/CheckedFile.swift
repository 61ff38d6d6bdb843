internal import Digests

/// Bytes that are stored with a digest of them and of the name that they are stored under: a file
/// that was cut short, changed or put under another name is not taken for what it was.
struct CheckedFile: Sendable, Hashable {
    /// The bytes.
    let bytes: [UInt8]

    /// How long the digest is.
    private static let digestLength = 32

    /// Takes bytes to store.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a file; nothing, where it is not what was stored under the name.
    init?(file: [UInt8], name: String) {
        guard file.count >= Self.digestLength else { return nil }
        let content = file[Self.digestLength...]
        guard Self.digest(of: content, name: name)[...] == file[..<Self.digestLength] else {
            return nil
        }
        bytes = Array(content)
    }

    /// The bytes of the file that is stored under a name.
    func file(name: String) -> [UInt8] { Self.digest(of: bytes[...], name: name) + bytes }

    /// Computes the digest.
    private static func digest(of content: ArraySlice<UInt8>, name: String) -> [UInt8] {
        Digest(of: Array(name.utf8) + content, length: digestLength).bytes
    }
}
