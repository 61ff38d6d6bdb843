/// An amount of memory.
package struct MemorySize: Hashable, CustomStringConvertible {
    /// The amount in bytes.
    package let bytes: Int

    /// The units from the largest; each is 1024 times the next.
    private static let units: [(name: String, bytes: Int)] = [
        ("TB", 1 << 40), ("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10), ("B", 1),
    ]

    /// Creates an amount from a number of bytes.
    package init(bytes: Int) { self.bytes = bytes }

    /// Parses an amount such as `2GB`, `1.5 gb` or `500M`; returns `nil` if it is malformed.
    package init?(_ text: String) {
        let text = text.uppercased().filter { !$0.isWhitespace }
        let number = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(number.count)
        let known = Self.units.first { $0.name == unit || $0.name.dropLast() == unit }
        guard let value = Double(number), let known, value > 0,
            value * Double(known.bytes) < Double(Int.max)
        else { return nil }
        bytes = Int(value * Double(known.bytes))
    }

    /// The amount in the largest suitable unit, such as `1.5 GB`.
    package var description: String {
        let unit = Self.units.first { bytes >= $0.bytes } ?? Self.units[Self.units.count - 1]
        let tenths = (bytes * 10 + unit.bytes / 2) / unit.bytes
        let fraction = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
        return "\(tenths / 10)\(fraction) \(unit.name)"
    }
}
