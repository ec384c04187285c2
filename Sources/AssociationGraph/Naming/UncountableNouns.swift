/// Nouns that have one form for singular and plural. All words are in small letters.
enum UncountableNouns {
  /// Whether `word` is one.
  static func contain(_ word: String) -> Bool { all.contains(word) }

  private static let all = WordList(of: [massNouns, sameInPlural, onlyPlural, sciences, initialismsInS])

  /// What is not counted.
  private static let massNouns = """
    advice agriculture airmail artillery asbestos baggage bedding bluetooth butter cash cattle chaos chess clothing
    cosmos cutlery devops diabetes dirt ecommerce electricity equipment ethos evidence eyewear feedback firmware
    footwear freeware furniture garbage glassware golf gossip graffiti groundwork groupware hardware health herpes
    homework housework hydrogen information jewellery jewelry knitwear knowledge kudos laundry lightning livestock
    luggage machinery malware measles memorabilia menswear merchandise middleware mileage molasses money multimedia
    mumps music news nitrogen oxygen paraphernalia parking pathos plywood police poultry privacy progress propaganda
    pus rabies ransomware regalia research rice rubbish scabies scenery seafood shareware silverware smallpox
    software spam spyware stationery tableware tennis thunder traffic trivia underwear warfare wealth weather
    wildlife womenswear
    """

  /// Nouns whose plural is their singular.
  private static let sameInPlural = """
    aircraft barracks bison bourgeois burmese carp chamois chassis chinese cod congolese corps crayfish crossroads
    debris deer gallows goldfish grouse headquarters hovercraft insignia japanese jellyfish lebanese maltese
    miniseries moose nepalese offspring patois portuguese precis reindeer rendezvous salmon senegalese series
    shambles sheep shellfish siamese spacecraft species starfish subspecies sudanese swine swiss swordfish taiwanese
    timeseries trout vietnamese watercraft whereabouts
    """

  /// Nouns that have a plural alone, or whose singular nobody means: no table holds a `trouser`.
  private static let onlyPlural = """
    amends binoculars clothes jeans knickers leggings pajamas pants pliers pyjamas scissors sunglasses thanks tights
    trousers tweezers underpants
    """

  /// Sciences and activities in -ics. Others in -ics are plurals: `topics`, `statistics`, `metrics`, `diagnostics`.
  private static let sciences = """
    acoustics aerobics aerodynamics aesthetics analytics astrophysics athletics avionics ballistics bioinformatics
    civics cybernetics economics electrodynamics electronics ergonomics ethics forensics genetics genomics
    geopolitics gymnastics hydraulics informatics kinetics linguistics logistics macroeconomics mathematics maths
    mechatronics microeconomics microelectronics obstetrics optics orthodontics paediatrics pediatrics phonetics
    physics politics proteomics robotics semantics telematics thermodynamics
    """

  /// Initialisms that end in S, which would be taken for plurals, and the letter itself.
  private static let initialismsInS = """
    aws cms css dbms dns gis gps hdfs https iaas ios irs iss js lms macos mms nas nfs ntfs paas pos rdbms rds
    rss s saas sms sns sos sqs tls tvos usps vfs wms xss zfs
    """
}
