// libFuzzer, which gives inputs that lead to new places of the program; linked only where all is compiled with
// `-sanitize=fuzzer` and FUZZING is defined, as by `run.py build`.
#if FUZZING
  import Foundation

  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt

  /// Tries an input; a fault ends the process, so that libFuzzer keeps the input. Its own main, which is not used, calls this
  /// by its name.
  @_cdecl("LLVMFuzzerTestOneInput")
  func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let fault = Target.chosen?.fault(Array(UnsafeBufferPointer(start: bytes, count: count))) { fatalError(fault) }
    return 0
  }

  extension Target {
    /// The target of this process: libFuzzer's function takes no more than the input.
    nonisolated(unsafe) fileprivate static var chosen: Target?

    /// Runs libFuzzer with the command line, if the environment names a target.
    static func fuzz() {
      guard let name = ProcessInfo.processInfo.environment["NETMAP_TARGET"] else { return }
      chosen = all.first { $0.name == name }
      guard chosen != nil else { fatalError("there is no target \(name)") }
      var count = CommandLine.argc
      var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = CommandLine.unsafeArgv
      exit(runDriver(&count, &words, tryInput))
    }
  }
#endif
