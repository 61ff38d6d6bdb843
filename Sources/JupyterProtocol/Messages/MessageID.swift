/// What identifies a message among all others.
public struct MessageID: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The identifier as headers have it.
    public let rawValue: String

    /// Takes an identifier as headers have it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes an identifier as headers have it.
    public init(stringLiteral value: String) { rawValue = value }

    /// The identifier as headers have it.
    public var description: String { rawValue }
}
