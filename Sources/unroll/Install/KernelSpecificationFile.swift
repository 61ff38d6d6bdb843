internal import JSON

/// The kernel's specification for Jupyter, for one place of installation.
struct KernelSpecificationFile {
    /// The specification in the clone, whose program is found on the `PATH`.
    let template: JSONObject

    /// Parses a specification.
    ///
    /// - Throws: `CommandFailure` if it is not an object.
    init(parsing bytes: [UInt8]) throws(CommandFailure) {
        guard let value = try? JSONValue(parsing: bytes), case .object(let object) = value else {
            throw CommandFailure(
                "could not read kernel.json: it is not an object; clone or install Unroll again",
                code: ExitStatus.badInput)
        }
        template = object
    }

    /// Returns the specification for a program.
    ///
    /// - Parameter encrypts: whether the installed libzmq supports encryption; a client that
    ///   expects it without support would wait forever.
    func text(program: String, encrypts: Bool) -> String {
        var object = template
        if case .array(let arguments) = object["argv"] {
            object["argv"] = .array([.string(program)] + arguments.dropFirst())
        }
        if !encrypts, case .object(var metadata) = object["metadata"] {
            metadata["supported_encryption"] = nil
            object["metadata"] = .object(metadata)
        }
        return JSONValue.object(object).text(style: .notebook) + "\n"
    }
}
