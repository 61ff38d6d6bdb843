// Deprecated names of the last version.

extension Table {
    /// The former name of `emphasized(where:)`.
    @available(*, deprecated, renamed: "emphasized(where:)")
    public func emphasised(where isLoud: (_ row: Int, _ column: Int) -> Bool) -> Table {
        emphasized(where: isLoud)
    }
}

extension Panels {
    /// The former name of `sharedColors()`.
    @available(*, deprecated, renamed: "sharedColors()")
    public func sharedColours() -> Panels { sharedColors() }
}
