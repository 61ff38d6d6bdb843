package import CellProtocol

/// How a cell is going to be compiled, and what is known of it before that.
package struct CellPlan: Sendable {
    /// The name of the cell's module.
    package let module: ModuleName

    /// The name that the module would have, were it the first of its source.
    package let firstName: ModuleName

    /// The source to compile; in it stands the module's name.
    package let source: ComposedSource

    /// What the cell's syntax tells.
    package let analysis: CellAnalysis

    /// What the cell imports from others.
    package let imports: ImportPlan

    /// Whether the value of the last expression is shown.
    package let showsResult: Bool

    /// Whether the compiler says, in the lines after the cell's, if the last call's result is one to
    /// discard.
    package let asksAboutDiscarding: Bool

    /// Whether there may be a class that inherits from one of another cell, which may inherit from a
    /// third: then the compiler finds the overrides only where it does not look at access.
    package var inheritsAcrossCells: Bool { analysis.declaresSubclass && imports.hasClasses }

    /// Whether other cells may import something.
    package var emitsModule: Bool { !analysis.declarations.isEmpty }
}
