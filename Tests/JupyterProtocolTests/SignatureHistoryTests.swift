import JupyterProtocol
import Testing

@Suite struct SignatureHistoryTests {
    @Test func knowsWhatItHasSeen() {
        var history = SignatureHistory()
        let news = ["0a", "0b", "0a"].map { history.insert(Array($0.utf8)) }
        #expect(news == [true, true, false])
        let sentence =
            "could not accept a message: one with the same signature has been accepted before"
        #expect(JupyterProtocolError.repeatedSignature.description == sentence)
    }

    /// A replay is refused however many messages lie between.
    @Test func neverForgets() {
        var history = SignatureHistory()
        let signer = Signer(key: "key")
        func signature(_ number: Int) -> [UInt8] { signer.signature(of: [Array("\(number)".utf8)]) }
        let news = (0..<70_000).filter { history.insert(signature($0)) }
        #expect(news.count == 70_000)
        let replays = stride(from: 0, to: 70_000, by: 1000).filter { history.insert(signature($0)) }
        #expect(replays.isEmpty)
    }
}
