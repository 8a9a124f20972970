import Foundation
import SpecParser
import Testing

/// What fails here: somebody's valid document is refused, or a broken one taken, and nobody has looked at why.
@Suite struct VerdictTests {
  /// Where AsyncAPI's own parser is of another opinion.
  static let differences: [Difference] = [
    Difference(
      "official/asyncapi__spec__v2.6.0_examples_operation-security.yml",
      "default-of-wrong-type", .default),
    Difference(
      "official/asyncapi__spec__v3.1.0_examples_adeo-kafka-request-reply-asyncapi.yml",
      nil, .foreign),
    Difference(
      "real/Forsakringskassan__rimfrost-regel-common-asyncapi__asyncapi.yaml/asyncapi.yaml",
      "reply-address-and-channel-address", .reply),
    Difference(
      "real/deepgram__deepgram-docs__fern_asyncapi.yml",
      "redundant-parameter", .parameters),
    Difference(
      "real/kanekoshoyu__exchange-collection__asset_bitwyre_ws_asyncapi.yaml",
      "invalid-key", .server),
    Difference(
      "real/kanekoshoyu__exchange-collection__asset_coinbase_ws_asyncapi.yaml",
      "invalid-key", .server),
    Difference(
      "real/kanekoshoyu__exchange-collection__asset_hashkey_ws_asyncapi.yaml",
      "invalid-key", .server),
    Difference(
      "real/kanekoshoyu__exchange-collection__asset_mexc_ws_asyncapi.yaml",
      "invalid-key", .server),
    Difference(
      "tools/asyncapi__protobuf-schema-parser__test_documents_realworld.train_run.proto.result.json",
      nil, .protobuf),
    Difference(
      "tools/asyncapi__ts-nats-template__examples_simple-reply_asyncapi.json",
      "invalid-format", .mediaType),
    Difference(
      "tools/jessemenning__ep-asyncapi-importer-typescript__data_passing_asyncapi_ebay.spec.yml",
      "default-of-wrong-type", .default),
    Difference(
      "tools/jessemenning__ep-asyncapi-importer-typescript__data_tbd_SAP_S_4.spec.yml",
      "invalid-key", .component),
    Difference(
      "tools/kanekoshoyu__asyncapi-rust-ws-template__test_input_v2.yaml",
      "invalid-key", .server),
    Difference(
      "tools/kanekoshoyu__asyncapi-rust-ws-template__test_input_v3.yaml",
      "invalid-key", .server),
    Difference(
      "tools/springwolf__springwolf-core__springwolf-examples_springwolf-kafka-example_src_test_resources_asyncapi.json",
      "discriminator-not-required", .discriminator),
    Difference(
      "tools/springwolf__springwolf-core__springwolf-examples_springwolf-kafka-example_src_test_resources_asyncapi.yaml",
      "discriminator-not-required", .discriminator),
    Difference(
      "tools/springwolf__springwolf-core__springwolf-examples_springwolf-kafka-example_src_test_resources_groups_vehicles.json",
      "discriminator-not-required", .discriminator),
  ]

  @Test func agreesWithTheOfficialParser() throws {
    guard let folder = Corpus.folder else { return }
    let verdicts = try String(contentsOf: folder.appending(path: "VERDICTS.tsv"), encoding: .utf8)
    let known = Dictionary(uniqueKeysWithValues: Self.differences.map { ($0.document, $0) })
    var read = 0
    var agreed = 0
    for line in verdicts.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count > 1 else { continue }
      let parsing = Corpus.parsing(folder.appending(path: columns[0]))
      #expect(parsing.document != nil || parsing.report.hasErrors, "\(columns[0])")
      read += 1
      let isValid = !parsing.report.hasErrors
      if isValid == (columns[1] == "valid") {
        agreed += 1
        #expect(known[columns[0]] == nil, "\(columns[0]) is agreed on by now: take it off the list")
        continue
      }
      let codes = Set(parsing.errors.map(\.code))
      let expected = known[columns[0]].map { Set([$0.code].compactMap { $0 }) }
      // Other codes beside the one of the list say the same of more places.
      #expect(
        expected.map(codes.isSuperset) ?? false && codes.isEmpty == expected?.isEmpty,
        "\(columns[0]) is \(columns[1]), \(columns.dropFirst(4)): \(parsing.errors.prefix(5))")
    }
    #expect(read > 0, "an empty corpus tests nothing")
    print("Of \(read) documents, AsyncAPI's parser is of our opinion on \(agreed).")
  }
}
