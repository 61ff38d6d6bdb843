import TestSupport
/// A source file with the properties that matter for the architecture.
struct SourceFile {
    /// The path in the repository.
    let path: String

    /// The name of its room.
    let room: String

    /// The modules that it imports.
    let imports: Set<String>

    /// The types that it declares at its top level with at least internal access.
    let types: [String]

    /// The lines that are not comments.
    let code: String

    /// The source files of the rooms, read once for all tests.
    private static let sources = Result {
        try Repository.swiftFiles(below: "Sources").map(SourceFile.init)
    }

    /// Returns all source files of the rooms.
    static func all() throws -> [SourceFile] { try sources.get() }

    /// Parses a file.
    init(path: String) throws {
        self.path = path
        room = String(path.split(separator: "/")[1])
        let text = try Repository.text(of: path)
        code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
            .joined(separator: "\n")
        let importing =
            /^(?:@\w+(?:\([^)]*\))? )*(?:(?:public|package|internal|private) )?import (?:(?:struct|class|enum|protocol|func|var) )?(\w+)/
            .anchorsMatchLineEndings()
        imports = Set(text.matches(of: importing).map { String($0.1) })
        let declaring =
            /^(?:@\w+(?:\([^)]*\))? )*(?:(?:public|package|internal|final|indirect) )*(?:struct|class|enum|actor|protocol) (\w+)/
            .anchorsMatchLineEndings()
        types = text.matches(of: declaring).map { String($0.1) }
    }

    /// The file's name up to a dot or a plus sign.
    var stem: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." && $0 != "+" })
    }
}
