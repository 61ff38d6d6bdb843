/// The language version of cells and the upcoming features that they enable.
enum LanguageOptions {
    /// The language mode.
    static let version = 5

    /// The upcoming features of the next language mode that are enabled in cells.
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

    /// The compiler arguments, for compilation and for queries.
    static var arguments: [String] {
        ["-swift-version", "\(version)"] + features.flatMap { ["-enable-upcoming-feature", $0] }
    }
}
