internal import JSON
internal import JupyterClient
internal import NotebookDocument

extension Notebook {
    /// Returns the notebook with the metadata that Jupyter adds about the kernel that runs it.
    ///
    /// An existing description of the kernelspec is kept.
    func describing(_ kernel: RunningKernel) -> Notebook {
        var notebook = self
        if !kernel.description.languageInfo.isEmpty {
            notebook.metadata["language_info"] = .object(kernel.description.languageInfo)
        }
        let specification = kernel.specification
        if kernelName != specification.name {
            notebook.metadata["kernelspec"] = [
                "display_name": .string(specification.displayName),
                "language": .string(specification.language), "name": .string(specification.name),
            ]
        }
        return notebook
    }
}
