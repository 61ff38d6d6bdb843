internal import Files

/// A bitmap image.
public struct Image: Displayable, Sendable, Hashable {
    /// The file formats of images.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// PNG.
        case png
        /// JPEG.
        case jpeg
        /// GIF.
        case gif
        /// WebP.
        case webp
    }

    /// The bytes of the image file.
    public let data: [UInt8]

    /// The file format.
    public let format: Format

    /// The displayed width in pixels; `nil` for the image's own width.
    public let width: Int?

    /// The alternative text for users who cannot see the image.
    public let alternativeText: String

    /// Creates an image from the bytes of an image file.
    ///
    /// - Throws: `FileProblem` if the format is not known.
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

    /// Reads an image from a file.
    ///
    /// - Throws: `FileProblem` if the file cannot be read or its format is not known.
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

    /// The image, and a line of text for clients that do not show images.
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

    /// Returns the format of an image by its first bytes, or `nil` if it is not known.
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
