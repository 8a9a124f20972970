/// Compiles only if each document became Swift, also two of one name in different folders, and one under the namespace
/// of its configuration.
struct Publishers {
  var orders: Orders.Client.Publisher
  var returns: Returns.Client.Publisher
  var lamps: HarbourLamps.Client.Publisher
}
