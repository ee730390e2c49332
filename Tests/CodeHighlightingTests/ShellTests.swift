import Testing

@Suite struct ShellTests {
  @Test(arguments: [
    Marked(
      "bash",
      "‹v:A›=‹s:\"b ›‹v:$(›‹f:echo› ‹s:\"c ›‹v:${d:-›‹s:\"e\"›‹v:}›‹s:\"› (x)‹v:)›‹s: f\"› g"),
    Marked("sh", "‹f:echo› ‹s:'$no'› ‹s:$'a\\'b'› a#b ‹v:$1› ‹v:$?› x \\\" ‹c:# c 'd›"),
    Marked("sh", "cat ‹s:<<A› > f\n‹s:b ›‹v:$c›‹s: ›‹v:$(›d‹v:)›\n‹s: A›\n‹s:A›\n‹f:echo› x"),
    Marked("sh", "cat ‹s:<<'A'› ‹s:<<-B›\n‹s:$no›\n‹s:A›\n‹s:\tx›\n‹s:\tB›\ny <<< z"),
    Marked("zsh", "‹k:if› [ ‹v:$x› ]; ‹k:then› a; ‹k:fi›; ‹f:f›() { ‹k:for› i ‹k:in› b; }"),
    Marked("sh", "‹f:echo› ‹v:$(›(x<<y)‹v:)›; z ‹v:`›w ‹s:'a'›‹v:`›"),
    Marked("bash", "‹f:echo› ‹s:\"a›\n‹s:b\"› c\n‹f:echo› ‹s:'open›\n‹s:d›"),
    Marked(
      "console", "‹g:$› ‹f:echo› ‹s:\"open›\n‹o:out $x # y›\n‹g:#› ls\n‹g:me@host:~$› ‹f:cd› a"),
    Marked("console", "‹g:$› a \\\n  ‹s:'b'›\n‹o:c›"),
    Marked(
      "dockerfile",
      "‹c:# a›\n‹k:FROM› ‹a:--platform›=‹v:$P› b ‹k:AS› c\n‹k:RUN› d \\\n  ‹c:# e›\n  f ‹s:\"g ›‹v:$h›‹s:\"›\nruns"
    ),
    Marked("dockerfile", "‹k:ENV› ‹v:A›=b\n‹k:CMD› [‹s:\"c\"›]"),
    Marked(
      "makefile", "‹v:A› := ‹v:$(b $(c) d)› ‹c:# e›\n‹f:all f›: g\n\t@h ‹v:$@› ‹s:\"i\"›\n‹k:endif›"
    ),
    Marked("makefile", "‹f:.PHONY›: a\n‹k:include› b.mk\n‹v:C› ?= ‹v:${D}›"),
  ])
  func coloursCode(marked: Marked) {
    #expect(marked.highlighted() == marked.text)
  }
}
