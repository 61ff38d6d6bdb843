internal import Display

/// Addresses that hold a picture instead of naming it.
///
/// A picture in SVG is shown as a picture and not put into the page: so nothing in it runs, loads
/// anything or changes how the page looks.
enum PictureAddress {
    /// Returns the address of a picture of a media type; nil where it is none that pages show.
    static func of(_ content: String, type: String) -> String? {
        switch type {
        case "image/svg+xml":
            return "data:image/svg+xml;base64,\(Base64.text(of: Array(content.utf8)))"
        case "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/avif":
            let letters = content.filter { !$0.isWhitespace }
            let isBase64 = letters.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                    || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
                    || byte == UInt8(ascii: "=")
            }
            return isBase64 && !letters.isEmpty ? "data:\(type);base64,\(letters)" : nil
        default: return nil
        }
    }

    /// Returns the address of a picture by what its bytes begin with; nil where they are no picture.
    static func of(_ bytes: [UInt8]) -> String? {
        let types: [(String, [UInt8])] = [
            ("png", [0x89, 0x50, 0x4E, 0x47]), ("jpeg", [0xFF, 0xD8, 0xFF]),
            ("gif", Array("GIF8".utf8)), ("bmp", Array("BM".utf8)),
        ]
        for (type, start) in types where bytes.starts(with: start) {
            return "data:image/\(type);base64,\(Base64.text(of: bytes))"
        }
        if bytes.starts(with: Array("RIFF".utf8)),
            bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
        {
            return "data:image/webp;base64,\(Base64.text(of: bytes))"
        }
        let text = String(decoding: bytes.prefix(2000), as: UTF8.self)
        guard text.contains("<svg") else { return nil }
        return "data:image/svg+xml;base64,\(Base64.text(of: bytes))"
    }
}
