/// Compiles only if both documents became Swift, the second one under the namespace of its configuration.
struct Publishers {
  var orders: Orders.Client.Publisher
  var lamps: HarbourLamps.Client.Publisher
}
