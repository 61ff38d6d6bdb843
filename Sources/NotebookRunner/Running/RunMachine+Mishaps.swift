internal import JupyterClient
internal import JupyterProtocol

/// Misbehavior of a kernel, because of which the cell counts as failed regardless of its reply.
extension RunMachine {
    /// Handles a malformed message of the kernel.
    ///
    /// Its content is lost, so that the cell's outputs are incomplete.
    mutating func takeMalformed(_ problem: String, parent: MessageID?) -> [Action] {
        let known = parent.flatMap { places[$0] }
        guard let place = known ?? progress.firstIndex(where: \.isBusy), !progress[place].isOver
        else { return [.report(.warning(problem))] }
        condemn(place, because: ErrorContent(name: "MalformedMessage", value: problem))
        return []
    }

    /// Handles a cell's request for input, although the kernel was told that none is available.
    ///
    /// The interrupt is for kernels that react to it while they wait, and the empty line for all
    /// others.
    mutating func refuseInput(_ place: Int, at now: Instant) -> [Action] {
        guard !progress[place].isOver, stopping == nil else { return [.answer] }
        let text = "the cell asks for a line of input, and nobody is there to answer"
        condemn(place, because: ErrorContent(name: "NoInput", value: text))
        stopping = .failed(cell: progress[place].report.cell)
        return [.interrupt, .answer, .wake(.grace, at: now + options.grace)]
    }

    /// Records that a cell has failed, with the error.
    private mutating func condemn(_ place: Int, because error: ErrorContent) {
        guard !progress[place].isCondemned else { return }
        var error = error
        error.traceback = ["\(error.name): \(error.value)"]
        progress[place].isCondemned = true
        progress[place].report.error = error
        fold.apply(.error(error), to: progress[place].report.cell)
    }
}
