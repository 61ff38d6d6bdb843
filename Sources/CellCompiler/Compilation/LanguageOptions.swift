internal import CellProtocol

/// The compiler options for the language modes of cells, and the upcoming features that they enable.
enum LanguageOptions {
    /// The upcoming features of the next language mode that are enabled in cells of Swift 5.
    ///
    /// They do not affect ordinary cells, or improve them. `GlobalConcurrency` and strict
    /// concurrency checking are left out, because they would cause warnings or errors in every
    /// second cell.
    static let features = [
        "BareSlashRegexLiterals", "ConciseMagicFile", "DeprecateApplicationMain",
        "DisableOutwardActorInference", "ForwardTrailingClosures",
        "GlobalActorIsolatedTypesUsability",
        "ImplicitOpenExistentials", "InferSendableFromCaptures", "IsolatedDefaultValues",
        "NonfrozenEnumExhaustivity", "RegionBasedIsolation",
    ]

    /// Returns the compiler arguments, for compilation and for queries.
    static func arguments(for mode: LanguageMode) -> [String] {
        let enabled = mode == .five ? features.flatMap { ["-enable-upcoming-feature", $0] } : []
        return ["-swift-version", "\(mode.rawValue)"] + enabled
    }
}
