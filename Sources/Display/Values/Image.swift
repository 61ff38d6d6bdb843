internal import Files

/// A picture of pixels to show.
public struct Image: Displayable, Sendable, Hashable {
    /// What a picture can be stored as.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// Portable network graphics.
        case png
        /// What the Joint Photographic Experts Group agreed on.
        case jpeg
        /// The graphics interchange format.
        case gif
        /// WebP.
        case webp
    }

    /// The picture's bytes, as they are stored.
    public let data: [UInt8]

    /// What they are stored as.
    public let format: Format

    /// How wide the picture is shown, in pixels; nothing, where it is as wide as it is.
    public let width: Int?

    /// What the picture shows, for those who do not see it.
    public let alternativeText: String

    /// Takes a picture's bytes.
    ///
    /// - Throws: `FileProblem`, where they are no picture of a known format.
    public init(
        data: [UInt8], width: Int? = nil, alternativeText: String = ""
    ) throws(FileProblem) {
        guard let format = Self.format(of: data) else {
            throw FileProblem(
                "could not show \(data.count) bytes as a picture: they begin neither as PNG nor as "
                    + "JPEG, GIF or WebP do")
        }
        self.data = data
        self.format = format
        self.width = width
        self.alternativeText = alternativeText
    }

    /// Reads a picture from a file.
    ///
    /// - Throws: `FileProblem`, where the file cannot be read or holds no picture of a known format.
    public init(
        path: String, width: Int? = nil, alternativeText: String = ""
    ) throws(FileProblem) {
        let data = try WholeFile.shown(path)
        guard Self.format(of: data) != nil else {
            throw FileProblem(
                "could not show \(path) as a picture: it begins neither as PNG nor as JPEG, GIF or "
                    + "WebP do")
        }
        try self.init(data: data, width: width, alternativeText: alternativeText)
    }

    /// The picture, and a line about it for clients that show none.
    public var mimeBundle: MIMEBundle {
        let name = format.rawValue.uppercased()
        let line = "\(name) picture of \(data.count) bytes"
        var bundle = MIMEBundle(
            text: alternativeText.isEmpty ? line : "\(alternativeText) (\(line))")
        let type = MIMEType(rawValue: "image/\(format.rawValue)")
        bundle[type] = .data(data)
        var facts: [String] = []
        if let width { facts.append("\"width\":\(width)") }
        if !alternativeText.isEmpty { facts.append("\"alt\":\(JSONText(alternativeText).text)") }
        if !facts.isEmpty {
            bundle.metadataJSON = "{\"\(type)\":{\(facts.joined(separator: ","))}}"
        }
        return bundle
    }

    /// Returns what bytes are stored as, by how they begin.
    private static func format(of data: [UInt8]) -> Format? {
        if data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if data.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if data.starts(with: Array("GIF8".utf8)) { return .gif }
        let isWebP =
            data.starts(with: Array("RIFF".utf8))
            && data.dropFirst(8).starts(with: Array("WEBP".utf8))
        return isWebP ? .webp : nil
    }
}
