/// The libraries that an object file requests.
///
/// The compiler writes linker options such as `-lFoundation` to the section
/// `.swift1_autolink_entries`, each terminated by a zero byte.
struct AutolinkEntries {
    /// The distinct names of the libraries, such as `Foundation`, in order.
    private(set) var libraries: [String] = []

    /// Reads an object file, which must be a little-endian 64-bit ELF file.
    ///
    /// - Throws: `CompilerError.malformedObject` if it is not.
    init(object bytes: [UInt8], path: String) throws(CompilerError) {
        let file = ObjectFile(bytes)
        guard let section = try file.section(named: ".swift1_autolink_entries", path: path) else {
            return
        }
        for option in section.split(separator: 0) {
            let option = String(decoding: option, as: UTF8.self)
            guard option.hasPrefix("-l") else { continue }
            let library = String(option.dropFirst(2))
            if !libraries.contains(library) { libraries.append(library) }
        }
    }
}
