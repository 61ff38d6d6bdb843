internal import Digests

/// Bytes stored with a digest of their contents and their name, by which files that were truncated,
/// changed or renamed are detected.
struct CheckedFile: Sendable, Hashable {
    /// The bytes.
    let bytes: [UInt8]

    /// The length of the digest.
    private static let digestLength = 32

    /// Creates a file from bytes.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Decodes a file; returns `nil` if it is not what was stored under the name.
    init?(file: [UInt8], name: String) {
        guard file.count >= Self.digestLength else { return nil }
        let content = file[Self.digestLength...]
        guard Self.digest(of: content, name: name)[...] == file[..<Self.digestLength] else {
            return nil
        }
        bytes = Array(content)
    }

    /// Returns the bytes of the file that is stored under a name.
    func file(name: String) -> [UInt8] { Self.digest(of: bytes[...], name: name) + bytes }

    /// Computes the digest.
    private static func digest(of content: ArraySlice<UInt8>, name: String) -> [UInt8] {
        Digest(of: Array(name.utf8) + content, length: digestLength).bytes
    }
}
