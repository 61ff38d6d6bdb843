import CellRuntime
import Display
import JSON
import TestSupport
import Testing
import Widgets

/// Tests of what widgets tell clients, and of the effects of clients' messages.
@Suite(.serialized, .usesHostOfCells) struct WidgetTests {
    /// The host that records what widgets send.
    private let host = RecordingHost()

    init() { CellEnvironment.host = host }

    /// Shows a widget, and returns what identifies it.
    private func show(_ widget: Widget) throws -> String {
        let frame = try #require(widget.mimeBundle.modelID)
        let children = host.state(of: frame)?["children"]?.array?.compactMap(\.string) ?? []
        let first = children.first ?? "IPY_MODEL_" + frame
        return String(first.dropFirst("IPY_MODEL_".count))
    }

    /// Says something to a widget as a client does, and does what follows.
    private func say(_ state: String, to comm: String) throws {
        let data = #"{"method":"update","state":\#(state),"buffer_paths":[]}"#
        try CommDesk.take(CommSignal(.message, comm: comm, dataJSON: data))?()
    }

    @Test func aWidgetIsToldToClientsWhenItIsShownForTheFirstTime() throws {
        let before = host.openings.count
        let slider = Slider("W", in: 0...2)
        slider.value = 0.5
        #expect(host.openings.count == before)
        let id = try show(slider)
        #expect(host.state(of: id)?["value"]?.double == 0.5)
        let opened = host.openings.dropFirst(before)
        // Parts come before the whole, or clients could not find them.
        var known = Set<String>()
        for opening in opened {
            let data = try JSONValue(parsing: opening.dataJSON)
            for match in data.text().matches(of: /IPY_MODEL_([0-9a-f]+)/) {
                #expect(known.contains(String(match.1)))
            }
            known.insert(opening.comm)
        }
        _ = try show(slider)
        #expect(host.openings.count == before + opened.count)
    }

