import ArgumentParser
import PortalBuild

extension Shard: ExpressibleByArgument {
  /// Reads the value of an option.
  public init?(argument: String) { self.init(argument) }
}
