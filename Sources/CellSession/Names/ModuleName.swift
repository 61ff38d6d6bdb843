internal import Digests

/// The name of a cell's module: a digest of everything that determines the compiled code.
///
/// It is not shown to the user; see `NameScrubber`.
package struct ModuleName: Hashable, Sendable, CustomStringConvertible {
    /// The name as a string.
    package let rawValue: String

    /// The prefix before the digest.
    package static let prefix = "Cell_"

    /// The number of hexadecimal digits of the digest.
    package static let digestLength = 32

    /// The placeholder for the module's own name in a source, until the name is known.
    package static let placeholder = "Cell_________________________________"

    /// Creates the name of a source, which contains the placeholder in place of the name.
    ///
    /// - Parameters:
    ///   - source: the complete source, including its imports, which name other modules.
    ///   - options: the relevant compiler options.
    ///   - occurrence: the number of earlier modules of the same source in the session, which must
    ///     not be shared because they contain variables.
    package init(source: String, options: [String], occurrence: Int) {
        let content = ([source] + options + [String(occurrence)]).joined(separator: "\u{0}")
        rawValue = Self.prefix + Digest(of: content).description
    }

    /// Creates a name from a string.
    package init(_ rawValue: some StringProtocol) {
        self.rawValue = String(rawValue)
    }

    /// The name of the function that runs the cell.
    package var entryPoint: String { "\(rawValue)_main" }

    /// The file name of the cell's lines for the compiler.
    package var file: String { "\(rawValue).swift" }

    /// The file name of the lines that Unroll adds after the cell's own.
    package var ending: String { "\(rawValue).end" }

    /// The name as a string.
    package var description: String { rawValue }
}
