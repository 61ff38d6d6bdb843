import JupyterProtocol
import Testing

@Suite struct UniqueIdentifierTests {
    @Test func writesVersionAndVariantInTheirPlaces() {
        let ones = UniqueIdentifier.text(of: [UInt8](repeating: 0xFF, count: 16))
        #expect(ones == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        let zeros = UniqueIdentifier.text(of: [UInt8](repeating: 0, count: 16))
        #expect(zeros == "00000000-0000-4000-8000-000000000000")
    }

    @Test func neverRepeatsItself() {
        #expect(Set((0..<1000).map { _ in UniqueIdentifier.random() }).count == 1000)
    }
}
