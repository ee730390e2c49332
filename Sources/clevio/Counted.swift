/// A number with what it counts, such as `1 file` or `2 files`.
func counted(_ number: Int, _ what: String) -> String {
  "\(number) \(what)\(number == 1 ? "" : "s")"
}
