internal import Glibc

/// A folder that is made where it is missing.
enum FolderPath {
    /// Why a folder could not be made.
    struct Refusal: Error, CustomStringConvertible {
        /// A sentence with the folder and the cause.
        let description: String
    }

    /// Makes a folder, with those on the way to it.
    static func make(_ folder: String) throws(Refusal) {
        var path = folder.hasPrefix("/") ? "" : "."
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            guard mkdir(path, 0o777) != 0, errno != EEXIST else { continue }
            let cause = String(cString: strerror(errno)).lowercased()
            throw Refusal(description: "could not make the folder \(path): \(cause)")
        }
    }
}
