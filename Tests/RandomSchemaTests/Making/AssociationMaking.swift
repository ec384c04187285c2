import SchemaLanguage
import TestSupport

extension SchemaMaker {
  /// An association of the model of `plan`; `nil` where there is no model to lead to.
  mutating func association(of plan: Plan) -> RandomModel.Part? {
    let parents = plans.filter { plan.isWild && random.happens(20) || $0.isParent && !$0.isWild }
    guard let other = parents.randomElement(using: &random) else { return nil }
    let number = next()
    let actions = ["cascade", "restrict", "noAction"]
    var options: [String] = []
    if random.happens(25) {
      options.append("onDelete: \(random.pick(plan.isWild ? actions + ["setNull", "setDefault"] : actions))")
    }
    if random.happens(25) {
      options.append("onUpdate: \(random.pick(plan.isWild ? actions + ["setNull", "setDefault"] : actions))")
    }
    if random.happens(8) { options.append("constraint: \(random.pick(["false", "key_\(number)"]))") }
    let isWide = other.key == .composite
    func part(_ section: RandomModel.Section, _ start: String) -> RandomModel.Part {
      RandomModel.Part(
        section: section, start: "\(start)\(number): { model: \(other.name)", options: options, end: " }",
        target: other.name)
    }
    switch random.number(0...9) {
    case 0..<6:
      var part = part(.belongsTo, "parent")
      let isOptional = random.happens(40)
      if isOptional { part.start += "?" }
      if isOptional, random.happens(20), !options.contains(where: { $0.hasPrefix("onDelete") }) {
        part.options.append("onDelete: setNull")
      }
      if !isWide, random.happens(30) {
        var key = ["name: key\(number)"]
        if random.happens(30) { key.append("unique: true") }
        if random.happens(30) { key.append("comment: \(quoted(random.pick(RandomNames.comments)))") }
        part.options.append("foreignKey: { \(key.joined(separator: ", ")) }")
      } else if isWide, random.happens(30) {
        part.options.append("foreignKey: [key\(number)a, key\(number)b]")
      }
      if plan.isWild, random.happens(20) {
        part.options.append("targetKey: \(random.pick(["id", "code", "number", "[b, a]"]))")
      }
      return part
    case 6..<8:
      let keys = isWideKey(plan) ? "[key\(number)a, key\(number)b]" : "key\(number)"
      // What leads here comes from this model's key.
      guard plan.isParent || plan.isWild else { return nil }
      options.append("foreignKey: \(keys)")
      return part(random.happens(50) ? .hasMany : .hasOne, "children")
    default:
      guard plan.isParent || plan.isWild else { return nil }
      // Names that are no misspellings of one another.
      let letters = (0..<9).map { _ in
        String(random.pick(Array("bdfgklmnprstvz"))) + String(random.pick(Array("aeiou")))
      }
      options.append("through: J\(letters.joined())")
      if random.happens(20) { options.append("timestamps: true") }
      return part(.belongsToMany, "others")
    }
  }

  private func isWideKey(_ plan: Plan) -> Bool { plan.key == .composite || plan.key == .part }
}
