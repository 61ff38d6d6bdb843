public import CellProtocol
internal import Glibc
internal import Processes

extension Toolchain {
    /// The toolchain whose SwiftParser this process has loaded, which is the one it was built with.
    public static var ofThisProcess: Toolchain? {
        guard let maps = try? readAll("/proc/self/maps") else { return nil }
        let suffix = "/lib/swift/host/libSwiftParser.so"
        for line in maps.split(separator: "\n") where line.hasSuffix(suffix) {
            guard let start = line.firstIndex(of: "/") else { continue }
            return Toolchain(root: String(line[start...].dropLast(suffix.utf8.count)))
        }
        return nil
    }

    /// Reads a file of unknown size.
    private static func readAll(_ path: String) throws(ProcessError) -> String {
        let file = Descriptor(owning: open(path, O_RDONLY | O_CLOEXEC))
        var bytes: [UInt8] = []
        while let piece = try file.read(upTo: 1 << 16), !piece.isEmpty { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }
}
