internal import NotebookDocument
internal import Reports

/// Several notebooks that are to be written in another form, into a folder.
struct NotebookExports {
    /// The notebooks, with their places in the folder.
    var notebooks: [(export: NotebookExport, place: String)]

    /// Writes one notebook to a file, or several into a folder; of pages, one more with links to all.
    ///
    /// - Parameters:
    ///   - path: the file, where there is one notebook and the path has an ending; the folder otherwise.
    func write(_ form: ExportForm, to path: String) throws {
        let isFile = notebooks.count == 1 && ExportForm(path: path) == form
        if isFile, let only = notebooks.first {
            try FileTree.makeFolder(of: path)
            return try only.export.write(form, to: path)
        }
        var folder = path
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        try FileTree.makeFolder(folder)
        let places = Set(notebooks.map(\.place))
        for notebook in notebooks {
            let place = place(of: notebook, in: form)
            try FileTree.makeFolder(of: "\(folder)/\(place)")
            let depth = place.count { $0 == "/" }
            let up = String(repeating: "../", count: depth) + "index.html"
            try notebook.export.write(
                form, to: "\(folder)/\(place)",
                up: notebooks.count > 1 ? (up, "All notebooks") : nil,
                target: { Self.target($0, from: notebook.place, among: places) })
        }
        guard form == .html, notebooks.count > 1 else { return }
        let entries = notebooks.map { notebook in
            IndexPage.Entry(
                address: place(of: notebook, in: form), title: notebook.export.title,
                status: notebook.export.status)
        }
        try FileTree.write(
            IndexPage.html(title: "Notebooks", entries: entries), to: "\(folder)/index.html")
    }

    /// Returns where a notebook is written in the folder.
    private func place(
        of notebook: (export: NotebookExport, place: String), in form: ExportForm
    ) -> String {
        let stem =
            notebook.place.hasSuffix(".ipynb") ? String(notebook.place.dropLast(6)) : notebook.place
        return "\(stem).\(form.ending(language: notebook.export.notebook.languageName))"
    }

    /// Returns where a link leads: to another notebook's page, where it is written as well.
    private static func target(
        _ address: String, from place: String, among places: Set<String>
    ) -> String {
        let path = address.prefix { $0 != "#" && $0 != "?" }
        guard path.hasSuffix(".ipynb"), !path.hasPrefix("/") else { return address }
        var parts = place.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            if part == ".." {
                if !parts.isEmpty { parts.removeLast() }
            } else if part != "." {
                parts.append(String(part))
            }
        }
        guard places.contains(parts.joined(separator: "/")) else { return address }
        return path.dropLast(6) + ".html" + address[path.endIndex...]
    }
}
