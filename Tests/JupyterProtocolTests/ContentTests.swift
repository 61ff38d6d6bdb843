import Display
import JSON
import JupyterProtocol
import Testing

@Suite struct ContentTests {
    /// Decodes a text as the content of a message and encodes it again.
    private func rewritten<Content: MessageContent>(
        _ text: String, as type: Content.Type
    ) throws -> String {
        let content = try JSONValue(parsing: text).decoded(as: type)
        #expect(try JSONValue.object(.describing(content)).decoded(as: type) == content)
        return JSONValue.object(.describing(content)).text()
    }

    private static let faithful: [(any MessageContent.Type, String)] = [
        (KernelInfoRequest.self, "{}"),
        (InterruptRequest.self, "{}"),
        (InterruptReply.self, "{}"),
        (ConnectRequest.self, "{}"),
        (UsageRequest.self, "{}"),
        (CreateSubshellRequest.self, "{}"),
        (ListSubshellRequest.self, "{}"),
        (DeleteSubshellReply.self, "{}"),
        (CreateSubshellReply.self, #"{"subshell_id":"a"}"#),
        (DeleteSubshellRequest.self, #"{"subshell_id":"a"}"#),
        (ListSubshellReply.self, #"{"subshell_id":["a","b"]}"#),
        (StreamContent.self, #"{"name":"stderr","text":"a\n"}"#),
        (Status.self, #"{"execution_state":"starting"}"#),
        (ClearOutput.self, #"{"wait":true}"#),
        (IOPubWelcome.self, #"{"subscription":""}"#),
        (ExecuteInput.self, #"{"code":"1 + 1","execution_count":3}"#),
        (ErrorContent.self, #"{"ename":"E","evalue":"v","traceback":["a","b"]}"#),
        (
            ExecuteRequest.self,
            #"{"code":"x","silent":false,"store_history":false,"#
                + #""user_expressions":{"z":"1","a":"2"},"allow_stdin":true,"stop_on_error":false}"#
        ),
        (
            ExecuteReply.self,
            #"{"status":"ok","payload":[{"source":"page","data":{"text/plain":"p"},"start":0},"#
                + #"{"source":"set_next_input","text":"t","replace":true},"#
                + #"{"source":"ask_exit","keepkernel":true}],"#
                + #""user_expressions":{"z":{"status":"ok","data":{"text/plain":"1"},"metadata":{}},"#
                + #""a":{"status":"error","ename":"E","evalue":"v","traceback":[]}},"#
                + #""execution_count":3}"#
        ),
        (
            ExecuteReply.self,
            #"{"status":"error","ename":"E","evalue":"v","traceback":[],"execution_count":3}"#
        ),
        (ExecuteReply.self, #"{"status":"aborted"}"#),
        (
            DisplayData.self,
            #"{"data":{"text/plain":"a"},"metadata":{"image/png":{"width":1}},"#
                + #""transient":{"display_id":"d"}}"#
        ),
        (UpdateDisplayData.self, #"{"data":{},"metadata":{},"transient":{"display_id":"d"}}"#),
        (ExecuteResult.self, #"{"execution_count":2,"data":{"text/plain":"a"},"metadata":{}}"#),
        (InspectRequest.self, #"{"code":"a","cursor_pos":1,"detail_level":1}"#),
        (InspectReply.self, #"{"found":true,"data":{"text/plain":"a"},"metadata":{}}"#),
        (CompleteRequest.self, #"{"code":"a","cursor_pos":1}"#),
        (
            CompleteReply.self,
            #"{"matches":["ab"],"cursor_start":0,"cursor_end":1,"metadata":{"x":[]}}"#
        ),
        (IsCompleteRequest.self, #"{"code":"a"}"#),
        (IsCompleteReply.self, #"{"status":"incomplete","indent":"    "}"#),
        (IsCompleteReply.self, #"{"status":"complete"}"#),
        (
            HistoryRequest.self,
            #"{"output":true,"raw":false,"hist_access_type":"range","session":-1,"start":2,"stop":5}"#
        ),
        (HistoryRequest.self, #"{"output":false,"raw":true,"hist_access_type":"tail","n":3}"#),
        (
            HistoryRequest.self,
            #"{"output":false,"raw":true,"hist_access_type":"search","pattern":"p*","n":2,"#
                + #""unique":true}"#
        ),
        (HistoryReply.self, #"{"history":[[1,2,"a"],[1,3,["b","2"]],[1,4,["c",null]]]}"#),
        (CommInfoRequest.self, #"{"target_name":"t"}"#),
        (CommInfoReply.self, #"{"comms":{"u":{"target_name":"t"}}}"#),
        (CommOpen.self, #"{"comm_id":"u","target_name":"t","data":{"a":1.0}}"#),
        (CommMessage.self, #"{"comm_id":"u","data":[1]}"#),
        (CommClose.self, #"{"comm_id":"u","data":{}}"#),
        (ShutdownRequest.self, #"{"restart":true}"#),
        (ShutdownReply.self, #"{"restart":true}"#),
        (DebugRequest.self, #"{"type":"request","command":"debugInfo","seq":1}"#),
        (DebugReply.self, #"{"type":"response","success":false}"#),
        (InputRequest.self, #"{"prompt":"> ","password":true}"#),
        (InputReply.self, #"{"value":"a"}"#),
        (
            ConnectReply.self,
            #"{"shell_port":1,"iopub_port":2,"stdin_port":3,"hb_port":4,"control_port":5}"#
        ),
        (
            UsageReply.self,
            #"{"hostname":"h","pid":1,"kernel_cpu":2.5,"kernel_memory":3,"cpu_count":4,"#
                + #""host_virtual_memory":{"total":9,"available":8,"percent":7.5,"used":6,"free":5}}"#
        ),
        (
            KernelInfoReply.self,
            #"{"protocol_version":"5.5","implementation":"i","implementation_version":"1","#
                + #""language_info":{"name":"swift","version":"6","mimetype":"text/x-swift","#
                + #""file_extension":".swift","pygments_lexer":"swift","codemirror_mode":{"a":1},"#
                + #""nbconvert_exporter":"script"},"banner":"b","#
                + #""help_links":[{"text":"t","url":"u"}],"supported_features":["f"]}"#
        ),
    ]

    @Test(arguments: faithful.indices)
    func writesEveryContentAsItWasRead(index: Int) throws {
        let (type, text) = Self.faithful[index]
        #expect(try rewritten(text, as: type) == text)
    }

    private static let defaults: [(any MessageContent.Type, String, String)] = [
        (
            ExecuteRequest.self, #"{"code":"x","silent":true,"store_history":true,"new":1}"#,
            #"{"code":"x","silent":true,"store_history":false,"user_expressions":{},"#
                + #""allow_stdin":false,"stop_on_error":true}"#
        ),
        (
            ExecuteReply.self, #"{"status":"ok"}"#,
            #"{"status":"ok","payload":[],"user_expressions":{}}"#
        ),
        (ExecuteReply.self, #"{"status":"abort"}"#, #"{"status":"aborted"}"#),
        (
            InspectRequest.self, #"{"code":"","cursor_pos":0}"#,
            #"{"code":"","cursor_pos":0,"detail_level":0}"#
        ),
        (ClearOutput.self, "{}", #"{"wait":false}"#),
        (InputRequest.self, #"{"prompt":""}"#, #"{"prompt":"","password":false}"#),
        (CommInfoRequest.self, #"{"target_name":null}"#, "{}"),
        (CommClose.self, #"{"comm_id":"u"}"#, #"{"comm_id":"u","data":{}}"#),
        (
            HistoryRequest.self, #"{"hist_access_type":"tail"}"#,
            #"{"output":false,"raw":true,"hist_access_type":"tail","n":10}"#
        ),
        (
            HistoryRequest.self, #"{"hist_access_type":"range"}"#,
            #"{"output":false,"raw":true,"hist_access_type":"range","session":0,"start":1}"#
        ),
        (
            HistoryRequest.self, #"{"hist_access_type":"search"}"#,
            #"{"output":false,"raw":true,"hist_access_type":"search","pattern":"*","unique":false}"#
        ),
    ]

    @Test(arguments: defaults.indices)
    func fillsInWhatTheProtocolLetsOut(index: Int) throws {
        let (type, text, complete) = Self.defaults[index]
        #expect(try rewritten(text, as: type) == complete)
    }

    private static let mistakes: [(any MessageContent.Type, String, String)] = [
        (ExecuteRequest.self, "{}", "code: the key is missing"),
        (ExecuteRequest.self, #"{"code":1}"#, "code: expected a string, found a number"),
        (
            ExecuteRequest.self, #"{"code":"","silent":"no"}"#,
            "silent: expected a truth value, found a string"
        ),
        (
            ExecuteRequest.self, #"{"code":"","user_expressions":[]}"#,
            "user_expressions: expected an object, found an array"
        ),
        (
            ExecuteReply.self, #"{"status":"fine"}"#,
            "status: expected ok, error or aborted, found fine"
        ),
        (DisplayData.self, #"{"data":[]}"#, "data: expected an object, found an array"),
        (CompleteRequest.self, #"{"code":""}"#, "cursor_pos: the key is missing"),
        (
            CompleteRequest.self, #"{"code":"","cursor_pos":1.5}"#,
            "cursor_pos: expected an integer, found 1.5"
        ),
        (HistoryRequest.self, "{}", "hist_access_type: the key is missing"),
        (
            HistoryReply.self, #"{"history":[[1,2,3]]}"#,
            "history.0: expected a source, or one with its result"
        ),
        (ShutdownRequest.self, "{}", "restart: the key is missing"),
        (CommOpen.self, #"{"comm_id":"a","data":{}}"#, "target_name: the key is missing"),
        (InputReply.self, #"{"value":null}"#, "value: expected a string, found null"),
    ]

    @Test(arguments: mistakes.indices)
    func namesTheFieldThatIsMissingOrMistaken(index: Int) {
        let (type, text, problem) = Self.mistakes[index]
        let error = #expect(throws: JSONDecodingError.self) { try rewritten(text, as: type) }
        #expect(error?.description == problem)
    }
}
