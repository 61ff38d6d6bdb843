internal import Files
internal import NotebookDocument
internal import Synchronization

/// The file to which a run's result is saved; if another program has written to it or saving fails,
/// the result is saved elsewhere and the user is told where.
final class ResultFile: Sendable {
    /// The outcome of saving.
    enum Outcome: Sendable {
        /// The result was saved to the file.
        case saved
        /// The result was saved elsewhere; the text is a sentence with the path and the reason.
        case elsewhere(String)
        /// The result could not be saved anywhere; the text is a sentence.
        case lost(String)
    }

    /// The state that changes from one saving to the next.
    private struct State {
        /// The fingerprint of the last known contents.
        var known: FileFingerprint?
        /// The substitute file, once it was needed.
        var substitute: NotebookFile?
        /// Indicates whether the last known contents may not be on the disk yet.
        var isProvisional = false
        /// The writer, which formats only what has changed since the last saving.
        var writer = NotebookWriter()
    }

    /// The file.
    let file: NotebookFile

    /// The environment, which determines the folder for temporary files.
    private let environment: [String: String]

    /// The state that changes from one saving to the next.
    private let state: Mutex<State>

    /// Creates a result file.
    ///
    /// - Parameter known: the fingerprint of the current contents, or `nil` if the file does not
    ///   exist.
    init(_ file: NotebookFile, known: FileFingerprint?, environment: [String: String]) {
        self.file = file
        self.environment = environment
        state = Mutex(State(known: known))
    }

    /// Saves the current result.
    ///
    /// - Parameter isProvisional: whether a later result will replace it, so that it need not be on
    ///   the disk at once.
    func save(_ notebook: Notebook, isProvisional: Bool = false) -> Outcome {
        state.withLock { state in
            let present = file.fingerprint
            if let present, present != state.known {
                let reason = "\(file.path) was changed while it ran and is left as it is now"
                return saveElsewhere(notebook, because: reason, isBeside: true, state: &state)
            }
            let bytes = state.writer.bytes(of: notebook)
            if let present, !state.isProvisional, present == FileFingerprint(of: bytes) {
                return .saved
            }
            do throws(NotebookError) {
                state.known = try file.replace(with: bytes, isDurable: !isProvisional)
                state.isProvisional = isProvisional
                return .saved
            } catch {
                return saveElsewhere(notebook, because: "\(error)", isBeside: false, state: &state)
            }
        }
    }

    /// Saves the result to the first other folder that accepts it.
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

    /// Returns the folders to try.
    private func folders(isBeside: Bool) -> [String] {
        let own = FilePath.folder(of: file.path)
        let others = [environment["TMPDIR"], "/tmp", "/var/tmp", environment["HOME"]]
        return (isBeside ? [own] : []) + others.compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// Returns a file in a folder that does not exist yet.
    private func freeFile(in folder: String) -> NotebookFile {
        let name = FilePath.name(of: file.path)
        let stem = name.hasSuffix(".ipynb") ? String(name.dropLast(6)) : name
        let prefix = folder == "." ? "" : "\(folder)/"
        var number = 1
        while true {
            let path = "\(prefix)\(stem).unroll\(number > 1 ? "-\(number)" : "").ipynb"
            if !FilePath.exists(path) { return NotebookFile(path: path) }
            number += 1
        }
    }
}
