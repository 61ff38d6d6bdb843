/// The properties of a language that matter to highlighting.
struct CodeLanguage: Sendable {
    /// The words that have a meaning of their own.
    let keywords: Set<String>

    /// The start of a comment that ends with its line.
    let lineComment: String

    /// The delimiters of other comments, or nil if there are none.
    let blockComment: (start: String, end: String)?

    /// Indicates whether comments may stand in comments.
    let nestsComments: Bool

    /// The signs that begin texts, the longest first.
    let quotes: [String]

    /// The sign before names that change what follows, such as `@`.
    let attributeSign: Character?

    /// Returns a language by the names that people give it; nil where it is not known.
    static func named(_ name: String) -> CodeLanguage? {
        switch name.lowercased().prefix(while: { !$0.isWhitespace && $0 != "," && $0 != "{" }) {
        case "swift": swift
        case "python", "python3", "py", "ipython", "ipython3": python
        case "c", "cpp", "c++", "java", "javascript", "js", "typescript", "ts", "rust", "go",
            "kotlin":
            curly
        case "bash", "sh", "shell", "zsh", "yaml", "r", "julia", "toml": hash
        default: nil
        }
    }

    /// Swift.
    private static let swift = CodeLanguage(
        keywords: words(
            """
            actor any as associatedtype async await borrowing break case catch class consume consuming
            continue convenience default defer deinit didSet do dynamic else enum extension fallthrough
            false fileprivate final for func get guard if import in indirect infix init inout internal is
            isolated lazy let mutating nil nonisolated nonmutating open operator optional override package
            postfix precedencegroup prefix private protocol public repeat required rethrows return self
            Self sending set some static struct subscript super switch throw throws true try typealias
            unowned unsafe var weak where while willSet yield
            """), lineComment: "//", blockComment: ("/*", "*/"), nestsComments: true,
        quotes: ["\"\"\"", "\""], attributeSign: "@")

    /// Python.
    private static let python = CodeLanguage(
        keywords: words(
            """
            False None True and as assert async await break case class continue def del elif else except
            finally for from global if import in is lambda match nonlocal not or pass raise return try
            while with yield
            """), lineComment: "#", blockComment: nil, nestsComments: false,
        quotes: ["\"\"\"", "'''", "\"", "'"], attributeSign: "@")

    /// Languages with braces.
    private static let curly = CodeLanguage(
        keywords: words(
            """
            abstract async await auto bool boolean break case catch char class const continue default
            delete do double else enum export extends extern false final finally float fn for func function
            go if impl import in int interface let long match mod mut namespace new nil null private
            protected pub public return short signed sizeof static struct super switch template this throw
            trait true try type typedef typename union unsigned use using var virtual void volatile while
            """), lineComment: "//", blockComment: ("/*", "*/"), nestsComments: false,
        quotes: ["\"", "'", "`"], attributeSign: "@")

    /// Languages whose comments begin with `#`.
    private static let hash = CodeLanguage(
        keywords: words(
            """
            case do done elif else end esac export fi for function if in let local return select then
            true false until while
            """), lineComment: "#", blockComment: nil, nestsComments: false, quotes: ["\"", "'"],
        attributeSign: nil)

    /// Returns the words of a text.
    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
