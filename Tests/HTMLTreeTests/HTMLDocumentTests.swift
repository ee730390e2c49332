import Bytes
import HTMLTree
import Testing

@Suite struct HTMLDocumentTests {
  @Test(arguments: [
    (
      "<!doctype html>\n<html lang=de>\n<head>\n<title>A<b</title><meta charset=latin1></head>\n"
        + "<body class=x>\n<p>é</body>\n</html>\n",
      "<!DOCTYPE html><html lang=\"de\"><head>\n<title>A&lt;b</title><meta charset=\"latin1\"></head>"
        + "\n<body class=\"x\">\n<p>é\n\n</p></body></html>"
    ),
    ("", "<html><head></head><body></body></html>"),
    ("x", "<html><head></head><body>x</body></html>"),
    ("<title>t</title> <p>x", "<html><head><title>t</title> </head><body><p>x</p></body></html>"),
    ("<!--a--><html><!--b--><body>", "<!--a--><html><!--b--><head></head><body></body></html>"),
    (
      "<head><noscript><img src=x></noscript><link rel=x></head><script>1</script><body id=b>y",
      "<html><head><noscript><img src=\"x\"></noscript><link rel=\"x\"></head><script>1</script>"
        + "<body id=\"b\">y</body></html>"
    ),
    (
      "<body>1<body id=x>2<html lang=x>3<head>4</head><title>5</title>",
      "<html><head></head><body>1234<title>5</title></body></html>"
    ),
    (
      "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"x\"><p>",
      "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"x\"><html><head></head>"
        + "<body><p></p></body></html>"
    ),
  ])
  func completesThePage(text: String, expected: String) throws {
    let once = try rewrittenPage(text)
    #expect(once == expected)
    #expect(try rewrittenPage(once) == once)
  }

  @Test func neverReadsExternalEntities() throws {
    let text = """
      <!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>
      """
    #expect(try rewrittenPage(text).contains("<p>&amp;x;</p>"))
  }
}
