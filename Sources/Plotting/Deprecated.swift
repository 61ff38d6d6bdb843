// Names of the last version, which lead to the new ones.

extension Table {
    /// The name of the last version for `emphasized(where:)`.
    @available(*, deprecated, renamed: "emphasized(where:)")
    public func emphasised(where isLoud: (_ row: Int, _ column: Int) -> Bool) -> Table {
        emphasized(where: isLoud)
    }
}

extension Panels {
    /// The name of the last version for `sharedColors()`.
    @available(*, deprecated, renamed: "sharedColors()")
    public func sharedColours() -> Panels { sharedColors() }
}
