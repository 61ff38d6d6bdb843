package import CellProtocol

/// A plan of how to compile a cell.
package struct CellPlan: Sendable {
    /// The name of the cell's module.
    package let module: ModuleName

    /// The name that the module would have as the first of its source.
    package let firstName: ModuleName

    /// The source to compile, which contains the module's name.
    package let source: ComposedSource

    /// The result of the cell's syntactic analysis.
    package let analysis: CellAnalysis

    /// The imports from other cells.
    package let imports: ImportPlan

    /// The packages whose modules the cell can import.
    package let packages: [LoadedPackages]

    /// Indicates whether the compiler optimizes the cell.
    package let isOptimized: Bool

    /// Indicates whether the value of the last expression is shown.
    package let showsResult: Bool

    /// Indicates whether the footer asks the compiler if the result of the last call is
    /// discardable.
    package let asksAboutDiscarding: Bool

    /// The variables of earlier cells whose values the footer releases.
    package let releases: [SessionTable.Entry]

    /// Indicates whether a class may inherit from a class of another cell, which may inherit from a
    /// third.
    ///
    /// The compiler then finds the overrides only if access control is disabled.
    package var inheritsAcrossCells: Bool { analysis.declaresSubclass && imports.hasClasses }

    /// Indicates whether other cells may import something of the module.
    package var emitsModule: Bool { !analysis.declarations.isEmpty }
}
