import Glibc
import Processes
import Testing

@Suite struct SystemMemoryTests {
    /// Memory that states share counts once, in whatever way it is shared.
    @Test func countsSharedMemoryOnce() {
        let own = SystemMemory.ownedMemory(of: getpid())
        #expect(own > 0)
        #expect(own <= SystemMemory.residentMemory(of: getpid()))
        #expect(!SystemMemory.isShort || SystemMemory.limit > 0)
    }

    @Test func theMachineHasMoreMemoryThanIsLeft() throws {
        let machine = SystemMemory.machine
        let (total, available) = (try #require(machine.total), try #require(machine.available))
        #expect(available > 0 && available < total)
        #expect(try #require(machine.free) <= total)
    }
}
