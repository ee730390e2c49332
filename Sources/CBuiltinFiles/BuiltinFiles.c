// Made by "make builtin-files"; a test compares it with the folders.
#include "CBuiltinFiles.h"

static const unsigned char file_1[] = {
#embed "../../Themes/default/README.md" suffix(,)
  0};
static const unsigned char file_2[] = {
#embed "../../Themes/default/strings/ar.yml" suffix(,)
  0};
static const unsigned char file_3[] = {
#embed "../../Themes/default/strings/de.yml" suffix(,)
  0};
static const unsigned char file_4[] = {
#embed "../../Themes/default/strings/en.yml" suffix(,)
  0};
static const unsigned char file_5[] = {
#embed "../../Themes/default/strings/es.yml" suffix(,)
  0};
static const unsigned char file_6[] = {
#embed "../../Themes/default/strings/fr.yml" suffix(,)
  0};
static const unsigned char file_7[] = {
#embed "../../Themes/default/strings/ru.yml" suffix(,)
  0};
static const unsigned char file_8[] = {
#embed "../../Themes/default/templates/author.mustache" suffix(,)
  0};
static const unsigned char file_9[] = {
#embed "../../Themes/default/templates/breadcrumbs.mustache" suffix(,)
  0};
static const unsigned char file_10[] = {
#embed "../../Themes/default/templates/card.mustache" suffix(,)
  0};
static const unsigned char file_11[] = {
#embed "../../Themes/default/templates/catalogue.mustache" suffix(,)
  0};
static const unsigned char file_12[] = {
#embed "../../Themes/default/templates/contents.mustache" suffix(,)
  0};
static const unsigned char file_13[] = {
#embed "../../Themes/default/templates/course-outline.mustache" suffix(,)
  0};
static const unsigned char file_14[] = {
#embed "../../Themes/default/templates/course.mustache" suffix(,)
  0};
static const unsigned char file_15[] = {
#embed "../../Themes/default/templates/footer.mustache" suffix(,)
  0};
static const unsigned char file_16[] = {
#embed "../../Themes/default/templates/head.mustache" suffix(,)
  0};
static const unsigned char file_17[] = {
#embed "../../Themes/default/templates/header.mustache" suffix(,)
  0};
static const unsigned char file_18[] = {
#embed "../../Themes/default/templates/layout.mustache" suffix(,)
  0};
static const unsigned char file_19[] = {
#embed "../../Themes/default/templates/lesson-row.mustache" suffix(,)
  0};
static const unsigned char file_20[] = {
#embed "../../Themes/default/templates/lesson.mustache" suffix(,)
  0};
static const unsigned char file_21[] = {
#embed "../../Themes/default/templates/listing-body.mustache" suffix(,)
  0};
static const unsigned char file_22[] = {
#embed "../../Themes/default/templates/listing.mustache" suffix(,)
  0};
static const unsigned char file_23[] = {
#embed "../../Themes/default/templates/not-found.mustache" suffix(,)
  0};
static const unsigned char file_24[] = {
#embed "../../Themes/default/templates/page.mustache" suffix(,)
  0};
static const unsigned char file_25[] = {
#embed "../../Themes/default/templates/pager.mustache" suffix(,)
  0};
static const unsigned char file_26[] = {
#embed "../../Themes/default/templates/person.mustache" suffix(,)
  0};
static const unsigned char file_27[] = {
#embed "../../Themes/default/templates/policy.mustache" suffix(,)
  0};
static const unsigned char file_28[] = {
#embed "../../Themes/default/templates/price.mustache" suffix(,)
  0};
static const unsigned char file_29[] = {
#embed "../../Themes/default/templates/redirect.mustache" suffix(,)
  0};
static const unsigned char file_30[] = {
#embed "../../Themes/default/templates/search-form.mustache" suffix(,)
  0};
static const unsigned char file_31[] = {
#embed "../../Themes/default/templates/search.mustache" suffix(,)
  0};
