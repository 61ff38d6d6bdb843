internal import Recurrent

/// The first six chapters of a novel whose copyright has expired, for character models.
public enum TimeMachine {
    /// The text: 109488 characters of 7-bit ASCII, lines as printed, without chapter numbers.
    ///
    /// It lies in a file beside the program that runs, where `unroll install` puts it, or in the
    /// package's sources, and is read when it is first asked for.
    ///
    /// - Source: H. G. Wells, The Time Machine, 1895; in the public domain.
    /// - Throws: `RecurrentError.invalidValue` with the places where the file was looked for.
    public static var text: String {
        get throws(RecurrentError) { try read.get() }
    }

    /// The text, read once.
    private static let read = Result { () throws(RecurrentError) in
        try DataFile(name: "time-machine.txt").text()
    }
}
