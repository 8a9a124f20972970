import Testing

@testable import SpecParser

/// Texts of each form that people write, and what only looks like it.
@Suite struct TextFormTests {
  private func check(_ admits: @escaping (TextBytes) -> Bool, valid: [String], invalid: [String]) {
    for text in valid { #expect(verdict(admits, text), "\(text)") }
    for text in invalid { #expect(!verdict(admits, text), "\(text)") }
  }

  private func verdict(_ admits: @escaping (TextBytes) -> Bool, _ text: String) -> Bool {
    var text = text
    return text.withUTF8(admits)
  }

  @Test func takesURIs() {
    let both = [
      "https://example.com", "https://example.com/terms?a=b&c=/d?#e/?f", "urn:com:example:lights", "mailto:a@b.c",
      "http://user:pass@[2001:db8::7]:8080/a//b", "http://[v1.a:b]/", "file:///etc/hosts", "a:", "a+b-c.1:x",
      "http://h:/", "http://%C3%BC.example/%20", "http://999.1.1.1", "x://", "http://a?b@c:d",
    ]
    let relative = ["", "terms.html", "/a/b", "//host/a", "?a", "#a", "./a:b", "a/b:c", "..", "a?b:c"]
    let neither = [
      "this id does not conform", "http://a b", "http://a/\u{FC}", "1a:b", ":a", "http://[::1", "http://[1]/",
      "http://a:b",
      "http://a@b@c/", "http://a/[b]", "http://a/%2", "http://a/%zz", "a\\b", "http://{host}/", "a#b#c", "a\u{0}",
      "http://[v.a]/", "http://[::1]a", "a\nb", "<a>",
    ]
    check(URIForm.isURI, valid: both, invalid: relative + neither)
    check(URIForm.isReference, valid: both + relative, invalid: neither)
  }

  @Test func takesURITemplates() {
    check(
      URITemplateForm.isTemplate,
      valid: [
        "", "orders/{id}", "{+a}{#b*}{/c:12,d.e}", "{%41_}", "a%41", "\u{1F600}", "{?a,b}", "it's",
      ],
      invalid: [
        "{", "}", "{}", "{a", "a}", "{a{b}}", "{a,}", "{,+a}", "{a b}", "{order-id}", "{a:0}", "{a:12345}", "{a.}",
        "a b",
        "%", "a|b", "{a*b}", "{++a}",
      ])
  }

  @Test func takesAddressesOfChannels() {
    check(
      URITemplateForm.isChannelAddress,
      valid: [
        "/user/signedup", "orders/{order-id}", "a b", "sensors/+/state", "orders.{id}.*", "a|b", "{a}{b}", "\u{FC}",
        "$SYS/a",
        "ws://host/%", "", "sensors/#", "{?a}", "{}",
      ],
      invalid: ["{", "}", "{a", "a}", "}a{", "{a{b}}", "a\nb"])
  }

  @Test func takesAddressesOfMail() {
    check(
      EmailForm.isAddress,
      valid: [
        "support@example.com", "a.b+c@x-y.example", "~a!#$%&'*/=?^_`{|}@b.c", "\"a b@\\\"\"@example.com", "a@localhost",
        "a@[127.0.0.1]", "a@[IPv6:::1]", "a@1.com",
      ],
      invalid: [
        "is not in the format of an email address", "a", "a@", "@b", ".a@b", "a.@b", "a..b@c", "a b@c", "a@b@c", "a@-b",
        "a@b-", "a@b..c", "\"a@b", "\"a\\", "\"a\"", "a@[1.2.3]", "a@[", "\u{FC}@b.c", "a@b.c\n", "A <a@b.c>", "",
      ])
  }

  @Test func takesDates() {
    check(
      DateTimeForm.isDate, valid: ["2024-02-29", "2000-02-29", "1999-12-31", "0000-01-01"],
      invalid: [
        "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-01", "2024-01-00", "24-01-01", "2024-1-1",
        "2024-01-01 ", "2024-01-01T", "20240101", "\u{0662}024-01-01", "",
      ])
    check(
      DateTimeForm.isTime,
      valid: ["12:00:00Z", "23:59:59.123456789+05:30", "00:00:00z", "23:59:60Z", "01:29:60+01:30", "15:59:60.5-08:00"],
      invalid: [
        "12:00Z", "12:00:00", "24:00:00Z", "12:60:00Z", "12:00:61Z", "12:00:00.Z", "12:00:00+24:00", "12:00:00+01:60",
        "12:00:00+1:00", "12:00:60Z", "23:59:60+01:00", "1:00:00Z", "12:00:00Z ", "12:00:00+0100",
      ])
    check(
      DateTimeForm.isDateTime, valid: ["2024-05-17T12:00:00Z", "2024-05-17t12:00:00.1-00:00"],
      invalid: ["2024-05-17 12:00:00Z", "2024-05-17T12:00:00", "2024-05-17", "T12:00:00Z", "2024-02-30T12:00:00Z"])
  }

  @Test func takesNamesAndAddressesOfHosts() {
    let label = String(repeating: "a", count: 63)
    check(
      HostNameForm.isHostName, valid: ["localhost", "1host", "a.b-c.example", label, "xn--nw2a.xn--j6w193g"],
      invalid: ["", ".", "a.", ".a", "-a", "a-", "a_b", "a b", label + "a", "\u{FC}", "a\n"] + [
        [label, label, label, label].joined(separator: ".")
      ])
    check(
      IPAddressForm.isVersion4, valid: ["0.0.0.0", "255.1.20.3"],
      invalid: ["256.0.0.0", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1..2.3", "1.2.3.4 ", "a.b.c.d", "1.2.3.1000", ""])
    check(
      IPAddressForm.isVersion6,
      valid: [
        "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2::7:8", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "ABCD::", "1::8",
      ],
      invalid: [
        "", ":", ":1", "1:", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", ":::", "12345::", "g::",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4::5:6:7:8", "::1.2.3", "::1.2.3.4:5", "::1%eth0", "1.2.3.4",
      ])
  }

  @Test func takesUUIDsPointersAndBase64() {
    check(
      UUIDForm.isUUID, valid: ["2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2EB8AA08-AA98-11EA-B4AA-73B441D16380"],
      invalid: ["2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08aa9811eab4aa73b441d16380", "{}", ""] + [
        "2eb8aa08-aa98-11ea-b4aa73b441d163800", "2eb8aa08-aa98-11ea-b4aa-73b441d1638g",
      ])
    check(
      JSONPointerForm.isPointer, valid: ["", "/", "/a~0b~1c/0", "/\u{FC}//"], invalid: ["a", "#/a", "/~", "/~2", "/a~"])
    check(
      JSONPointerForm.isRelativePointer, valid: ["0", "1/a", "10#", "0/"],
      invalid: ["", "/a", "01", "-1", "1a", "1#a", "1/~2", "#"])
    check(
      Base64Form.isBase64, valid: ["", "YQ==", "YWI=", "YWJj", "a+/9"],
      invalid: ["YQ", "YQ=", "Y===", "====", "YQ==YQ==", "YW-_", "YWJ\n", "YW=j"])
  }

  /// Where a form looks at the rest of a text again and again, this does not end.
  @Test func readsLongTextsOnce() {
    let many = 200_000
    for (form, text) in [(TextForm.uri, "a:%41"), (.uriTemplate, "{a}"), (.email, "a.b"), (.uriReference, "/")] {
      _ = form.admits(String(repeating: text, count: many))
    }
    #expect(verdict(URITemplateForm.isTemplate, String(repeating: "{a}", count: many)))
  }
}
