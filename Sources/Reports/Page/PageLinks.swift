internal import Markup

/// The links of a page to other files.
enum PageLinks {
    /// Returns pieces whose links lead where a closure says.
    static func led(_ nodes: [MarkupNode], by target: (String) -> String) -> [MarkupNode] {
        nodes.map { node in
            guard case .element(var element) = node else { return node }
            element.children = led(element.children, by: target)
            if element.name == "a",
                let place = element.attributes.firstIndex(where: { $0.name == "href" })
            {
                let address = element.attributes[place].value
                // Jupyter names headings with their spaces as they are.
                if address.hasPrefix("#") {
                    element.attributes[place].value = Percent.decoded(address)
                } else if WebAddress(address).scheme == nil {
                    element.attributes[place].value = target(address)
                }
            }
            return .element(element)
        }
    }
}
