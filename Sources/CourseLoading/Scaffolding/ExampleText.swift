/// The words of new files.
enum ExampleText {
  static let ignoredFiles = """
    # What Clevio writes: the portal and its cache.
    /public/
    /.clevio/
    # Licences, which open courses for whoever has them.
    *.clevio
    entitlement.js

    """

  static func settings(title: YAMLText, id: String) -> String {
    """
    # The settings of the portal. "clevio schema clevio" describes every key.

    title: \(title.scalar)

    # The portal's name in what is signed, such as licences of paid courses; it never changes.
    id: \(id)
    # tagline: One line under the title

    # Where the portal will stand; search engines and feeds need it.
    # url: https://academy.example/

    # The languages of the interface, the portal's own first.
    languages: [en]

    # Unknown keys are errors, so that a slip of the pen cannot hide.
    strict: true

    # The pages of the main menu: names of files in pages/.
    menu: [about]

    # Who runs the portal, and what its content may be used for.
    # operator: Your name
    # license: CC-BY-4.0

    # What prices without a code are in, and where paid courses are bought.
    # currency: EUR
    # checkout_url: https://shop.example/

    # theme:
    #   accent: "#0b655a"

    """
  }

  static func course(title: YAMLText, date: String) -> String {
    """
    ---
    title: \(title.scalar)
    description: What learners get out of this course, in one or two sentences.
    level: beginner
    # When it was first published; feeds tell of courses with a date.
    date: \(date)
    # authors: [your-name]
    # price: 49 EUR
    price: free
    # public, unlisted, private or draft
    visibility: public
    # Whether lessons may be taken in any order.
    random_access: true
    ---

    This text introduces the course. Add a lesson with `clevio new lesson`.

    """
  }

  static func lesson(title: YAMLText) -> String {
    """
    ---
    title: \(title.scalar)
    # minutes: 5
    ---

    Begin here. Headings of the second level (`##`) make the outline of the lesson.

    """
  }

  /// The example course, its author and a page.
  static let files: [String: String] = [
    "courses/first-steps/index.md": course,
    "courses/first-steps/01-start/index.md": section,
    "courses/first-steps/01-start/01-write-a-lesson.md": writing,
    "courses/first-steps/01-start/02-build-the-portal.md": building,
    "courses/first-steps/images/portal.svg": picture,
    "authors/your-name.md": author,
    "pages/about.md": page,
  ]

  private static let course = """
    ---
    title: First steps
    description: A small example to change, or to remove once you have a course of your own.
    level: beginner
    authors: [your-name]
    cover: images/portal.svg
    cover_alt: A folder on the left, an arrow, and a web page on the right.
    price: free
    # public, unlisted, private or draft
    visibility: public
    # Whether lessons may be taken in any order.
    random_access: true
    outcomes:
      - Write a lesson
      - Build the portal
    ---

    This course shows what a course looks like. Its folder is `courses/first-steps/`.

    """

  private static let section = """
    ---
    title: Start
    ---

    A section is a folder. This text is its own page.

    """

  private static let writing = """
    ---
    title: Write a lesson
    minutes: 2
    ---

    A lesson is a Markdown file. The number in its name gives the order, and is not part of the address.

    > [!TIP]
    > Change this sentence, build again, and look at the page.

    ## Code

    ```sh
    clevio new lesson courses/first-steps/01-start --title "My lesson"
    ```

    ## Links and pictures

    Links lead to files, as they do on GitHub: [build the portal](02-build-the-portal.md) comes next.

    ![A folder on the left, an arrow, and a web page on the right](../images/portal.svg)

    """

  private static let building = """
    ---
    title: Build the portal
    minutes: 2
    ---

    Run this in the portal's folder, and open `public/index.html` in a browser:

    ```sh
    clevio build
    ```

    <!-- quiz -->

    ### What happens to the portal when a lesson has an error?

    1. [x] The last good portal stays
       > Right. A build with errors writes nothing.
    2. [ ] The page shows the error
       > No. A build with errors writes nothing.

    <!-- /quiz -->

    `clevio check` looks more closely, before you publish.

    """

  private static let author = """
    ---
    name: Your name
    role: What you do, in a few words
    ---

    Tell learners who you are. The name of this file stands under `authors` in a course.

    """

  private static let page = """
    ---
    title: About
    description: Who is behind this portal, and what it is for.
    ---

    Tell visitors who you are and whom your courses are for.

    """

  private static let picture = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="320" height="180">
      <rect width="320" height="180" rx="12" fill="#e6f2f0"/>
      <path d="M40 60h36l10 12h44v56H40z" fill="#0b655a"/>
      <path d="M146 95h28m-10-10 10 10-10 10" fill="none" stroke="#33413f" stroke-width="4"/>
      <rect x="190" y="55" width="90" height="74" rx="6" fill="#ffffff" stroke="#0b655a" stroke-width="4"/>
      <path d="M204 76h62M204 92h62M204 108h40" stroke="#7aa9a3" stroke-width="5"/>
    </svg>

    """
}
