import Testing

@Suite struct ScriptTests {
  @Test(arguments: [
    Marked("js", "‹s:`a ›‹v:${›x + ‹s:`b ›‹v:${›{c: ‹n:1›}‹v:}›‹s:`›‹v:}›‹s: {d} \\``›;"),
    Marked("js", "x = ‹s:/[/\"]\\/b/gi›; y = a / b / c; z = (d) / e; ‹k:return› ‹s:/f/›"),
    Marked("js", "‹c:/* a /* b */› c"),
    Marked("js", "obj.class.default; ‹k:this› / ‹n:2›; ‹n:1›/‹n:2›; i++ / ‹n:2›; ‹f:f›(‹s:/x/›)"),
    Marked("js", "‹k:const› from = ‹n:1›; ‹k:import› a ‹k:from› ‹s:'b'›; ‹k:for› (x ‹k:of› y);"),
    Marked("js", "‹k:class› ‹t:A› { ‹k:static› ‹k:get› ‹f:x›() {} }"),
    Marked("js", "‹s:'open›\n‹k:let› y = ‹n:1_0n› + ‹n:.5›"),
    Marked(
      "jsx",
      "‹k:return› ‹k:<A.b› ‹a:c-d›=‹s:\"e\"› ‹a:f›=‹v:{›{g: ‹n:1›}‹v:}›‹k:>›it's ‹v:{›h‹v:}›‹k:<br/></A.b>›;"
    ),
    Marked("js", "x = ‹k:<>›a ‹k:<b>›c‹k:</b></>›; a < b; ‹f:f›(a <b)"),
    Marked(
      "ts", "‹k:interface› ‹t:A›<‹t:T›> { ‹k:readonly› x?: ‹t:string› }; ‹k:type› ‹t:B› = ‹t:any›"),
    Marked("ts", "‹k:const› type = ‹n:1›; x = <‹t:any›>y ‹k:as› ‹k:const›; ‹a:@Input›() z"),
    Marked("tsx", "‹k:const› f = <‹t:T›,>(x: ‹t:T›) => ‹k:<b>›x‹k:</b>›;"),
    Marked("py", "‹s:f\"a ›‹v:{›b!r‹s::>›‹v:{›w‹v:}}›‹s: {{c}} ›‹v:{›d[‹s:'k'›]‹v:}›‹s:\"› + e"),
    Marked("py", "‹s:rf'''a›\n‹s:'b' ›‹v:{›c‹v:}›‹s:'''› ‹s:r'\\''› ‹s:rb\"\\\"x\"› f ‹s:b''›"),
    Marked("py", "‹s:\"\"\"a›\n‹s:\"b\" 'c' \\\"\"\"\"› ‹c:# d›\n"),
    Marked("py", "‹a:@a.b›(c)\n‹k:class› ‹t:D›:\n  ‹k:def› ‹f:e›(‹v:self›): ‹k:return› x @ y"),
    Marked("python", "‹k:match› x:\n  ‹k:case› [a]: match = ‹f:case›(a)"),
    Marked("python", "‹s:'open›\nx = ‹n:0xFF› + ‹n:1e-5j› + ‹n:.5› + a.b"),
    Marked(
      "rb", "‹s:\"a ›‹v:#{›b.map { |c| ‹s:\"›‹v:#{›c‹v:}›‹s:\"› }‹v:}›‹s: #d\"› + ‹s:'#{no}'›"),
    Marked("rb", "‹s:%w[a [b] c]› + ‹s:%(d (e) ›‹v:#{›f‹v:}›‹s:)› + x % ‹n:3›"),
    Marked("rb", "‹v:@a› = ‹s::b› ? ‹v:$c› : ‹v:@@d›; e::‹t:F›"),
    Marked("rb", "a / b / c; x =~ ‹s:/d›‹v:#{›e‹v:}›‹s:\\//i›; ‹f:puts› ‹s:/f g/›"),
    Marked(
      "rb",
      "‹f:f›(‹s:<<~A›, ‹s:<<-'B'›)\n‹s:  a ›‹v:#{›x‹v:}›\n‹s:  A›\n‹s: #{no}›\n‹s: B›\n‹k:end›"),
    Marked("rb", "list << ‹n:1›\n‹c:=begin›\n‹c: a›\n‹c:=end›\n‹k:def› ‹k:self›.‹f:b?›() ‹c:# d›"),
    Marked(
      "php", "‹v:$a› = ‹s:\"b ›‹v:$c›‹s: ›‹v:{$d›[‹s:'e'›]‹v:}›‹s: \\$f {g}\"› . ‹s:'$h'›; ‹c:# i›"),
    Marked(
      "php",
      "‹k:<a› ‹a:b›=‹s:\"›‹h:<?=› ‹v:$c› ‹h:?>›‹s:\"›‹k:>›‹h:<?php› ‹k:if› (x): ‹c:// d ›‹h:?>›‹k:</a>›"
    ),
    Marked(
      "php", "‹v:$a› = ‹s:<<<A›\n‹s: b ›‹v:$c›\n‹s:  A›;\n‹v:$d› = ‹s:<<<'B'›\n‹s:$e›\n‹s:B›;"),
    Marked(
      "php", "‹a:#[A(›‹s:\"]\"›‹a:)]›\n‹k:Class› ‹t:B› { ‹k:function› ‹f:c›(‹t:int› ‹v:$d›) }"),
    Marked("php", "‹k:echo› ‹n:1›; ‹h:?>› ‹k:<b>›x"),
  ])
  func coloursCode(marked: Marked) {
    #expect(marked.highlighted() == marked.text)
  }
}
