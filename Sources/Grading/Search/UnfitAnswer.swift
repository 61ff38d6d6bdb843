/// An answer that cannot be compared with the right one, because it has another shape.
struct UnfitAnswer: Error {
    /// The first row that has another shape; nil where the whole has.
    let row: Int?

    /// What does not fit.
    let words: String
}
