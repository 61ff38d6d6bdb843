internal import JupyterClient
internal import JupyterProtocol

/// What a kernel does that it should not: the cell has failed then, however it ends.
extension RunMachine {
    /// Takes that a message of the kernel could not be read.
    ///
    /// What it said is lost, so that nobody may take the cell's outputs for complete.
    mutating func takeMalformed(_ problem: String, parent: MessageID?) -> [Action] {
        let known = parent.flatMap { places[$0] }
        guard let place = known ?? progress.firstIndex(where: \.isBusy), !progress[place].isOver
        else { return [.report(.warning(problem))] }
        condemn(place, because: ErrorContent(name: "MalformedMessage", value: problem))
        return []
    }

    /// Takes that a cell asks for a line of input, which it was told not to do.
    ///
    /// Nobody is there to answer; the interrupt is for kernels that listen to it while they wait, and
    /// the empty line for the others.
    mutating func refuseInput(_ place: Int, at now: Instant) -> [Action] {
        guard !progress[place].isOver, stopping == nil else { return [.answer] }
        let text = "the cell asks for a line of input, and nobody is there to answer"
        condemn(place, because: ErrorContent(name: "NoInput", value: text))
        stopping = .failed(cell: progress[place].report.cell)
        return [.interrupt, .answer, .wake(.grace, at: now + options.grace)]
    }

    /// Notes that a cell has failed, and why.
    private mutating func condemn(_ place: Int, because error: ErrorContent) {
        guard !progress[place].isCondemned else { return }
        var error = error
        error.traceback = ["\(error.name): \(error.value)"]
        progress[place].isCondemned = true
        progress[place].report.error = error
        fold.apply(.error(error), to: progress[place].report.cell)
    }
}
