/// The nouns by whose endings alone the rules of ``Inflection`` would go wrong. All words are in small letters.
enum NounEndings {
  // MARK: Singulars in -s

  /// Whether `word`, which ends in s, is a singular: `status`, `gas`, `address`, `analysis`.
  static func isSingularInS(_ word: String) -> Bool {
    if word.hasSuffix("ss") { return true }
    if word.hasSuffix("us") {
      return word.utf8.count > 2 && !word.hasSuffix("eaus") && !inU.contains(String(word.dropLast()))
    }
    if word.hasSuffix("is"), isSingularInSis(word) || word.hasSuffix("itis") || word.hasSuffix("polis") { return true }
    return singularsInS.contains(word)
  }

  /// Whether `word` is a Greek noun in -is that has its plural in -es.
  static func isSingularInSis(_ word: String) -> Bool {
    word.hasSuffix("sis") && word.utf8.count > 4 && word != "pepsis" || word == "axis" || word == "praxis"
  }

  /// Whether `word`, which ends in -ses, is the plural of a noun in -sis.
  static func isPluralOfSis(_ word: String) -> Bool { pluralsOfSis.containsEnding(of: word) }

  private static let pluralsOfSis: WordList = """
    aereses apotheoses catharses crises ellipses emphases exegeses fibroses geneses gnoses hypnoses kineses lyses
    meioses metamorphoses mimeses mitoses necroses nemeses neuroses osmoses psychoses scleroses sepses stases
    stenoses symbioses synopses theses thromboses tuberculoses
    """

  /// All but those in -ss, -us, -sis, -itis and -polis.
  private static let singularsInS: WordList = """
    adonis alexis alias amaryllis andes anubis arkansas athens atlas bahamas bias biceps biogas brussels cannabis
    canvas carlos charles chris christmas clitoris curtis cyclops dais dallas davis dennis doris douglas ellis elvis
    epidermis eros evans forceps francis glottis harris hercules hermes honduras hopkins hughes ibis iris james
    jenkins johannes jones judas kansas lagos laos lens lewis louis lucas madras mantis mars memphis mercedes morris
    myers nicholas pampas pancreas paris pelvis penis phyllis portcullis proboscis quadriceps rhinoceros rhys
    simmons stevens texas thermos this thomas travis trellis triceps tunis vegas wales yes yves
    """

  /// Nouns in -u, whose plurals look like Latin singulars.
  private static let inU: WordList = """
    adieu apu bantu bayou caribou cpu ecu emu eu flu genu gnu gpu guru haiku hindu iglu impromptu ipu jujitsu kudu
    landau lieu luau lulu menu milieu mtu npu parvenu pdu pilau purlieu ragu rtu sadhu sku snafu sou submenu
    sudoku tau thou tiramisu tofu tpu tutu urdu vcpu vpu you zebu zulu
    """

  // MARK: Plurals in -es

  /// Nouns in -o that take -es.
  static let takeEs: WordList = """
    desperado domino echo embargo go jingo lingo mango no potato tomato torpedo veto
    """

  /// Nouns in -ie; other plurals in -ies come from -y.
  static let inIe: WordList = """
    aerie auntie aussie barbie beanie birdie bogie boogie bookie bourgeoisie bowtie brasserie brie brownie budgie cabbie
    caddie calorie camaraderie charcuterie collie commie cookie coolie coterie cowrie creperie cutie dearie dixie
    doggie eyrie faerie foodie freebie gaucherie genie gillie girlie goalie goodie groupie hankie hippie hoagie
    homie hoodie hottie indie junkie kiddie kilocalorie laddie lassie leftie lie lingerie magpie meanie menagerie
    movie nappie necktie newbie nightie nixie oldie organdie patisserie pie pinkie pixie potpie prairie premie
    quickie reverie roadie rookie rotisserie selfie sharpie smoothie sortie specie stymie sweetie talkie techie tie
    toughie townie trekkie valkyrie veggie walkie wedgie weenie wheelie yuppie zombie
    """

  /// Nouns in -oe; other plurals in -oes come from -o.
  static let inOe: WordList = """
    aloe backhoe canoe doe floe foe gumshoe hammertoe hoe horseshoe mistletoe oboe overshoe roe shoe sloe snowshoe
    throe tiptoe toe woe
    """

  /// Nouns in -xe; other plurals in -xes come from -x.
  static let inXe: WordList = "axe battleaxe deluxe luxe pickaxe poleaxe"

  /// Nouns in -che; other plurals in -ches come from -ch.
  static let inChe: WordList = """
    ache apache attache avalanche backache barouche bellyache brioche cache cartouche cliche cloche creche douche
    earache fiche gouache headache heartache memcache microfiche moustache mustache niche panache pastiche porsche
    psyche quiche ruche seiche stomachache toothache tranche
    """

  /// Whether `word` ends in a -ch that is spoken as k and takes -s.
  static func isInHardCh(_ word: String) -> Bool { inHardCh.containsEnding(of: word) }

  private static let inHardCh: WordList = """
    czech diptych distich epoch eunuch hierarch loch matriarch moloch monarch oligarch patriarch stomach tech
    tetrarch triptych
    """

  /// Whether `word` is a noun in -z; other plurals in -zes come from -ze.
  static func isInZ(_ word: String) -> Bool {
    word.hasSuffix("zz") || word.hasSuffix("tz") || word.utf8.count == 1 || inZ.contains(word)
  }

  private static let inZ: WordList = """
    baz chintz coz oz pizzaz showbiz soyuz topaz
    """

  /// Whether `word`, which ends in -se, is a noun although what stands before its e looks like a singular as well.
  static func isInSe(_ word: String) -> Bool {
    word.hasSuffix("ouse") || word.hasSuffix("ause") || inSe.contains(word)
  }

  private static let inSe: WordList = """
    abuse bouillabaisse crevasse cuisse disuse druse excuse finesse fosse fuse hypotenuse impasse lacrosse masse
    misuse mousse muse overuse pelisse posse recluse refuse reuse ruse use wrasse
    """
}
