import Processes
import Testing

@Suite struct ProcessorsTests {
    @Test func sharesAreEvenAndNeverEmpty() {
        for processorCount in 1...9 {
            let processors = (0..<processorCount).map { $0 * 2 + 1 }
            for shareCount in 1...12 {
                let shares = (0..<shareCount).map {
                    Processors.share($0, of: shareCount, among: processors)
                }
                let sizes = shares.map(\.count)
                #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
                #expect(!sizes.contains(0))
                #expect(
                    Set(shares.joined()) == Set(processors.prefix(max(shareCount, processorCount))))
                if shareCount <= processorCount {
                    #expect(
                        shares.joined().count == processorCount, "no processor is in two shares")
                }
            }
        }
        #expect(Processors.share(3, of: 4, among: []).isEmpty)
    }
}
