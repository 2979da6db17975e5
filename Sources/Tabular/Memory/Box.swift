/// A reference to a value that cannot be copied, so that an array can hold it.
@usableFromInline package final class Box<Value: ~Copyable> {
  package var value: Value
  package init(_ value: consuming Value) { self.value = value }
}
