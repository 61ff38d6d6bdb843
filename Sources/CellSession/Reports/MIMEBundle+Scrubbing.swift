package import Display

extension MIMEBundle {
    /// Returns the bundle without module names in its texts.
    package func scrubbed(_ names: CellNames) -> MIMEBundle {
        var result = MIMEBundle(
            representations.map { representation in
                switch representation.content {
                case .text(let text):
                    Representation(representation.type, .text(NameScrubber.scrub(text, names)))
                case .json(let text):
                    Representation(representation.type, .json(NameScrubber.scrub(text, names)))
                case .data: representation
                }
            })
        result.metadataJSON = metadataJSON
        return result
    }
}
