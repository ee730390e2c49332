import Testing

@Suite struct CFamilyTests {
  @Test(arguments: [
    Marked("swift", "‹c:/* a /* b */ c */› ‹k:let› x = ‹n:1_000.5e-3›"),
    Marked(
      "swift", #"‹s:"a ›‹v:\(›f ? ‹s:"b ›‹v:\(›x + (‹n:1›)‹v:)›‹s:"› : ‹s:""›‹v:)›‹s: c"›.count"#),
    Marked("swift", ##"‹s:#"a "b" \n \(no) ›‹v:\#(›yes‹v:)›‹s:"#›, x"##),
    Marked("swift", "‹s:\"\"\"›\n‹s:  a \"b\" \\\"\"\" ›‹v:\\(›c‹v:)›\n‹s:  \"\"\"›.d"),
    Marked("swift", "‹s:#\"\"\"›\n‹s:a \"\"\" b›\n‹s:\"\"\"#› + c"),
    Marked("swift", "‹k:func› ‹f:f›() { ‹k:return› a / b / c }"),
    Marked("swift", "‹k:let› r = ‹s:/a\\/b/›, s = ‹s:#/a/b/#›"),
    Marked("swift", "‹a:@MainActor› ‹k:struct› ‹t:S›: ‹t:P› { ‹h:#if› x"),
    Marked("swift", "a.default, .‹f:some›(x), `class`, ‹k:self›.init"),
    Marked("swift", "‹s:\"open›\n‹k:let› a"),
    Marked("swift", "‹k:for› i ‹k:in› ‹n:0›..<‹n:10› {}"),
    Marked("kotlin", "‹c:/* a /* b */ c */› ‹k:val› x = ‹n:1_000L›..‹n:2›"),
    Marked(
      "kt", #"‹s:"a ›‹v:$b›‹s: ›‹v:${›m { ‹s:"›‹v:${›x‹v:}›‹s:"› }‹v:}›‹s: \$c $"›"#),
    Marked("kotlin", #"‹s:"""a \ "b" ›‹v:$c›‹s:"""› ‹a:@Foo› ‹k:fun› ‹t:String›.‹f:ext›()"#),
    Marked(
      "java", "‹a:@Override› ‹k:public› ‹t:void› ‹f:run›() { ‹t:String› s = ‹s:\"a\\\"b\"›; }"),
    Marked("java", "x = ‹s:\"\"\"›\n‹s:  a \"b\" \\\"\"\" c›\n‹s:  \"\"\"›; y = ‹s:'\\''›;"),
    Marked("java", "‹k:record› ‹t:P›(‹t:int› x) {} record = ‹n:0xFFL›;"),
    Marked("c", "‹h:#include› ‹s:<stdio.h>›\n  ‹h:#  define› ‹f:X›(a) ‹s:\"b\"›"),
    Marked("c", "‹c:// a›\n‹t:int› x = ‹n:0x1p-3f› + ‹n:.5› + a.b; ‹c:/* /* */› */"),
    Marked("cpp", "‹k:auto› s = ‹s:R\"x(a \")\" )y\" \\)x\"›; ‹k:auto› n = ‹n:1'000›;"),
    Marked(
      "c++", "‹a:[[nodiscard]]› ‹k:class› ‹t:Foo› ‹k:final› { ‹s:u8R\"(a)\"›; u8‹s:\"b\"›; };"),
    Marked(
      "cs",
      #"‹k:var› s = ‹s:$"a ›‹v:{›x‹s::N2›‹v:}›‹s: {{b}} ›‹v:{›(c ? ‹s:"d"› : e)‹v:}›‹s: \""›;"#),
    Marked("csharp", #"s = ‹s:@"C:\ ""q"" \"›; t = ‹s:$@"\›‹v:{›x‹v:}›‹s:""y"›;"#),
    Marked("csharp", "s = ‹s:\"\"\"\"›\n‹s: a \"\"\" b›\n‹s: \"\"\"\"›; t = ‹s:'\"'›;"),
    Marked("csharp", #"s = ‹s:$$"""a {b} ›‹v:{{›c‹v:}›‹s:} d"""›;"#),
    Marked("csharp", "‹h:#region A \"b›\n[‹a:Serializable›]\n‹k:record› ‹t:P›(‹t:int› x);"),
    Marked(
      "go", "‹k:func› (p *T) ‹f:Add›() ‹t:error› { s := ‹s:`a \\`› + ‹s:\"b\\\"\"› + ‹s:'\\''› }"),
    Marked(
      "rust",
      "‹k:fn› ‹f:f›<‹a:'a›>(x: &‹a:'a› ‹t:str›) { ‹k:let› c = ‹s:'a'›; ‹s:'\\''›; ‹s:'é'›; }"),
    Marked("rust", "‹s:r#\"a \"b\" \\\"#›; ‹s:br##\"a\"# b\"##›; ‹s:b\"c\\\"\"›; r#type; rx"),
    Marked(
      "rs", "‹c:/* a /* b */ c */› ‹a:#[cfg(x = ›‹s:\"]\"›‹a:)]› ‹f:vec›![‹n:0›..=‹n:1_0u8›] a!=b"),
    Marked("rust", "‹a:'outer›: ‹k:loop› { ‹k:self›.x.‹k:await›?; ‹s:\"a›\n‹s:b\"› }"),
  ])
  func coloursCode(marked: Marked) {
    #expect(marked.highlighted() == marked.text)
  }
}
