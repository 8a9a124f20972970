import AsyncAPIRuntime
import Testing

@Test("A header is found however its name is cased")
func headerNamesCompareWithoutCase() {
  var headers: HeaderFields = ["Trace-ID": "1", "trace-id": "2", "x": "3"]
  #expect(headers["TRACE-ID"] == "1")
  headers["trace-Id"] = "4"
  #expect(headers.map(\.value) == ["4", "3"])
  #expect(["A": "b"] as HeaderFields == ["a": "b"])
  headers["X"] = nil
  #expect(headers.count == 1)
}
