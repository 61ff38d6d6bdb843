internal import Glibc

/// A limit of this process, which its children inherit, that leaves too little memory for a session.
///
/// With less, some threads cannot start, and others wait for them forever.
public struct MemoryShortage: Error, Sendable, CustomStringConvertible {
    /// The kind of memory that is limited.
    private let name: String

    /// The option of `ulimit` for it.
    private let option: String

    /// The limit in bytes.
    private let limit: UInt64

    /// The number of bytes that a session needs.
    private let need: UInt64

    /// The kinds of memory, each with its limit and what a session needs of it in megabytes.
    private static let kinds: [(name: String, option: String, resource: UInt32, need: UInt64)] = [
        ("data", "-d", UInt32(RLIMIT_DATA.rawValue), 280),
        ("address space", "-v", UInt32(RLIMIT_AS.rawValue), 700),
    ]

    /// Returns the first limit that is too low, or `nil` if there is none.
    public static func ofThisProcess() -> MemoryShortage? {
        for kind in kinds {
            var limit = rlimit()
            guard getrlimit(__rlimit_resource_t(kind.resource), &limit) == 0 else { continue }
            let bytes = UInt64(limit.rlim_cur)
            if bytes < kind.need << 20 {
                return MemoryShortage(
                    name: kind.name, option: kind.option, limit: bytes, need: kind.need << 20)
            }
        }
        return nil
    }

    /// A sentence with the limit and the remedy.
    public var description: String {
        "could not start a session: its \(name) is limited to \(limit >> 20) MB, and it needs "
            + "\(need >> 20) MB; raise the limit with ulimit \(option)"
    }
}
