import Foundation

/// A name that no other test uses.
package func unique(_ name: String) -> String { "\(name)-\(UUID().uuidString.prefix(8).lowercased())" }
