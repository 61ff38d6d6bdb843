public import CellProtocol
internal import Files

extension Toolchain {
    /// The toolchain that this process was built with and whose SwiftParser it has loaded.
    public static var ofThisProcess: Toolchain? {
        guard let maps = try? WholeFile.readText("/proc/self/maps") else { return nil }
        let suffix = "/lib/swift/host/libSwiftParser.so"
        for line in maps.split(separator: "\n") where line.hasSuffix(suffix) {
            guard let start = line.firstIndex(of: "/") else { continue }
            return Toolchain(root: String(line[start...].dropLast(suffix.utf8.count)))
        }
        return nil
    }
}
