/// A number with what it counts, such as `1 file` or `2 files`.
func counted(_ number: Int, _ what: String, plural: String? = nil) -> String {
  "\(number) \(number == 1 ? what : plural ?? what + "s")"
}
