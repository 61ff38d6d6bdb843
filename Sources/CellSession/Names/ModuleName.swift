internal import Digests

/// The name of a cell's module: a digest of everything that determines what the cell compiles to.
///
/// A person never sees it; see `NameScrubber`.
package struct ModuleName: Hashable, Sendable, CustomStringConvertible {
    /// The name.
    package let rawValue: String

    /// What stands before the digest.
    package static let prefix = "Cell_"

    /// How many hexadecimal digits a digest has.
    package static let digestLength = 32

    /// What stands in a source for the name of its own module until that is known.
    package static let placeholder = "Cell_________________________________"

    /// Names the module of a source, in which the placeholder stands for the name.
    ///
    /// - Parameters:
    ///   - source: the complete source: with its imports, which are the names of other modules.
    ///   - options: the options that matter.
    ///   - occurrence: how often the session has had a module of the same source that must not be
    ///     shared, because it holds variables.
    package init(source: String, options: [String], occurrence: Int) {
        let content = ([source] + options + [String(occurrence)]).joined(separator: "\u{0}")
        rawValue = Self.prefix + Digest(of: content).description
    }

    /// Takes a name that was read somewhere.
    package init(_ rawValue: some StringProtocol) {
        self.rawValue = String(rawValue)
    }

    /// The name of the function that runs the cell.
    package var entryPoint: String { "\(rawValue)_main" }

    /// The name under which the cell's lines are known to the compiler.
    package var file: String { "\(rawValue).swift" }

    /// The name under which the lines are known that Unroll puts after the cell's own.
    package var ending: String { "\(rawValue).end" }

    /// The name.
    package var description: String { rawValue }
}
