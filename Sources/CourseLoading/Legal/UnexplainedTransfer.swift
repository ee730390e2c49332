package import CourseModel

/// Somebody to whom data goes where its protection is not the same by law, while no transfer says on what ground.
package struct UnexplainedTransfer: Sendable {
  /// The id of a recipient or a service.
  package var id: Located<String>
  /// Countries by their codes of ISO 3166-1, never none.
  package var countries: [String]
}

extension LegalDeclaration {
  /// The recipients and services whose countries no transfer explains; none where neither the rules of the European
  /// Union nor those of the United Kingdom apply.
  package var unexplainedTransfers: [UnexplainedTransfer] {
    let rules = Set(jurisdictions.map(\.value))
    let isEuropean = rules.isEmpty || rules.contains { $0 != "uk" && $0 != "us-ca" }
    guard isEuropean || rules.contains("uk") else { return [] }
    let explained = Set(transfers.compactMap(\.recipient?.value))
    var everybody: [UnexplainedTransfer] = []
    for recipient in recipients {
      guard let id = recipient.id, let country = recipient.country else { continue }
      everybody.append(UnexplainedTransfer(id: id, countries: [country]))
    }
    for service in services {
      let countries = [service.provider.country].compactMap(\.self) + service.transfers
      everybody.append(UnexplainedTransfer(id: service.id, countries: countries))
    }
    return everybody.compactMap { transfer in
      // For the United Kingdom the countries of the EEA protect data as well as it does itself.
      let outside = transfer.countries.filter {
        !Jurisdiction.countries.contains($0.lowercased()) && (isEuropean || $0 != "GB")
      }
      guard !explained.contains(transfer.id.value), !outside.isEmpty else { return nil }
      return UnexplainedTransfer(id: transfer.id, countries: outside)
    }
  }
}
