import Evaluation
import Files
import Glibc
import Processes
import Testing

@testable import CellEngine

/// Tests of the cache between sessions; each test has its own cache.
@Suite struct CompileCacheTests {
    /// A notebook that declares, redefines, warns, fails and displays.
    private static let notebook = [
        "let base = 40", "func add(_ x: Int) -> Int { x + base }", "add(2)",
        "struct Pair { var a = 1, b = 2 }\nPair()", "let unused = { let x = 1; return 2 }()",
        "add(1) +", "let base = 1", "add(1)", "print(\"out\")\nbase", "[1][1]", "add(2)",
    ]

    /// Returns what the user sees of a notebook.
    private func seen(
        _ cells: [String], cache: String?
    ) async throws -> (shown: [String], usage: CacheUsage) {
        let session = try TestSession { $0.cellCache = cache.map { CacheStore(path: $0) } }
        var shown: [String] = []
        for cell in cells {
            let record = await session.run(cell)
            shown.append(
                [record.output, record.errors, record.result ?? "-", record.story]
                    .joined(separator: "|"))
        }
        let usage = await session.evaluator.cacheUsage
        await session.end()
        return (shown, usage)
    }

    /// Returns the files of a cache.
    private func files(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var result: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            let inner = "\(path)/\(name)"
            result += entry.pointee.d_type == UInt8(DT_DIR) ? files(in: inner) : [inner]
        }
        return result.sorted()
    }

    /// Returns the bytes of a file.
    private func bytes(of path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 22)
        return Array(bytes.prefix(fread(&bytes, 1, bytes.count, file)))
    }

    /// Replaces the bytes of a file.
    private func replace(_ path: String, with bytes: [UInt8]) {
        guard let file = fopen(path, "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    @Test func coldWarmAndOffLookTheSame() async throws {
        let folder = try TemporaryFolder(prefix: "cache-")
        let off = try await seen(Self.notebook, cache: nil)
        let cold = try await seen(Self.notebook, cache: "\(folder.path)/cells")
        let warm = try await seen(Self.notebook, cache: "\(folder.path)/cells")
        #expect(cold.shown == off.shown)
        #expect(warm.shown == off.shown)
        #expect(cold.usage.hits == 0)
        #expect(warm.usage.misses == 0)
        #expect(warm.usage.hits == cold.usage.misses)
    }

    @Test func editedCellCompilesOnlyWhatDependsOnIt() async throws {
        let folder = try TemporaryFolder(prefix: "cache-")
        let path = "\(folder.path)/cells"
        let cells = ["let a = 1", "let b = 2", "func f() -> Int { a }", "f() + b", "b * 2"]
        _ = try await seen(cells, cache: path)
        var edited = cells
        edited[0] = "let a = 10"
        let again = try await seen(edited, cache: path)
        #expect(again.shown[3].contains("12"))
        #expect(again.usage == CacheUsage(hits: 2, misses: 3))
    }

    @Test func cellThatDeclaresNothingIsCompiledOnce() async throws {
        let session = try TestSession()
        await session.run("var n = 0")
        for _ in 0..<5 { await session.run("n += 1") }
        #expect(await session.run("n").result == "5")
        #expect(await session.evaluator.cacheUsage.misses == 3)
        await session.end()
    }

    @Test(arguments: ["truncate", "empty", "flip", "swap", "foreign"])
    func damagedFilesAreCompiledAnew(damage: String) async throws {
        let folder = try TemporaryFolder(prefix: "cache-")
        let path = "\(folder.path)/cells"
        let good = try await seen(Self.notebook, cache: path)
        let files = files(in: path)
        #expect(files.count >= Self.notebook.count)
        for (file, other) in zip(files, files.dropFirst() + files.prefix(1)) {
            var content = bytes(of: file)
            switch damage {
            case "truncate": content.removeLast(content.count / 3)
            case "empty": content = []
            case "flip": content[content.count * 2 / 3] ^= 4
            case "swap": content = bytes(of: other)
            default: content = Array("#!/bin/sh\n".utf8)
            }
            replace("\(file).new", with: content)
        }
        for file in files { rename("\(file).new", file) }
        let again = try await seen(Self.notebook, cache: path)
        #expect(again.shown == good.shown)
        #expect(again.usage.hits == 0)
        let healed = try await seen(Self.notebook, cache: path)
        #expect(healed.usage.misses == 0)
    }

    @Test func twoKernelsFillOneColdCache() async throws {
        let folder = try TemporaryFolder(prefix: "cache-")
        let path = "\(folder.path)/cells"
        async let one = seen(Self.notebook, cache: path)
        async let two = seen(Self.notebook, cache: path)
        let (first, second) = try await (one, two)
        #expect(first.shown == second.shown)
        #expect(try await seen(Self.notebook, cache: path).usage.misses == 0)
        #expect(!files(in: path).contains { $0.hasSuffix(".unfinished") })
    }

    @Test func changedToolkitIsAnotherCache() async throws {
        let folder = try TemporaryFolder(prefix: "cache-")
        let modules = try folder.makeFolder("Modules")
        replace("\(modules)/Extra.swiftmodule", with: [1])
        var usages: [CacheUsage] = []
        for change: UInt8 in [1, 2, 2] {
            replace("\(modules)/Extra.swiftmodule", with: [change])
            let session = try TestSession {
                $0.cellCache = CacheStore(path: "\(folder.path)/cells")
                $0.moduleFolders.append(modules)
                $0.toolkitModules.append("Extra")
            }
            await session.run("1 + 1")
            usages.append(await session.evaluator.cacheUsage)
            await session.end()
        }
        #expect(usages.map(\.hits) == [0, 0, 1])
    }

    @Test func folderThatOthersCanWriteToIsNotUsed() async throws {
        let folder = try TemporaryFolder(prefix: "cache-")
        let path = try folder.makeFolder("cells")
        chmod(path, 0o777)
        for _ in 0..<2 {
            #expect(try await seen(["1 + 1"], cache: path).usage == CacheUsage(misses: 1))
        }
        #expect(files(in: path).isEmpty)
    }

    @Test func leastRecentlyUsedLeaveFirst() async throws {
        let folder = try TemporaryFolder(prefix: "cache-")
        let store = CacheStore(path: "\(folder.path)/cells")
        _ = try await seen(["let a = 1", "let b = 2"], cache: store.path)
        let old = Set(files(in: store.path))
        for file in old {
            var times = [timespec(tv_sec: 1000, tv_nsec: 0), timespec(tv_sec: 1000, tv_nsec: 0)]
            utimensat(AT_FDCWD, file, &times, 0)
        }
        _ = try await seen(["let c = 3"], cache: store.path)
        store.trim(to: store.contents.size - 1)
        let left = Set(files(in: store.path))
        #expect(left.count < old.count + 2)
        #expect(!left.subtracting(old).isEmpty)
        #expect(left.subtracting(old).count == 2)
        store.clear()
        #expect(store.contents.count == 0)
    }

    @Test func usageIsSummedOverSessions() async throws {
        let folder = try TemporaryFolder(prefix: "cache-")
        let store = CacheStore(path: "\(folder.path)/cells")
        for _ in 0..<3 { _ = try await seen(["1 + 1"], cache: store.path) }
        #expect(store.usage == CacheUsage(hits: 2, misses: 1))
    }
}
