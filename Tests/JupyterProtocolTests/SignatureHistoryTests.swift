import JupyterProtocol
import Testing

@Suite struct SignatureHistoryTests {
    @Test func knowsWhatItHasSeen() {
        var history = SignatureHistory()
        let news = [[1], [2], [1]].map { history.insert($0) }
        #expect(news == [true, true, false])
        let sentence =
            "could not accept a message: one with the same signature has been accepted before"
        #expect(JupyterProtocolError.repeatedSignature.description == sentence)
    }

    @Test func forgetsTheOldestWhenItIsFull() {
        var history = SignatureHistory(capacity: 3)
        let news = [[1], [2], [3], [4], [2], [4], [1], [2]].map { history.insert($0) }
        #expect(news == [true, true, true, true, false, false, true, true])
    }
}
