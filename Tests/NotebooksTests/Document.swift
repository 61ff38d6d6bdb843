import Files
import TestSupport
import Testing

/// A document with code examples: a Markdown page, or the comments of a source file.
struct Document: CustomTestStringConvertible, Sendable {
    /// A code example with its documented output.
    struct Example: Sendable {
        /// The code of a cell.
        var code: String
        /// The documented output, or `nil` if there is none.
        var output: String?
    }

    /// The path in the repository.
    let path: String

    /// The examples, in order.
    let examples: [Example]

    /// The path in the repository.
    var testDescription: String { path }

    /// The Markdown pages with code.
    static let pages: [Document] = {
        let names =
            ["README.md", "HOW_IT_WORKS.md", "CONTRIBUTING.md"]
            + FolderListing.visibleNames(in: "\(Repository.root)/docs").map { "docs/\($0)" }
        return names.filter { $0.hasSuffix(".md") }.compactMap { name in
            guard let text = try? Repository.text(of: name) else { return nil }
            return Document(path: name, blocks: blocks(in: text))
        }.filter { !$0.examples.isEmpty }
    }()

    /// The source files whose comments contain code.
    static let comments: [Document] = Repository.swiftFiles(below: "Sources").compactMap {
        path in
        guard let text = try? Repository.text(of: path) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let comments = lines.map { $0.drop { $0 == " " } }
            .map { $0.hasPrefix("///") ? String($0.dropFirst(3).trimmingPrefix(" ")) : "" }
        return Document(path: path, blocks: blocks(in: comments.joined(separator: "\n")))
    }.filter { !$0.examples.isEmpty }

    /// Creates a document from its code blocks.
    private init(path: String, blocks: [(language: String, text: String)]) {
        self.path = path
        examples = blocks.flatMap { language, text in
            if language == "swift" { return [Example(code: text)] }
            return text.hasPrefix(">>> ") ? Self.session(text) : []
        }
    }

    /// Returns the fenced code blocks of a page with their languages.
    private static func blocks(in text: String) -> [(language: String, text: String)] {
        text.matches(of: /(?m)^```([a-z]*)\n((?:.*\n)*?)```$/).map {
            (String($0.1), String($0.2))
        }
    }

    /// Returns the cells of a console session.
    private static func session(_ text: String) -> [Example] {
        var examples: [Example] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix(">>> ") {
                examples.append(Example(code: String(line.dropFirst(4)), output: ""))
            } else if line.hasPrefix("... "), let last = examples.indices.last {
                examples[last].code += "\n" + line.dropFirst(4)
            } else if let last = examples.indices.last {
                examples[last].output = (examples[last].output ?? "") + line + "\n"
            }
        }
        return examples
    }
}
