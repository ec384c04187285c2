/// What a screen shows.
public final class SettingsScreen {
  /// The settings.
  public private(set) var settings: [UISetting] = []

  /// Nothing.
  public init() {}

  /// Shows one more.
  public func show(_ setting: UISetting) { settings.append(setting) }
}
