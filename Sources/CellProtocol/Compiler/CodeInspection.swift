/// Information on a position in a source.
public struct CodeInspection: Codable, Sendable, Hashable {
    /// The symbol at the position, or `nil` if there is none that can be named.
    public var symbol: SymbolDescription?

    /// The signatures of the symbol, or of the call around the position; the best first.
    public var signatures: [CallSignature]

    /// Creates a description.
    public init(symbol: SymbolDescription? = nil, signatures: [CallSignature] = []) {
        self.symbol = symbol
        self.signatures = signatures
    }
}
