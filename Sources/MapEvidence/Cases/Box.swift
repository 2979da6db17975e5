/// A place for a value that cannot be copied, where only what can be copied may stand: in an array.
final class Box<Value: ~Copyable> {
  var value: Value
  init(_ value: consuming Value) { self.value = value }
}