static const unsigned char file_32[] = {
#embed "../../Themes/default/templates/section.mustache" suffix(,)
  0};
static const unsigned char file_33[] = {
#embed "../../Themes/default/templates/toc.mustache" suffix(,)
  0};
static const unsigned char file_34[] = {
#embed "../../Themes/default/templates/video.mustache" suffix(,)
  0};
static const unsigned char file_35[] = {
#embed "../../Themes/default/theme.yml" suffix(,)
  0};
static const unsigned char file_36[] = {
#embed "../../Sources/CourseModel/Catalog/currencies.txt" suffix(,)
  0};

static const clevio_builtin_file clevio_builtin_files[] = {
    {"theme/README.md", file_1, sizeof file_1 - 1},
    {"theme/strings/ar.yml", file_2, sizeof file_2 - 1},
    {"theme/strings/de.yml", file_3, sizeof file_3 - 1},
    {"theme/strings/en.yml", file_4, sizeof file_4 - 1},
    {"theme/strings/es.yml", file_5, sizeof file_5 - 1},
    {"theme/strings/fr.yml", file_6, sizeof file_6 - 1},
    {"theme/strings/ru.yml", file_7, sizeof file_7 - 1},
    {"theme/templates/author.mustache", file_8, sizeof file_8 - 1},
    {"theme/templates/breadcrumbs.mustache", file_9, sizeof file_9 - 1},
    {"theme/templates/card.mustache", file_10, sizeof file_10 - 1},
    {"theme/templates/catalogue.mustache", file_11, sizeof file_11 - 1},
    {"theme/templates/contents.mustache", file_12, sizeof file_12 - 1},
    {"theme/templates/course-outline.mustache", file_13, sizeof file_13 - 1},
    {"theme/templates/course.mustache", file_14, sizeof file_14 - 1},
    {"theme/templates/footer.mustache", file_15, sizeof file_15 - 1},
    {"theme/templates/head.mustache", file_16, sizeof file_16 - 1},
    {"theme/templates/header.mustache", file_17, sizeof file_17 - 1},
    {"theme/templates/layout.mustache", file_18, sizeof file_18 - 1},
    {"theme/templates/lesson-row.mustache", file_19, sizeof file_19 - 1},
    {"theme/templates/lesson.mustache", file_20, sizeof file_20 - 1},
    {"theme/templates/listing-body.mustache", file_21, sizeof file_21 - 1},
    {"theme/templates/listing.mustache", file_22, sizeof file_22 - 1},
    {"theme/templates/not-found.mustache", file_23, sizeof file_23 - 1},
    {"theme/templates/page.mustache", file_24, sizeof file_24 - 1},
    {"theme/templates/pager.mustache", file_25, sizeof file_25 - 1},
    {"theme/templates/person.mustache", file_26, sizeof file_26 - 1},
    {"theme/templates/policy.mustache", file_27, sizeof file_27 - 1},
    {"theme/templates/price.mustache", file_28, sizeof file_28 - 1},
    {"theme/templates/redirect.mustache", file_29, sizeof file_29 - 1},
    {"theme/templates/search-form.mustache", file_30, sizeof file_30 - 1},
    {"theme/templates/search.mustache", file_31, sizeof file_31 - 1},
    {"theme/templates/section.mustache", file_32, sizeof file_32 - 1},
    {"theme/templates/toc.mustache", file_33, sizeof file_33 - 1},
    {"theme/templates/video.mustache", file_34, sizeof file_34 - 1},
    {"theme/theme.yml", file_35, sizeof file_35 - 1},
    {"catalog/currencies.txt", file_36, sizeof file_36 - 1},
};

const size_t clevio_builtin_file_count = sizeof clevio_builtin_files / sizeof *clevio_builtin_files;

clevio_builtin_file clevio_builtin_file_at(size_t index) { return clevio_builtin_files[index]; }
