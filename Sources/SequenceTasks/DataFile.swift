internal import Files
internal import Glibc
internal import Recurrent

/// A text file that comes with this package.
struct DataFile {
    /// The name of the file.
    let name: String

    /// The folder of such files in an installed copy, beside the program.
    private static let folder = "Texts"

    /// The folder of such files in the sources of this package.
    private static let sources = "Sources/SequenceTasks/Texts"

    /// Returns the text.
    ///
    /// - Throws: `RecurrentError.invalidValue` with the places where the file was looked for.
    func text() throws(RecurrentError) -> String {
        for place in places {
            if let text = Self.read(place) { return text }
        }
        throw .invalidValue(
            name: "the file \(name)", value: "missing",
            needed: "readable in one of these places: \(places.joined(separator: ", "))")
    }

    /// Where the file may be: beside the program, in the clone that the program was built in, or where
    /// this source was compiled.
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

    /// The folder of the program that runs.
    private static var programFolder: String {
        FilePath.folder(of: FilePath.resolvingLinks("/proc/self/exe") ?? "")
    }

    /// Reads a file; nil if it cannot be read or is not UTF-8.
    private static func read(_ path: String) -> String? {
        (try? WholeFile.read(path)).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
