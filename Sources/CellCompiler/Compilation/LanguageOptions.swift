/// The language version of cells and the upcoming features that they enable.
enum LanguageOptions {
    /// The language mode.
    static let version = 5

    /// The features of the next language mode that cells have already.
    ///
    /// They change nothing for ordinary cells, or only for the better. `GlobalConcurrency` and strict checking of concurrency,
    /// which would warn in every second cell or refuse it, are not among them.
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
