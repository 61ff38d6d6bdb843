internal import CellRuntime
internal import JSON

/// A place for text and pictures, which can be filled again.
public final class OutputArea: Widget {
    /// Makes an empty place.
    public init() { super.init(.outputArea, state: ["msg_id": "", "outputs": []]) }

    /// Runs code, and shows here what it prints and displays.
    ///
    /// - Parameter clears: whether what stood here goes when the first of it arrives.
    @discardableResult
    public func capture<Result>(
        clears: Bool = false, _ code: () throws -> Result
    ) throws -> Result {
        open()
        CellEnvironment.host.redirectOutput(to: id, clears: clears)
        defer { CellEnvironment.host.redirectOutput(to: nil, clears: false) }
        return try CallbackFailure.rethrowing(code)
    }

    /// Removes what stands here.
    public func clear() { update(["outputs": []]) }
}

extension OutputArea? {
    /// Runs a callback, and shows here what it prints and displays in place of what stood here before;
    /// where there is no place, as if there were none.
    func capturing(_ code: () throws -> Void) throws {
        guard let self else { return try CallbackFailure.rethrowing(code) }
        try self.capture(clears: true, code)
    }
}
