/// Returns a sequence with the same elements that shows how far a loop over it has come, and how long
/// it will take.
///
/// For example:
///
/// ```swift
/// for epoch in progress(0..<500) { try train(epoch) }
/// ```
///
/// Where nobody sees what is replaced, as in a pipe, nothing is shown.
///
/// - Parameters:
///   - elements: the elements.
///   - title: what the loop does.
public func progress<Elements: Collection>(
    _ elements: Elements, _ title: String = ""
) -> ProgressSequence<Elements> {
    ProgressSequence(elements, title: title, count: elements.count)
}

/// Returns a sequence with the same elements that shows how many of them a loop has seen.
///
/// - Parameters:
///   - elements: the elements, of which nobody knows how many there are.
///   - title: what the loop does.
@_disfavoredOverload
public func progress<Elements: Sequence>(
    _ elements: Elements, _ title: String = ""
) -> ProgressSequence<Elements> {
    ProgressSequence(elements, title: title, count: nil)
}
