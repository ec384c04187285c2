/// Words that Swift names write in one case, all capitals or all small: `userID`, `idOfUser`.
///
/// The Swift API Design Guidelines ask this of "acronyms and initialisms that commonly appear as all upper case in
/// American English". The table leaves out those that are words as well (`it`, `us`, `pin`).
enum Initialisms {
  /// `word`, in small letters, as it stands inside a name; `nil` if it is no initialism.
  ///
  /// A plural keeps its small `s` (`ids` → `IDs`) and a number may follow (`html5` → `HTML5`).
  static func capitalized(_ word: String) -> String? {
    if let spelling = spellings[word] { return spelling }
    if word.utf8.last == UInt8(ascii: "s"), let spelling = spellings[String(word.dropLast())] { return spelling + "s" }
    let digits = word.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard digits > 0, let spelling = spellings[String(word.dropLast(digits))] else { return nil }
    return spelling + word.suffix(digits)
  }

  /// Whether `word`, in small letters, is one, without a plural `s` or a number.
  static func contains(_ word: String) -> Bool { spellings[word] != nil }

  private static let spellings: [String: String] = {
    var spellings = ["ipv4": "IPv4", "ipv6": "IPv6", "md5": "MD5", "mp3": "MP3", "mp4": "MP4"]
    for word in WordList.words(of: capitals.utf8) { spellings[LetterCase.lowered(word)] = word }
    return spellings
  }()

  private static let capitals = """
    ACL AES API ASCII AWS
    BIC
    CDN CIDR CLI CMS CPU CRC CRM CRUD CSRF CSS CSV CVV
    DB DBMS DDL DHCP DKIM DML DNA DNS DOI DPI
    EAN ERP EUR
    FAQ FTP
    GBP GDPR GIF GIS GMT GPS GPU GUI GUID
    HDD HDMI HMAC HTML HTTP HTTPS
    IBAN ICMP ID IDE IMAP IMEI IO IOS IP ISBN ISIN ISO ISP ISSN
    JPEG JPG JSON JWT
    KPI KYC
    LAN LDAP
    MFA MIME MMS
    NFC NFT
    OCR OS OTP
    PDF PNG
    QR
    RDBMS RFC RFID RGB RNA ROI RPC RSA RSS
    SDK SEO SFTP SHA SKU SLA SMS SMTP SQL SSD SSH SSL SSN SSO SVG
    TCP TLS TOTP TSV TTL TV
    UDP UI ULID UPC URI URL URN USB USD UTC UTF UUID UX
    VAT VIN VLAN VM VPC VPN
    WAN
    XHTML XML XSLT
    YAML
    """
}
