/// Tables of languages with nothing in them, in place of those that Foundation brings.
///
/// A statically linked Foundation has 34 MB of ICU's data: names of months, orders of letters, forms of numbers in all
/// languages. The program asks for none of them; its words are in the theme. A linker takes the first thing of a name.
#ifndef CEMPTYICU_H
#define CEMPTYICU_H
#endif
