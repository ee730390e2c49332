import Testing

@Suite struct DataTests {
  @Test(arguments: [
    Marked("json", #"{ ‹p:"a \" b"› : [‹s:"c:"›, ‹n:-1.5e+3›, ‹k:true›] } ‹c:// d›"#),
    Marked("jsonc", "{ ‹p:a›: ‹s:'b'› ‹c:/* c›\n‹c:*/› }"),
    Marked(
      "yaml", "‹h:---›\n‹p:a b›: ‹s:it's c#d› ‹c:# e›\n- ‹p:f›: ‹n:1.5›\n- ‹k:true›\n- ‹s:1.2.3›"),
    Marked(
      "yml", "‹p:a›:\n  - ‹p:b›: ‹s:|-› ‹c:# c›\n‹s:      d: e›\n\n‹s:     # f›\n    ‹p:g›: ‹s:h›"),
    Marked(
      "yaml", "- ‹s:>›\n‹s:  a: b›\n- ‹p:\"c\"›: ‹s:'d''e'›\n- ‹a:&f› ‹a:!!str› ‹s:g›\n- ‹a:*f›"),
    Marked(
      "yaml", "‹p:a›: { ‹p:b›: ‹n:1›, ‹p:\"c\"›: [‹s:d e›, ‹k:~›] }\n‹p:url›: ‹s:http://x:80/#y›"),
    Marked("yaml", "‹p:a›: ‹s:\"b›\n‹s: c\"›\n‹p:d›: ‹n:2024-01-31›"),
    Marked(
      "toml",
      "‹h:[a.\"b]\"]› ‹c:# c›\n‹p:d.e› = ‹n:1979-05-27 07:32:00Z›\n‹p:\"f\"› = [ ‹n:-1_0.5›, ‹k:true› ]"
    ),
    Marked(
      "toml",
      "‹p:a› = ‹s:\"\"\"›\n‹s:b \"c\" \\\"\"\" d\"\"\"\"›\n‹p:e› = ‹s:'''\\›\n‹s:'''› ‹c:# f›"),
    Marked("toml", "‹p:a› = { ‹p:b› = ‹s:'C:\\'›, ‹p:c-d› = ‹n:+inf› }"),
    Marked("ini", "‹c:; a›\n‹h:[b]›\n‹p:c d› = e ‹c:; f›\n‹p:g›=‹s:\"h;\"›\n‹p:i›: ‹k:on›"),
    Marked(
      "sql",
      "‹k:select› ‹p:\"a\"›, ‹f:count›(*) ‹k:FROM› b ‹c:-- c›\n‹k:Where› d = ‹s:'e''f\\'› ‹k:and› g = ‹v::h›"
    ),
    Marked("sql", "x::‹t:text› = ‹s:$a$ ' $$ b $a$› ‹c:/* c›\n‹c:*/› ‹n:1.5›"),
  ])
  func coloursCode(marked: Marked) {
    #expect(marked.highlighted() == marked.text)
  }
}
