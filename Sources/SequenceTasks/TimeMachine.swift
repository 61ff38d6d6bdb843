internal import Recurrent

/// The first six chapters of a novel in the public domain, for character models.
public enum TimeMachine {
    /// The text: 109488 characters of 7-bit ASCII, with the printed lines, without chapter numbers.
    ///
    /// It is read at the first access from a file beside the running program, where `unroll
    /// install` puts it, or from the package's sources.
    ///
    /// - Source: H. G. Wells, The Time Machine, 1895; in the public domain.
    /// - Throws: `RecurrentError.invalidValue` with the paths that were tried.
    public static var text: String {
        get throws(RecurrentError) { try read.get() }
    }

    /// The result of reading the text, which is done once.
    private static let read = Result { () throws(RecurrentError) in
        try DataFile(name: "time-machine.txt").text()
    }
}
