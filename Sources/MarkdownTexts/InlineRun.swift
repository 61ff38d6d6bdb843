/// A run of signs such as `**`, which may begin or end something, or stand for itself.
struct InlineRun {
    /// The sign.
    let sign: Character

    /// The number of characters left.
    var count: Int

    /// The original number of characters.
    let length: Int

    /// Indicates whether the run may begin something.
    let opens: Bool

    /// Indicates whether the run may end something.
    let closes: Bool

    /// Looks at a run and the characters around it.
    ///
    /// - Source: "Emphasis and strong emphasis" in the CommonMark specification 0.31.
    init(_ sign: Character, count: Int, before: Character?, after: Character?) {
        self.sign = sign
        self.count = count
        length = count
        let isBeforeSpace = after?.isWhitespace ?? true
        let isBehindSpace = before?.isWhitespace ?? true
        let isBeforeMark = after.map { $0.isPunctuation || $0.isSymbol } ?? false
        let isBehindMark = before.map { $0.isPunctuation || $0.isSymbol } ?? false
        let isLeft = !isBeforeSpace && (!isBeforeMark || isBehindSpace || isBehindMark)
        let isRight = !isBehindSpace && (!isBehindMark || isBeforeSpace || isBeforeMark)
        if sign == "_" {
            opens = isLeft && (!isRight || isBehindMark)
            closes = isRight && (!isLeft || isBeforeMark)
        } else {
            opens = isLeft
            closes = isRight
        }
    }

    /// Returns whether this run and one that ends belong together.
    func matches(_ closing: InlineRun) -> Bool {
        guard sign == closing.sign, opens else { return false }
        if sign == "~" { return length == closing.length }
        guard closes || closing.opens else { return true }
        return (length + closing.length) % 3 != 0 || length % 3 == 0 && closing.length % 3 == 0
    }
}
