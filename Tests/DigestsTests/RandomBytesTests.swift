import Digests
import Testing

@Suite struct RandomBytesTests {
    @Test func areAsManyAsWantedAndNeverTheSame() {
        #expect(RandomBytes.make(count: 0).isEmpty)
        #expect(RandomBytes.make(count: 32).count == 32)
        #expect(RandomBytes.make(count: 32) != RandomBytes.make(count: 32))
    }
}
