internal import Glibc
internal import NotebookDocument
internal import Synchronization

/// The file that a run's result is saved to, as long as nobody else writes to it; where that is not
/// possible, the result goes to another place that is told.
final class ResultFile: Sendable {
    /// What became of a result.
    enum Outcome: Sendable {
        /// It stands where it should.
        case saved
        /// It stands elsewhere, for a reason; both as a sentence.
        case elsewhere(String)
        /// It could not be saved anywhere; a sentence.
        case lost(String)
    }

    /// What changes from one saving to the next.
    private struct State {
        /// What the file held when it was seen last.
        var known: FileFingerprint?
        /// Where the result goes instead, once that had to be decided.
        var substitute: NotebookFile?
    }

    /// The file.
    let file: NotebookFile

    /// The environment, which names places for temporary files.
    private let environment: [String: String]

    /// What changes from one saving to the next.
    private let state: Mutex<State>

    /// Names a file.
    ///
    /// - Parameter known: what it holds now; nothing, where there is none yet.
    init(_ file: NotebookFile, known: FileFingerprint?, environment: [String: String]) {
        self.file = file
        self.environment = environment
        state = Mutex(State(known: known))
    }

    /// Saves the result as it is now.
    func save(_ notebook: Notebook) -> Outcome {
        state.withLock { state in
            if let present = file.fingerprint, present != state.known {
                let reason = "\(file.path) was changed while it ran and is left as it is now"
                return saveElsewhere(notebook, because: reason, isBeside: true, state: &state)
            }
            do throws(NotebookError) {
                state.known = try file.save(notebook)
                return .saved
            } catch {
                return saveElsewhere(notebook, because: "\(error)", isBeside: false, state: &state)
            }
        }
    }

    /// Saves the result at the first other place that takes it.
    private func saveElsewhere(
        _ notebook: Notebook, because reason: String, isBeside: Bool, state: inout State
    ) -> Outcome {
        let candidates =
            state.substitute.map { [$0] } ?? folders(isBeside: isBeside).map(freeFile(in:))
        for candidate in candidates {
            guard (try? candidate.save(notebook)) != nil else { continue }
            state.substitute = candidate
            return .elsewhere("\(reason); the result is in \(candidate.path)")
        }
        return .lost("\(reason); the result could not be saved anywhere else either")
    }

    /// Returns the folders that come into question.
    private func folders(isBeside: Bool) -> [String] {
        let own = file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? "."
        let others = [environment["TMPDIR"], "/tmp", "/var/tmp", environment["HOME"]]
        return (isBeside ? [own] : []) + others.compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// Returns a file of a folder that does not exist yet.
    private func freeFile(in folder: String) -> NotebookFile {
        let name = file.path.split(separator: "/").last.map(String.init) ?? "notebook.ipynb"
        let stem = name.hasSuffix(".ipynb") ? String(name.dropLast(6)) : name
        let prefix = folder == "." ? "" : "\(folder)/"
        var number = 1
        while true {
            let path = "\(prefix)\(stem).unroll\(number > 1 ? "-\(number)" : "").ipynb"
            if access(path, F_OK) != 0 { return NotebookFile(path: path) }
            number += 1
        }
    }
}
