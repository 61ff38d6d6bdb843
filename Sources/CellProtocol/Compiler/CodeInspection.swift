/// What is known of a place in a source.
public struct CodeInspection: Codable, Sendable, Hashable {
    /// The symbol at the place, or nothing where there is none, or none that one could name.
    public var symbol: SymbolDescription?

    /// How what stands at the place can be called, or the call around the place; the best first.
    public var signatures: [CallSignature]

    /// Makes a description.
    public init(symbol: SymbolDescription? = nil, signatures: [CallSignature] = []) {
        self.symbol = symbol
        self.signatures = signatures
    }
}
