public import JSON

/// The language of a kernel's cells, as stored in notebooks.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel info".
public struct LanguageInfo: Sendable, Hashable, Codable {
    /// The name of the language in lower case.
    public var name: String

    /// The version of the language.
    public var version: String

    /// The media type of its sources.
    public var mimeType: String

    /// The extension of its source files, with the dot.
    public var fileExtension: String

    /// The name of the Pygments lexer, if it differs from the language's name.
    public var pygmentsLexer: String?

    /// The name or configuration object of the CodeMirror mode, if it differs from the language's
    /// name.
    public var codeMirrorMode: JSONValue?

    /// The name of nbconvert's exporter, if it is not the one for scripts.
    public var nbconvertExporter: String?

    /// Creates a description.
    public init(
        name: String, version: String, mimeType: String, fileExtension: String,
        pygmentsLexer: String? = nil, codeMirrorMode: JSONValue? = nil,
        nbconvertExporter: String? = nil
    ) {
        self.name = name
        self.version = version
        self.mimeType = mimeType
        self.fileExtension = fileExtension
        self.pygmentsLexer = pygmentsLexer
        self.codeMirrorMode = codeMirrorMode
        self.nbconvertExporter = nbconvertExporter
    }

    /// Decodes a description; only the name is required.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        version = try container.decode(forKey: .version, default: "")
        mimeType = try container.decode(forKey: .mimeType, default: "text/plain")
        fileExtension = try container.decode(forKey: .fileExtension, default: ".txt")
        pygmentsLexer = try container.decodeIfPresent(String.self, forKey: .pygmentsLexer)
        codeMirrorMode = try container.decodeIfPresent(JSONValue.self, forKey: .codeMirrorMode)
        nbconvertExporter = try container.decodeIfPresent(String.self, forKey: .nbconvertExporter)
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case name, version
        case mimeType = "mimetype"
        case fileExtension = "file_extension"
        case pygmentsLexer = "pygments_lexer"
        case codeMirrorMode = "codemirror_mode"
        case nbconvertExporter = "nbconvert_exporter"
    }
}