    @Test func whatAClientSetsIsTheValue() throws {
        let slider = Slider("W", in: 0...2)
        let steps = IntSlider(in: 1...9)
        let range = RangeSlider(in: 0...10)
        let toggle = Toggle("on")
        let list = Dropdown(options: ["a", "b", "c"])
        let radio = Radio(options: [1.5, 2.5])
        let text = TextField()
        for (widget, state) in [
            (slider, #"{"value":1.25}"#), (steps, #"{"value":7}"#), (range, #"{"value":[2,3.5]}"#),
            (toggle, #"{"value":true}"#), (list, #"{"index":2}"#), (radio, #"{"index":1}"#),
            (text, #"{"value":"é\n\"x\""}"#),
        ] as [(Widget, String)] {
            try say(state, to: show(widget))
        }
        #expect(slider.value == 1.25 && steps.value == 7 && range.value == 2...3.5)
        #expect(toggle.value && list.value == "c" && radio.value == 2.5)
        #expect(text.value == "é\n\"x\"")
    }

    @Test(arguments: [
        #"{"value":"x"}"#, #"{"value":null}"#, #"{"value":[1]}"#, #"{"value":{}}"#, "{}", "[]",
        #"{"index":77}"#, #"{"value":NaN}"#, #"{"index":-1}"#, #"{"value":1e999}"#,
    ]) func whatMakesNoSenseChangesNothingOrStaysInTheRange(state: String) throws {
        let slider = Slider(in: 0...2, value: 1)
        let list = Dropdown(options: ["a", "b"], value: "b")
        let range = RangeSlider(in: 0...10)
        for widget in [slider, list, range] as [Widget] { try say(state, to: show(widget)) }
        #expect((0...2).contains(slider.value) && list.value == "b" && range.value == 0...10)
    }

    @Test func settingAValueTellsClientsAndObserversOnce() throws {
        let slider = Slider("W", in: 0...2)
        _ = try show(slider)
        var heard: [Double] = []
        slider.observe { heard.append($0) }
        _ = host.news()
        slider.value = 1.5
        slider.value = 1.5
        slider.value = 99
        #expect(heard == [1.5, 2])
        #expect(
            host.news() == [
                #"update {"value":1.5}"#, "begin anew", "end", #"update {"value":2.0}"#,
                "begin anew", "end",
            ])
    }

    @Test func observersOfClientsChangesPutTheirOutputBelow() throws {
        let slider = Slider("W", in: 0...2)
        slider.observe { display("now \($0)") }
        let id = try show(slider)
        _ = host.news()
        try say(#"{"value":0.25}"#, to: id)
        #expect(host.news() == ["begin anew", "show now 0.25", "end"])
        try say(#"{"value":0.25}"#, to: id)
        #expect(host.news() == [])
    }

    @Test func aClosureRunsAgainForWhicheverControlMoves() throws {
        let first = Slider("a", in: 0...2, value: 1)
        let second = Toggle("b")
        try interact(first, second) { "\($0) \($1)" }
        #expect(host.news().filter { $0.hasPrefix("show") }.first == "show 1.0 false")
        first.value = 2
        second.value = true
        #expect(
            host.news().filter { $0.hasPrefix("show") || $0.hasPrefix("begin") } == [
                "begin anew", "show 2.0 false", "begin anew", "show 2.0 true",
            ])
    }

    @Test func whatIsShownWithoutControlsIsWhatWasShownFirst() throws {
        let bundle = try interact(Slider("W", in: 0...2)) { _ in HTML("<b>first</b>") }.mimeBundle
        #expect(bundle[.html] == .text("<b>first</b>"))
        #expect(bundle.plainText?.hasPrefix("W = 1.0") == true)
        #expect(bundle.modelID != nil)
    }

    @Test func linkedControlsFollowEachOther() throws {
        let first = Slider("a", in: 0...2, value: 1)
        let second = Slider("b", in: 0...2)
        link(first, second)
        _ = try show(VBox([first, second]))
        let id = try show(first)
        first.value = 0.5
        #expect(second.value == 0.5)
        second.value = 2
        #expect(first.value == 2)
        try say(#"{"value":0.75}"#, to: id)
        #expect(second.value == 0.75)
    }

    @Test func anErrorOfACallbackReachesWhoeverCausedIt() throws {
        struct Wrong: Error {}
        let first = Slider("a", in: 0...2)
        let second = Slider("b", in: 0...2, value: 0)
        second.observe { _ in throw Wrong() }
        first.observe { second.value = $0 }
        _ = try show(VBox([first, second]))
        let id = try show(first)
        #expect(throws: Wrong.self) { try say(#"{"value":0.5}"#, to: id) }
        #expect(first.value == 0.5)
        let button = Button("go") { throw Wrong() }
        #expect(throws: Wrong.self) { try button.press() }
    }

    @Test func aButtonDoesWhatItIsFor() throws {
        var count = 0
        let button = Button("more") { count += 1 }
        button.onPress { count += 10 }
        let id = try show(button)
        let data = #"{"method":"custom","content":{"event":"click"}}"#
        try CommDesk.take(CommSignal(.message, comm: id, dataJSON: data))?()
        #expect(count == 11)
    }

    @Test(arguments: [
        (0.0...1, 0.01, ".2f"), (0.1...2, 0.01, ".2f"), (0...100, 1, ".0f"), (-3...4, 0.05, ".2f"),
        (0...0, 0.1, ".1f"), (0...1e-4, 1e-6, ".6f"), (0...1e9, 1e7, ".0f"),
    ]) func stepsAreRound(range: ClosedRange<Double>, step: Double, format: String) throws {
        let id = try show(Slider(in: range))
        let state = try #require(host.state(of: id))
        #expect(abs((state["step"]?.double ?? 0) / step - 1) < 1e-9)
        #expect(state["readout_format"] == .string(format))
    }
}
