import TestSupport
import Testing

/// The references from documents to the sources.
@Suite struct DocumentTests {
    /// The documents that refer to files and types.
    static let documents = ["HOW_IT_WORKS.md", "CONTRIBUTING.md", "README.md"]

    /// Types of Swift and of other programs that the documents mention.
    private static let foreignTypes: Set = ["Float", "Double", "Int", "String", "Array", "Process"]

    @Test(arguments: documents) func everyFileThatIsNamedIsThere(document: String) throws {
        let text = try Repository.text(of: document)
        for name in text.matches(of: /`((?:Sources|Tests|Scripts|Benchmarks|docs)\/[^` <*]+)`/) {
            #expect(Repository.contains(String(name.1)), "\(document) names \(name.1)")
        }
        for link in text.matches(of: /\]\(([^):#]+)\)/) {
            #expect(Repository.contains(String(link.1)), "\(document) links to \(link.1)")
        }
    }

    @Test func theIndexHasAnEntryForEveryThingThatIsLookedFor() throws {
        let text = try Repository.text(of: "HOW_IT_WORKS.md")
        let entries = text.matches(of: /\| `Sources\/[^|]+` \|/)
        #expect(entries.count >= 20)
    }

    /// In HOW_IT_WORKS, every name in code style that begins with an upper-case letter is a type.
    @Test func everyTypeThatIsNamedIsThere() throws {
        let types = Set(try SourceFile.all().flatMap(\.types)).union(Self.foreignTypes)
        let text = try Repository.text(of: "HOW_IT_WORKS.md")
        for name in text.matches(of: /`([A-Z][A-Za-z]+)`/)
        where name.1.contains(where: \.isLowercase) {
            let isRoom = Repository.contains("Sources/\(name.1)")
            #expect(isRoom || types.contains(String(name.1)), "HOW_IT_WORKS.md names \(name.1)")
        }
    }
}
