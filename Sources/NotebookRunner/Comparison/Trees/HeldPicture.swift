internal import Display

/// A picture that an address holds instead of naming it, as `data:image/png;base64,…`.
struct HeldPicture {
    /// The media type.
    let type: String

    /// The picture as outputs hold it: a text in SVG, or bytes in base 64.
    let content: String

    /// Reads an address; nil where it holds no picture.
    init?(_ address: String) {
        guard address.hasPrefix("data:image/"), let comma = address.firstIndex(of: ",") else {
            return nil
        }
        let head = address[..<comma].dropFirst(5)
        guard head.hasSuffix(";base64") else { return nil }
        type = String(head.prefix { $0 != ";" })
        let letters = String(address[address.index(after: comma)...])
        guard type == "image/svg+xml" else {
            content = letters
            return
        }
        guard let bytes = Base64.bytes(of: letters) else { return nil }
        content = String(decoding: bytes, as: UTF8.self)
    }
}
