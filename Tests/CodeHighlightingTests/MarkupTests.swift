import Testing

@Suite struct MarkupTests {
  @Test(arguments: [
    Marked(
      "html",
      "‹h:<!DOCTYPE html>›\n‹k:<a› ‹a:b-c›=‹s:\"d>\"› ‹a:e›=‹s:f› ‹a:g›‹k:>›it's ‹v:&amp;› & 5 < 6‹k:</a>›"
    ),
    Marked("html", "‹c:<!-- <b> --›\n‹c:-->›‹k:<br/>›"),
    Marked("html", "‹k:<script>›\n‹k:const› a = ‹s:\"</b>\"›; ‹c:/* c›\n‹k:</script><p>›d"),
    Marked("html", "‹k:<STYLE› ‹a:x›‹k:>›‹t:.a›{‹p:b›:‹s:'›‹k:</STYLE>›"),
    Marked("html", "‹k:<script>›‹f:f›(‹s:`›‹v:${›‹s:`›‹k:</script>›g"),
    Marked("xml", "‹h:<?xml a?>›‹k:<a:b› ‹a:c:d›=‹s:'e'›‹k:/>›‹h:<![CDATA[›‹s: <f> ›‹h:]]>›"),
    Marked("svg", "‹k:<script>›let \"a‹k:</script>›"),
    Marked(
      "css",
      "‹k:a›‹a::hover›, ‹t:.b-c›[‹a:d›=‹s:\"e\"›] { ‹p:color›: ‹n:#fff›; ‹v:--f›: ‹n:-1.5em› }"),
    Marked(
      "css",
      "‹k:@media› (‹p:min-width›: ‹n:1px›) { ‹k:b› { ‹p:x›: ‹f:url›(‹s:a//b›) ‹k:!important› } }"),
    Marked("css", "‹t:.a› { &‹a::hover› { ‹p:b›: c } ‹k:d›‹a::e› { ‹p:f›: ‹f:var›(‹v:--g›) } }"),
    Marked("css", "‹c:/* a›\n‹c:*/› ‹k:@import› ‹s:'b'›; ‹v:$c›: ‹n:50%›;"),
    Marked("md", "‹h:# a `b`›\n‹k:-› ‹s:`c`› [d](‹s:e›) ‹k:<b>›f\n#g\n‹k:>› ‹s:``h ` i``›"),
    Marked("markdown", "‹s:```js›\n‹s:# a›\n‹s:~~~›\n‹s:```›\n‹k:1.› b ‹c:<!-- c›\n‹c:-->›"),
    Marked("diff", "‹h:--- a›\n‹h:+++ b›\n‹h:@@ -1 +1 @@ c›\n d\n‹d:-e <b>›\n‹i:+f›"),
  ])
  func coloursCode(marked: Marked) {
    #expect(marked.highlighted() == marked.text)
  }
}
