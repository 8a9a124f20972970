#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A value of one of Swift's own types, or the runtime's, of which a schema may ask more than the type holds.
///
/// A constraint that says nothing of values of the type is fulfilled.
@_spi(Generated) public protocol Constrained {
  /// Whether the value is as the constraint wants it.
  func fulfils(_ constraint: Constraint) -> Bool
}

@_spi(Generated) extension String: Constrained {
  /// Compares length, in Unicode scalars as JSON Schema counts it, and pattern.
  public func fulfils(_ constraint: Constraint) -> Bool {
    switch constraint {
    case .minLength(let count): unicodeScalars.count >= count
    case .maxLength(let count): utf8.count <= count || unicodeScalars.count <= count
    case .pattern(let pattern): pattern.isFound(in: self)
    case .const(let value): value == .string(self)
    default: true
    }
  }
}

@_spi(Generated) extension Bool: Constrained {
  /// Compares with the one value there may be.
  public func fulfils(_ constraint: Constraint) -> Bool {
    if case .const(let value) = constraint { value == .bool(self) } else { true }
  }
}

@_spi(Generated) extension Constrained where Self: BinaryInteger {
  /// Compares with bounds and divisors.
  public func fulfils(_ constraint: Constraint) -> Bool {
    switch constraint {
    case .minimum(let bound): bound.order(of: self) != .less
    case .maximum(let bound): bound.order(of: self) != .more
    case .exclusiveMinimum(let bound): bound.order(of: self) == .more
    case .exclusiveMaximum(let bound): bound.order(of: self) == .less
    case .multipleOf(let divisor): divisor.divides(self)
    case .const(let value): Int64(exactly: self).map { value.equals(.integer($0)) } ?? true
    default: true
    }
  }
}

@_spi(Generated) extension Int: Constrained {}
@_spi(Generated) extension Int8: Constrained {}
@_spi(Generated) extension Int16: Constrained {}
@_spi(Generated) extension Int32: Constrained {}
@_spi(Generated) extension Int64: Constrained {}
@_spi(Generated) extension UInt8: Constrained {}
@_spi(Generated) extension UInt16: Constrained {}
@_spi(Generated) extension UInt32: Constrained {}
@_spi(Generated) extension UInt64: Constrained {}

@_spi(Generated) extension Double: Constrained {
  /// Compares with bounds and divisors.
  public func fulfils(_ constraint: Constraint) -> Bool {
    switch constraint {
    case .minimum(let bound): [.same, .more].contains(bound.order(of: self))
    case .maximum(let bound): [.same, .less].contains(bound.order(of: self))
    case .exclusiveMinimum(let bound): bound.order(of: self) == .more
    case .exclusiveMaximum(let bound): bound.order(of: self) == .less
    case .multipleOf(let divisor): divisor.divides(self)
    case .const(let value): value.equals(.number(self))
    default: true
    }
  }
}

@_spi(Generated) extension Float: Constrained {
  /// Compares with bounds and divisors, by the digits that the number is written with.
  public func fulfils(_ constraint: Constraint) -> Bool { (Double("\(self)") ?? Double(self)).fulfils(constraint) }
}

@_spi(Generated) extension Decimal: Constrained {
  /// Compares with bounds and divisors.
  public func fulfils(_ constraint: Constraint) -> Bool {
    switch constraint {
    case .minimum(let bound): bound.order(of: self) != .less
    case .maximum(let bound): bound.order(of: self) != .more
    case .exclusiveMinimum(let bound): bound.order(of: self) == .more
    case .exclusiveMaximum(let bound): bound.order(of: self) == .less
    case .multipleOf(let divisor): divisor.divides(self)
    case .const(let value): value.equals(.decimal(self))
    default: true
    }
  }
}

@_spi(Generated) extension Array: Constrained where Element: Hashable {
  /// Compares the number of elements, and the elements with each other.
  public func fulfils(_ constraint: Constraint) -> Bool {
    switch constraint {
    case .minItems(let count): self.count >= count
    case .maxItems(let count): self.count <= count
    case .uniqueItems: Set(self).count == count
    default: true
    }
  }
}

@_spi(Generated) extension Dictionary: Constrained where Key == String {
  /// Compares the number of properties.
  public func fulfils(_ constraint: Constraint) -> Bool {
    switch constraint {
    case .minProperties(let count): self.count >= count
    case .maxProperties(let count): self.count <= count
    default: true
    }
  }
}

@_spi(Generated) extension JSONValue: Constrained {
  /// Compares what the value is.
  public func fulfils(_ constraint: Constraint) -> Bool {
    if case .const(let value) = constraint { return value.equals(self) }
    switch self {
    case .null: return true
    case .bool(let value): return value.fulfils(constraint)
    case .integer(let value): return value.fulfils(constraint)
    case .number(let value): return value.fulfils(constraint)
    case .decimal(let value): return value.fulfils(constraint)
    case .string(let value): return value.fulfils(constraint)
    case .array(let elements):
      if case .uniqueItems = constraint { return !JSONValue.repeats(elements) }
      return elements.fulfils(constraint)
    case .object(let members): return members.fulfils(constraint)
    }
  }
}
