import JupyterProtocol
import Testing

@Suite struct CellRecordTests {
    @Test(arguments: [CellRecord.State.running, .succeeded, .failed])
    func isReadAsItWasWritten(state: CellRecord.State) {
        for id in ["a", "one two", String(repeating: "é", count: 100)] {
            let record = CellRecord(request: MessageID(rawValue: id), state: state)
            #expect(CellRecord(bytes: record.bytes) == record)
        }
    }

    @Test func everyNoteReplacesTheOneBefore() {
        let states: [CellRecord.State] = [.running, .succeeded, .failed]
        let ids = ["", "a", "with\nline", String(repeating: "x", count: 1000)]
        let sizes = states.flatMap { state in
            ids.map { CellRecord(request: MessageID(rawValue: $0), state: state).bytes.count }
        }
        #expect(Set(sizes).count == 1)
    }

    @Test(arguments: [
        "", "running", "running\n", "running \n", "resting a\n", "running a", "\n\n", "\0\0\0",
    ])
    func whatIsNoNoteIsNotTakenForOne(text: String) {
        #expect(CellRecord(bytes: Array(text.utf8)) == nil)
        let tooLong = CellRecord(
            request: MessageID(rawValue: String(repeating: "x", count: 1000)), state: .running)
        #expect(CellRecord(bytes: tooLong.bytes) == nil)
    }
}
