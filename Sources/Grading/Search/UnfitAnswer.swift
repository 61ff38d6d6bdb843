/// An answer that cannot be compared with the right one, because it has another shape.
struct UnfitAnswer: Error {
    /// The first row that has another shape; nil where the whole has.
    let row: Int?

    /// A description of the misfit.
    let words: String
}
