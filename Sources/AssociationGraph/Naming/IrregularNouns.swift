/// Nouns whose plural no rule makes.
enum IrregularNouns {
  /// The plural of `word`, in small letters, if it is an irregular singular.
  static func plural(of word: String) -> String? { words.plurals[of: word] ?? compounds.plurals[ofEndingOf: word] }

  /// The singular of `word`, in small letters, if it is an irregular plural, be it one that ``plural(of:)`` does not
  /// make.
  static func singular(of word: String) -> String? {
    words.singulars[of: word] ?? compounds.singulars[ofEndingOf: word]
  }

  /// From one form to the other.
  private struct Forms {
    private var forms: [String: String]
    /// Whether a word ends in a byte.
    private var isLast = [Bool](repeating: false, count: 256)
    private var longest = 0

    /// None of about `count` words.
    init(of count: Int) { forms = Dictionary(minimumCapacity: count) }

    mutating func add(_ form: String, of word: String) {
      forms[word] = form
      for last in word.utf8.suffix(1) { isLast[Int(last)] = true }
      longest = max(longest, word.utf8.count)
    }

    subscript(of word: String) -> String? { forms[word] }

    /// `word` with its longest ending that is a word of these, or the whole, in the other form.
    subscript(ofEndingOf word: String) -> String? {
      guard let last = word.utf8.last, isLast[Int(last)], !regularLookalikes.contains(word) else { return nil }
      var ending = word.utf8.suffix(longest)
      while !ending.isEmpty {
        if let form = forms[String(Substring(ending))] { return word[..<ending.startIndex] + form }
        ending.removeFirst()
      }
      return nil
    }
  }

  private static func read(_ text: String) -> (plurals: Forms, singulars: Forms) {
    let lines = WordList.lines(of: text)
    var (plurals, singulars) = (Forms(of: lines.count), Forms(of: lines.count * 3))
    for words in lines where words.count > 1 {
      plurals.add(words[1], of: words[0])
      for plural in words[1...] { singulars.add(words[0], of: plural) }
    }
    return (plurals, singulars)
  }

  /// Singular, plural, further plurals that are understood: of these words and of all that end in them.
  private static let compounds = read(
    """
    bacterium bacteria
    calf calves
    child children
    criterion criteria criterions
    datum data
    foot feet
    half halves
    hero heroes heros
    index indices indexes
    knife knives
    leaf leaves leafs
    loaf loaves loafs
    man men
    matrix matrices matrixes
    medium media
    person people
    phenomenon phenomena phenomenons
    quiz quizzes
    self selves
    shelf shelves
    thief thieves thiefs
    tooth teeth
    vertex vertices vertexes
    wife wives
    wolf wolves
    woman women
    """)

  /// Words that end like one of ``compounds`` and have another plural, or are singulars.
  private static let regularLookalikes: WordList = """
    abdomen acumen albumen amen ataman bitumen brahman caiman cayman cyclamen desman dolman dolmen examen flamen
    foramen german hetman human hymen inhuman lumen mussulman nonhuman norman omen ottoman ramen regimen roman rumen
    semen shaman specimen stamen superhuman talisman toman turkoman yemen
    """

  /// The same, of these words alone.
  private static let words = read(
    """
    addendum addendums addenda
    afterlife afterlives
    alga algae algas
    alumna alumnae alumnas
    alumnus alumni
    antenna antennas antennae
    apex apexes apices
    aphelion aphelia
    appendix appendixes appendices
    aquarium aquaria aquariums
    atrium atriums atria
    auditorium auditoriums auditoria
    automaton automata automatons
    axis axes
    bacillus bacilli
    basis bases
    beau beaus beaux
    biz bizzes
    bronchus bronchi
    buffalo buffaloes buffalos
    bureau bureaus bureaux
    bus buses busses
    cactus cacti cactuses
    chateau chateaus chateaux
    cherub cherubs cherubim
    chrysalis chrysalises chrysalides
    codex codices codexes
    compendium compendiums compendia
    consortium consortia consortiums
    corpus corpora
    cortex cortices cortexes
    cumulus cumuli
    curriculum curriculums curricula
    die dice dies
    dormouse dormice
    dwarf dwarves dwarfs
    elf elves
    emporium emporiums emporia
    equilibrium equilibriums equilibria
    erratum errata
    extremum extrema
    fez fezzes
    focus foci focuses focusses
    formula formulas formulae
    fresco frescoes frescos
    fungus fungi funguses
    ganglion ganglia
    gas gases gasses
    gateau gateaus gateaux
    genus genera
    germany germanys
    goose geese
    gymnasium gymnasiums gymnasia
    harry harrys
    helix helices helixes
    henry henrys henries
    honorarium honorariums honoraria
    hoof hoofs hooves
    jerry jerrys
    kennedy kennedys
    kibbutz kibbutzim
    larry larrys
    larva larvae larvas
    latex latexes latices
    lemma lemmas lemmata
    libretto librettos libretti
    life lives
    locus loci
    louse lice
    mary marys
    maximum maximums maxima
    memorandum memorandums memoranda
    millennium millennia millenniums
    minimum minimums minima
    mitochondrion mitochondria
    momentum momentums momenta
    moratorium moratoriums moratoria
    mouse mice mouses
    murphy murphys
    nebula nebulas nebulae
    nucleus nuclei
    oasis oases
    optimum optimums optima
    os os oses
    ovum ova
    ox oxen
    papyrus papyri papyruses
    passerby passersby
    persona personas personae
    phylum phyla
    planetarium planetariums planetaria
    plateau plateaus plateaux
    podium podiums podia
    polyhedron polyhedrons polyhedra
    portmanteau portmanteaus portmanteaux
    praxis praxes
    quantum quanta
    radius radii radiuses
    radix radixes radices
    referendum referendums referenda
    sally sallys sallies
    sanatorium sanatoriums sanatoria
    scarf scarves scarfs
    schema schemas schemata
    seraph seraphs seraphim
    serum serums sera
    sheaf sheaves
    simplex simplexes simplices
    solarium solariums solaria
    spectrum spectra spectrums
    stadium stadia stadiums
    stigma stigmas stigmata
    stimulus stimuli
    stratum strata
    supernova supernovas supernovae
    syllabus syllabuses syllabi
    symposium symposiums symposia
    tableau tableaus tableaux
    taxon taxa
    terminus termini terminuses
    terrarium terrariums terraria
    testis testes
    tetrahedron tetrahedrons tetrahedra
    thesaurus thesauruses thesauri
    titmouse titmice
    torus tori toruses
    trousseau trousseaus trousseaux
    turf turfs turves
    ulna ulnas ulnae
    uterus uteri uteruses
    vacuum vacuums vacua
    vertebra vertebrae vertebras
    virtuoso virtuosos virtuosi
    vita vitae
    vivarium vivariums vivaria
    vortex vortexes vortices
    wharf wharves wharfs
    whiz whizzes
    wiz wizzes
    """)
}
