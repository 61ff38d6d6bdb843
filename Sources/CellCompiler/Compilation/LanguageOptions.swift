/// The language that cells are written in: which version of it, and which of its later features.
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

    /// What the compiler is told, for cells and for questions about them.
    static var arguments: [String] {
        ["-swift-version", "\(version)"] + features.flatMap { ["-enable-upcoming-feature", $0] }
    }
}
