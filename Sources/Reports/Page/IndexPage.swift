internal import Markup

/// A page with links to those of several notebooks.
public struct IndexPage: Sendable {
    /// A notebook.
    public struct Entry: Sendable {
        /// The relative address of its page.
        public let address: String

        /// Its title.
        public let title: String

        /// The outcome in one word; empty if it was not run.
        public let status: String

        /// Describes a notebook.
        public init(address: String, title: String, status: String = "") {
            self.address = address
            self.title = title
            self.status = status
        }
    }

    /// Returns the page.
    public static func html(title: String, entries: [Entry]) -> String {
        let hasStatus = entries.contains { !$0.status.isEmpty }
        let rows = entries.map { entry in
            let status = hasStatus ? "<td>\(MarkupWriter.escaped(entry.status))</td>" : ""
            let address = MarkupWriter.escaped(Percent.encoded(entry.address))
            let link = "<a href=\"\(address)\">\(MarkupWriter.escaped(entry.title))</a>"
            return "<tr><td>\(link)</td>\(status)</tr>"
        }
        let head =
            "<tr><th scope=\"col\">Notebook</th>\(hasStatus ? "<th scope=\"col\">Run</th>" : "")</tr>"
        let body = """
            <div class="page">
            <main>
            <h1>\(MarkupWriter.escaped(title))</h1>
            <table class="list"><thead>\(head)</thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table>
            </main>
            </div>
            """
        return PageFrame.html(title: title, language: "en", body: body)
    }
}
