/// An address in a document, looked at for what a browser would do with it.
public struct WebAddress: Sendable, Hashable {
    /// The address without the characters that browsers leave out.
    public let text: String

    /// The scheme in small letters; nil where the address is relative.
    public let scheme: String?

    /// Looks at an address as browsers do: white space and control characters at either end, and
    /// tabs and line ends anywhere, do not count.
    ///
    /// - Source: "Basic URL parser" in the URL standard.
    public init(_ address: String) {
        let isIgnored = { (scalar: Unicode.Scalar) in scalar.value <= 0x20 }
        var scalars = address.unicodeScalars[...]
        scalars = scalars.drop(while: isIgnored)
        while let last = scalars.last, isIgnored(last) { scalars = scalars.dropLast() }
        let kept = scalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
        text = String(String.UnicodeScalarView(kept))
        let start = text.unicodeScalars.prefix { !"/?#".unicodeScalars.contains($0) }
        let name = start.firstIndex(of: ":").map { start[..<$0] }
        scheme = name.map { String($0).lowercased() }
    }

    /// Indicates whether a link may have the address: that of a page, a mailbox or a nearby place.
    public var isSafeLink: Bool {
        guard let scheme else { return true }
        return ["http", "https", "mailto"].contains(scheme)
    }

    /// Indicates whether the address holds a picture instead of naming one.
    public var isPicture: Bool {
        guard scheme == "data" else { return false }
        // The longest type and the sign behind it; what follows may be megabytes.
        let body = text.dropFirst(5).prefix(16).lowercased()
        let types = ["png", "jpeg", "gif", "webp", "svg+xml", "bmp", "avif"]
        return types.contains { body.hasPrefix("image/\($0);") || body.hasPrefix("image/\($0),") }
    }

    /// Indicates whether the address holds sound instead of naming it.
    public var isSound: Bool {
        scheme == "data" && text.dropFirst(5).prefix(6).lowercased() == "audio/"
    }
}
