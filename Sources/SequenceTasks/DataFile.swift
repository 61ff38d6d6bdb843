internal import Files
internal import Glibc
internal import Recurrent

/// A text file that is distributed with this package.
struct DataFile {
    /// The name of the file.
    let name: String

    /// The folder of these files in an installation, beside the program.
    private static let folder = "Texts"

    /// The folder of these files in the sources of this package.
    private static let sources = "Sources/SequenceTasks/Texts"

    /// Returns the text.
    ///
    /// - Throws: `RecurrentError.invalidValue` with the paths that were tried.
    func text() throws(RecurrentError) -> String {
        for place in places {
            if let text = Self.read(place) { return text }
        }
        throw .invalidValue(
            name: "the file \(name)", value: "missing",
            needed: "readable in one of these places: \(places.joined(separator: ", "))")
    }

    /// The possible paths of the file: beside the program, in the clone in which the program was
    /// built, and in the sources from which it was compiled.
    private var places: [String] {
        var places: [String] = []
        var folder = Self.programFolder
        places.append("\(folder)/\(Self.folder)/\(name)")
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            places.append("\(folder)/\(Self.sources)/\(name)")
        }
        let here = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        return places.filter { access($0, R_OK) == 0 } + ["/\(here)/Texts/\(name)"]
    }

    /// The folder of the running program.
    private static var programFolder: String {
        FilePath.folder(of: FilePath.resolvingLinks("/proc/self/exe") ?? "")
    }

    /// Returns the text of a file, or `nil` if it cannot be read or is not UTF-8.
    private static func read(_ path: String) -> String? {
        (try? WholeFile.read(path)).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
