/// The templates that come with the generator, by file name.
package enum BuiltinTemplates {
  package static let texts: [(name: String, text: [UInt8])] = [
    ("Application.mustache", PackageResources.Application_mustache),
    ("Channels.mustache", PackageResources.Channels_mustache),
    ("Client.mustache", PackageResources.Client_mustache),
    ("Enumeration.mustache", PackageResources.Enumeration_mustache),
    ("Handling.mustache", PackageResources.Handling_mustache),
    ("Header.mustache", PackageResources.Header_mustache),
    ("Messages.mustache", PackageResources.Messages_mustache),
    ("Publisher.mustache", PackageResources.Publisher_mustache),
    ("Schemas.mustache", PackageResources.Schemas_mustache),
    ("Servers.mustache", PackageResources.Servers_mustache),
    ("Structure.mustache", PackageResources.Structure_mustache),
    ("Subscriber.mustache", PackageResources.Subscriber_mustache),
    ("Union.mustache", PackageResources.Union_mustache),
    ("Validation.mustache", PackageResources.Validation_mustache),
  ]
}
