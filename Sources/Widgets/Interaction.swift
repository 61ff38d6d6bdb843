internal import CellRuntime
public import Display

/// Controls and what a closure shows for their values, again whenever one of them moves.
public final class Interaction: Displayable {
    /// The frames of the page.
    private let box: VBox

    /// The first result of the closure, for those who cannot move the controls.
    private let still: MIMEBundle

    /// Puts controls above what depends on them.
    fileprivate init(box: VBox, still: MIMEBundle) {
        self.box = box
        self.still = still
    }

    /// The controls, or what was shown at first where a client has none.
    public var mimeBundle: MIMEBundle {
        var bundle = box.mimeBundle
        let text = [bundle.plainText, still.plainText].compactMap { $0 }.joined(separator: "\n")
        for form in still.representations { bundle[form.type] = form.content }
        bundle[.plainText] = .text(text)
        return bundle
    }
}

/// Shows a control, and below it what a closure returns for its value; whenever it moves, the closure
/// runs again, and what it shows takes the place of what stood there.
///
/// ```swift
/// try interact(Slider("W", in: 0.1...2)) { w in Table { Column("w", [w]) } }
/// ```
///
/// - Parameters:
///   - control: the control with the value for the closure.
///   - body: what is shown; it may print and display as well, or only do that.
@discardableResult
public func interact<A: Equatable, Shown>(
    _ control: Control<A>, show body: @escaping (A) throws -> Shown
) throws -> Interaction {
    let drawing = Drawing(below: [control]) { try body(control.value) }
    drawing.follow(control)
    return try drawing.begin()
}

/// Shows two controls, and below them what a closure returns for their values, as for one control.
@discardableResult
public func interact<A: Equatable, B: Equatable, Shown>(
    _ first: Control<A>, _ second: Control<B>,
    show body: @escaping (A, B) throws -> Shown
) throws -> Interaction {
    let drawing = Drawing(below: [first, second]) {
        try body(first.value, second.value)
    }
    drawing.follow(first)
    drawing.follow(second)
    return try drawing.begin()
}

/// Shows three controls, and below them what a closure returns for their values, as for one control.
@discardableResult
public func interact<A: Equatable, B: Equatable, C: Equatable, Shown>(
    _ first: Control<A>, _ second: Control<B>, _ third: Control<C>,
    show body: @escaping (A, B, C) throws -> Shown
) throws -> Interaction {
    let drawing = Drawing(below: [first, second, third]) {
        try body(first.value, second.value, third.value)
    }
    drawing.follow(first)
    drawing.follow(second)
    drawing.follow(third)
    return try drawing.begin()
}

/// Shows four controls, and below them what a closure returns for their values, as for one control.
@discardableResult
public func interact<A: Equatable, B: Equatable, C: Equatable, D: Equatable, Shown>(
    _ first: Control<A>, _ second: Control<B>, _ third: Control<C>, _ fourth: Control<D>,
    show body: @escaping (A, B, C, D) throws -> Shown
) throws -> Interaction {
    let drawing = Drawing(below: [first, second, third, fourth]) {
        try body(first.value, second.value, third.value, fourth.value)
    }
    drawing.follow(first)
    drawing.follow(second)
    drawing.follow(third)
    drawing.follow(fourth)
    return try drawing.begin()
}

/// The result of a closure, shown below the controls that it depends on.
private final class Drawing<Shown> {
    /// The area in which it is shown.
    private let output = OutputArea()

    /// The controls, and the place below them.
    private let box: VBox

    /// The frames of the page.
    private let render: () throws -> Shown

    /// Puts what is shown below controls.
    init(below controls: [Widget], _ render: @escaping () throws -> Shown) {
        self.render = render
        box = VBox(controls + [output])
        box.ownOutput = output
    }

    /// Draws again whenever a control moves.
    func follow<Value: Equatable>(_ control: Control<Value>) {
        control.observe(in: output) { _ in try self.show() }
    }

    /// Draws for the first time, and shows all.
    func begin() throws -> Interaction {
        box.open()
        var still = MIMEBundle()
        try output.capture(clears: true) { still = try show() }
        let interaction = Interaction(box: box, still: still)
        display(interaction)
        return interaction
    }

    /// Shows what the closure returns, where it returns something.
    @discardableResult
    private func show() throws -> MIMEBundle {
        let shown = try render()
        guard Shown.self != Void.self else { return MIMEBundle() }
        let bundle = mimeBundle(of: shown)
        CellEnvironment.host.display(bundle, id: nil)
        return bundle
    }
}

/// Keeps the values of two controls equal: where one changes, the other follows.
public func link<Value: Equatable>(_ first: Control<Value>, _ second: Control<Value>) {
    second.value = first.value
    first.observe { [unowned second] in second.value = $0 }
    second.observe { [unowned first] in first.value = $0 }
}
