internal import CellProtocol

extension CompileResult {
    /// Returns whether every error has a position in the cell: then the failure depends only on the
    /// cell's source, and will be the same at every compilation.
    func blamesOnlyCell(of job: CompileJob) -> Bool {
        errors.allSatisfy { error in
            error.line > 0
                && [".swift", ".end"].contains { error.file.hasSuffix("\(job.moduleName)\($0)") }
        }
    }

    /// The cause of the failure, if no error has a position in a source.
    var causeAroundCell: String? {
        guard let first = errors.first, errors.allSatisfy({ $0.line == 0 || $0.file.isEmpty })
        else {
            return nil
        }
        return first.message
    }

    /// The errors among the diagnostics.
    private var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
