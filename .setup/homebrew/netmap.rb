# Where a release's sources are, and their digest, .setup/formula writes into this: then it is a formula for a tap.
class Netmap < Formula
  desc "Network maps of social programmes from interviews and management information"
  homepage "@HOMEPAGE@"
  url "@URL@"
  sha256 "@SHA256@"
  license "Apache-2.0"

  depends_on xcode: ["26.0", :build]
  depends_on "pkgconf" => :build
  depends_on "expat"
  depends_on "graphviz"
  depends_on "libmd"
  depends_on "libyaml"
  depends_on macos: :sequoia
  uses_from_macos "python" => :build
  uses_from_macos "swift" => :build
  uses_from_macos "zlib"

  def install
    # Homebrew builds in a sandbox of its own, in which SwiftPM cannot make another.
    system "swift", "build", "--disable-sandbox", "--configuration", "release", "--product", "netmap"
    system ".setup/stage", prefix, ".build/release/netmap"
  end

  def caveats
    <<~EOS
      Figures are drawn in DejaVu Sans, so that they look alike everywhere:
        brew install --cask font-dejavu
    EOS
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/netmap --version")
    system bin/"netmap", "new", "map"
    system bin/"netmap", "figures", "map", "--output", "figures", "--image-format", "svg,png"
    assert_match "Reading hour", (testpath/"figures/whole-map.svg").read
    assert_equal "\x89PNG".b, (testpath/"figures/whole-map.png").binread(4)
  end
end
