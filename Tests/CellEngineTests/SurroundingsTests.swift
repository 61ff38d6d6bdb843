import CellProtocol
import Evaluation
import Files
import Glibc
import Processes
import Testing

@testable import CellEngine

/// Tests of failures in a cell's environment: they are not reported as the cell's, and never
/// cached.
@Suite struct SurroundingsTests {
    /// Kinds of damage to the module cache, after a session has filled it.
    enum Damage: CaseIterable {
        case truncated, replaced, moved, removed, unreadable, openToOthers, aFile
    }

    /// Damages a folder.
    private func damage(_ folder: String, _ damage: Damage) throws {
        let files = files(in: folder).filter { $0.hasSuffix(".pcm") }
        try #require(!files.isEmpty)
        switch damage {
        case .truncated: for file in files { truncate(file, 1000) }
        case .replaced: for file in files { try WholeFile.write("nonsense".utf8, to: file) }
        case .moved:
            rename(folder, folder + ".old")
            mkdir(folder, 0o700)
            for name in FolderListing.names(in: folder + ".old") where !name.hasPrefix(".") {
                rename("\(folder).old/\(name)", "\(folder)/\(name)")
            }
            for file in files { try? WholeFile.write([], to: file) }
        case .removed: for file in files { unlink(file) }
        case .unreadable:
            for file in files {
                unlink(file)
                mkdir(file, 0o000)
            }
        case .openToOthers: chmod(folder, 0o777)
        case .aFile:
            TemporaryFolder.remove(folder)
            try WholeFile.write([], to: folder)
        }
    }

    /// Returns the files in a folder and its subfolders.
    private func files(in folder: String) -> [String] {
        FolderListing.names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name in
            let path = "\(folder)/\(name)"
            let inner = files(in: path)
            return inner.isEmpty ? [path] : inner
        }
    }

    @Test(.timeLimit(.minutes(5)), arguments: Damage.allCases)
    func compilesWhateverHasHappenedToCompiledHeaders(_ damage: Damage) async throws {
        let place = try TemporaryFolder(prefix: "unroll-test-")
        let folder = "\(place.path)/headers"
        let first = try TestSession { $0.moduleCache = folder }
        #expect(await first.run("import Glibc\nabs(-1)").result == "1")
        await first.end()
        try self.damage(folder, damage)
        for _ in 0..<2 {
            let session = try TestSession { $0.moduleCache = folder }
            let record = await session.run("import Glibc\nabs(-2)")
            #expect(record.result == "2", "\(record.story)")
            #expect(await session.run("struct P { var x = 1 }\nP().x").result == "1")
            await session.end()
        }
    }

    @Test func keepsOnlyWhatTheCellIsToBlameFor() {
        let job = CompileJob(
            moduleName: "Cell_1", entryPoint: "main", source: "", outputFolder: "",
            moduleFolders: [],
            optimizes: false, emitsModule: true, product: .object)
        func result(_ errors: [(file: String, line: Int)]) -> CompileResult {
            let diagnostics = errors.map {
                Diagnostic(
                    severity: .error, message: "wrong", file: $0.file, line: $0.line, column: 1)
            }
            return CompileResult(diagnostics: diagnostics, object: nil, libraries: [])
        }
        #expect(result([("Cell_1.swift", 3)]).blamesOnlyCell(of: job))
        #expect(result([]).blamesOnlyCell(of: job))
        #expect(!result([("Cell_1.swift", 3), ("", 0)]).blamesOnlyCell(of: job))
        #expect(!result([("/usr/include/stdio.h", 3)]).blamesOnlyCell(of: job))
        #expect(result([("", 0)]).causeAroundCell == "wrong")
        #expect(result([("", 0), ("Cell_1.swift", 3)]).causeAroundCell == nil)
    }

    /// If the session's folder cannot be written, the cell is not to blame; as soon as the folder
    /// is restored, the same cell runs, also in later sessions.
    @Test(.timeLimit(.minutes(2)))
    func keepsNoFailureForWantOfAFolder() async throws {
        let cache = try TemporaryFolder(prefix: "unroll-test-")
        let session = try TestSession { $0.cellCache = CacheStore(path: "\(cache.path)/cells") }
        #expect(await session.run("1").result == "1")
        let folder = await session.evaluator.folder.path
        rename(folder, folder + ".away")
        let failed = await session.run("struct P { var x = 1 }")
        #expect(failed.failure?.name == "EngineFailure", "\(failed.story)")
        TemporaryFolder.remove(folder)
        rename(folder + ".away", folder)
        #expect(await session.run("struct P { var x = 1 }").outcome == .succeeded)
        await session.end()
        let next = try TestSession { $0.cellCache = CacheStore(path: "\(cache.path)/cells") }
        let record = await next.run("struct P { var x = 1 }")
        #expect(record.outcome == .succeeded, "\(record.story)")
        await next.end()
    }
}
