/// The actual format of a file that could not be read, determined by its first bytes.
enum ForeignFile: Sendable, Hashable {
    /// PyTorch's `torch.save`: a pickle, bare or in a ZIP archive.
    case pytorch
    /// NumPy's `.npz`: several arrays in a ZIP archive.
    case numpyArchive
    /// NumPy's `.npy`: one array.
    case numpy
    /// Safetensors.
    case safetensors
    /// HDF5, the older format of Keras.
    case hdf5
    /// Any other ZIP archive.
    case archive

    /// Determines the format by a file's first bytes; returns `nil` if it is not known.
    init?(_ bytes: [UInt8]) {
        let start = bytes.prefix(4096)
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            let text = String(decoding: start, as: Unicode.ASCII.self)
            self =
                text.contains("data.pkl")
                ? .pytorch : text.contains(".npy") ? .numpyArchive : .archive
        } else if start.first == 0x80, start.count > 1, (2...5).contains(bytes[1]) {
            self = .pytorch
        } else if start.starts(with: [0x89, 0x48, 0x44, 0x46]) {
            self = .hdf5
        } else if start.starts(with: [0x93] + Array("NUMPY".utf8)) {
            self = .numpy
        } else if start.count > 8, start[8] == UInt8(ascii: "{"),
            start[4..<8].allSatisfy({ $0 == 0 })
        {
            self = .safetensors
        } else {
            return nil
        }
    }

    /// The name of the format if this room can read it, else `nil`.
    var format: String? {
        switch self {
        case .numpy: "npy"
        case .safetensors: "safetensors"
        default: nil
        }
    }

    /// A description of the format.
    var name: String {
        switch self {
        case .pytorch: "a file of PyTorch's, with a program in it that is not run here"
        case .numpyArchive: "an archive of NumPy arrays (npz)"
        case .numpy: "a NumPy array (npy)"
        case .safetensors: "a safetensors file"
        case .hdf5: "an HDF5 file, as Keras writes them"
        case .archive: "a ZIP archive"
        }
    }

    /// Returns advice on how to use the file.
    func advice(_ path: String) -> String {
        let stem = path.split(separator: "/").last.map(String.init) ?? path
        let name = stem.split(separator: ".").dropLast().joined(separator: ".")
        let target = (name.isEmpty ? stem : name) + ".safetensors"
        return switch self {
        case .pytorch:
            "convert it in Python: import torch, safetensors.torch; state = torch.load('\(stem)', "
                + "map_location='cpu') (of a whole module its .state_dict()); "
                + "safetensors.torch.save_file(state, '\(target)')"
        case .numpyArchive: "unpack it, and read each array with NumPyFile.read"
        case .numpy: "read it with NumPyFile.read"
        case .safetensors: "read it with Safetensors(contentsOf:)"
        case .hdf5:
            "save the weights in Python with safetensors.numpy.save_file, under PyTorch's names"
        case .archive: "unpack it, and read the file that is in it"
        }
    }
}
