/// Returns a sequence of the same elements that displays a loop's progress and remaining time.
///
/// For example:
///
/// ```swift
/// for epoch in progress(0..<500) { _ = epoch }
/// ```
///
/// Nothing is shown if displays cannot be replaced, as in a pipe.
///
/// - Parameters:
///   - elements: the elements.
///   - title: a description of the loop.
public func progress<Elements: Collection>(
    _ elements: Elements, _ title: String = ""
) -> ProgressSequence<Elements> {
    ProgressSequence(elements, title: title, count: elements.count)
}

/// Returns a sequence of the same elements that displays the number of elements visited.
///
/// - Parameters:
///   - elements: the elements, whose number is unknown.
///   - title: a description of the loop.
@_disfavoredOverload
public func progress<Elements: Sequence>(
    _ elements: Elements, _ title: String = ""
) -> ProgressSequence<Elements> {
    ProgressSequence(elements, title: title, count: nil)
}
