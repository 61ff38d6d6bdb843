internal import Glibc

/// The number with which the system refuses a call, `errno`, and the system's words for it.
public struct ErrorNumber: Sendable, Hashable, CustomStringConvertible {
    /// The number, such as `ENOENT`.
    public let number: Int32

    /// Wraps a number.
    public init(_ number: Int32) { self.number = number }

    /// The number that the last failed call of this thread left behind.
    public static var last: ErrorNumber { ErrorNumber(errno) }

    /// The system's words, beginning in lower case, such as `no such file or directory`.
    public var words: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "unknown cause" }
        let words = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        return words.prefix(1).lowercased() + words.dropFirst()
    }

    /// The words and the number, such as `no such file or directory (2)`.
    public var description: String { "\(words) (\(number))" }
}
