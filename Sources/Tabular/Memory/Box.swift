/// A place for a value that cannot be copied, where only what can be copied may stand: in an array.
package final class Box<Value: ~Copyable> {
  package var value: Value
  package init(_ value: consuming Value) { self.value = value }
}
