import ConsentBanner
import CourseModel
import Diagnostics

/// A service with the few facts that a test is about.
func service(
  _ id: String, _ category: ConsentCategory = .embeds, hosts: [String] = [],
  change: (inout Service) -> Void = { _ in }
) -> Service {
  let place = SourcePosition(path: "legal.yml")
  var service = Service(id: Located(id, at: place))
  service.category = category
  service.hosts = hosts.map { Located($0, at: place) }
  change(&service)
  return service
}

/// YouTube as the catalogue has it, shortened.
let youtube = service(
  "youtube", hosts: ["www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be", "*.ytimg.com"]
) {
  $0.sources.frame = ["www.youtube-nocookie.com"]
  var embed = ServiceEmbed()
  embed.link = "https://www.youtube.com/watch?v={id}"
  for match in ["youtube.com/watch?v={id}", "youtu.be/{id}", "youtube.com/embed/{id}"] {
    var rewrite = ServiceEmbed.Rewrite()
    rewrite.match = match
    rewrite.target = "https://www.youtube-nocookie.com/embed/{id}"
    embed.rewrites.append(rewrite)
  }
  $0.embed = embed
}
