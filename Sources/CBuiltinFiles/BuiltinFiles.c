// Made by "make builtin-files"; a test compares it with the folders.
#include "CBuiltinFiles.h"

static const unsigned char file_1[] = {
#embed "../../Themes/default/README.md" suffix(,)
  0};
static const unsigned char file_2[] = {
#embed "../../Themes/default/css/00-tokens.css" suffix(,)
  0};
static const unsigned char file_3[] = {
#embed "../../Themes/default/css/10-base.css" suffix(,)
  0};
static const unsigned char file_4[] = {
#embed "../../Themes/default/css/20-frame.css" suffix(,)
  0};
static const unsigned char file_5[] = {
#embed "../../Themes/default/css/30-prose.css" suffix(,)
  0};
static const unsigned char file_6[] = {
#embed "../../Themes/default/css/35-code.css" suffix(,)
  0};
static const unsigned char file_7[] = {
#embed "../../Themes/default/css/40-catalogue.css" suffix(,)
  0};
static const unsigned char file_8[] = {
#embed "../../Themes/default/css/50-reading.css" suffix(,)
  0};
static const unsigned char file_9[] = {
#embed "../../Themes/default/css/60-search.css" suffix(,)
  0};
static const unsigned char file_10[] = {
#embed "../../Themes/default/css/75-reader.css" suffix(,)
  0};
static const unsigned char file_11[] = {
#embed "../../Themes/default/css/90-modes.css" suffix(,)
  0};
static const unsigned char file_12[] = {
#embed "../../Themes/default/head/theme.js" suffix(,)
  0};
static const unsigned char file_13[] = {
#embed "../../Themes/default/js/10-frame.js" suffix(,)
  0};
static const unsigned char file_14[] = {
#embed "../../Themes/default/js/20-text.js" suffix(,)
  0};
static const unsigned char file_15[] = {
#embed "../../Themes/default/js/30-reading.js" suffix(,)
  0};
static const unsigned char file_16[] = {
#embed "../../Themes/default/js/40-search-index.js" suffix(,)
  0};
static const unsigned char file_17[] = {
#embed "../../Themes/default/js/50-search.js" suffix(,)
  0};
static const unsigned char file_18[] = {
#embed "../../Themes/default/reader-first/10-fragment.js" suffix(,)
  0};
static const unsigned char file_19[] = {
#embed "../../Themes/default/reader/10-encoding.js" suffix(,)
  0};
static const unsigned char file_20[] = {
#embed "../../Themes/default/reader/20-claims.js" suffix(,)
  0};
static const unsigned char file_21[] = {
#embed "../../Themes/default/reader/25-token.js" suffix(,)
  0};
static const unsigned char file_22[] = {
#embed "../../Themes/default/reader/30-sealed.js" suffix(,)
  0};
static const unsigned char file_23[] = {
#embed "../../Themes/default/reader/35-page.js" suffix(,)
  0};
static const unsigned char file_24[] = {
#embed "../../Themes/default/reader/40-unlock.js" suffix(,)
  0};
static const unsigned char file_25[] = {
#embed "../../Themes/default/reader/50-lesson.js" suffix(,)
  0};
static const unsigned char file_26[] = {
#embed "../../Themes/default/reader/55-media.js" suffix(,)
  0};
static const unsigned char file_27[] = {
#embed "../../Themes/default/reader/60-search.js" suffix(,)
  0};
static const unsigned char file_28[] = {
#embed "../../Themes/default/reader/70-progress.js" suffix(,)
  0};
static const unsigned char file_29[] = {
#embed "../../Themes/default/reader/90-start.js" suffix(,)
  0};
static const unsigned char file_30[] = {
#embed "../../Themes/default/strings/ar.yml" suffix(,)
  0};
static const unsigned char file_31[] = {
#embed "../../Themes/default/strings/de.yml" suffix(,)
  0};
static const unsigned char file_32[] = {
#embed "../../Themes/default/strings/en.yml" suffix(,)
  0};
static const unsigned char file_33[] = {
#embed "../../Themes/default/strings/es.yml" suffix(,)
  0};
static const unsigned char file_34[] = {
#embed "../../Themes/default/strings/fr.yml" suffix(,)
  0};
static const unsigned char file_35[] = {
#embed "../../Themes/default/strings/ru.yml" suffix(,)
  0};
static const unsigned char file_36[] = {
#embed "../../Themes/default/templates/author.mustache" suffix(,)
  0};
static const unsigned char file_37[] = {
#embed "../../Themes/default/templates/breadcrumbs.mustache" suffix(,)
  0};
static const unsigned char file_38[] = {
#embed "../../Themes/default/templates/card.mustache" suffix(,)
  0};
static const unsigned char file_39[] = {
#embed "../../Themes/default/templates/catalogue.mustache" suffix(,)
  0};
static const unsigned char file_40[] = {
#embed "../../Themes/default/templates/contents.mustache" suffix(,)
  0};
static const unsigned char file_41[] = {
#embed "../../Themes/default/templates/course-outline.mustache" suffix(,)
  0};
static const unsigned char file_42[] = {
#embed "../../Themes/default/templates/course.mustache" suffix(,)
  0};
static const unsigned char file_43[] = {
#embed "../../Themes/default/templates/footer.mustache" suffix(,)
  0};
static const unsigned char file_44[] = {
#embed "../../Themes/default/templates/head.mustache" suffix(,)
  0};
static const unsigned char file_45[] = {
#embed "../../Themes/default/templates/header.mustache" suffix(,)
  0};
static const unsigned char file_46[] = {
#embed "../../Themes/default/templates/layout.mustache" suffix(,)
  0};
static const unsigned char file_47[] = {
#embed "../../Themes/default/templates/lesson-row.mustache" suffix(,)
  0};
static const unsigned char file_48[] = {
#embed "../../Themes/default/templates/lesson.mustache" suffix(,)
  0};
static const unsigned char file_49[] = {
#embed "../../Themes/default/templates/listing-body.mustache" suffix(,)
  0};
static const unsigned char file_50[] = {
#embed "../../Themes/default/templates/listing.mustache" suffix(,)
  0};
static const unsigned char file_51[] = {
#embed "../../Themes/default/templates/not-found.mustache" suffix(,)
  0};
static const unsigned char file_52[] = {
#embed "../../Themes/default/templates/page.mustache" suffix(,)
  0};
static const unsigned char file_53[] = {
#embed "../../Themes/default/templates/pager.mustache" suffix(,)
  0};
static const unsigned char file_54[] = {
#embed "../../Themes/default/templates/person.mustache" suffix(,)
  0};
static const unsigned char file_55[] = {
#embed "../../Themes/default/templates/policy.mustache" suffix(,)
  0};
static const unsigned char file_56[] = {
#embed "../../Themes/default/templates/price.mustache" suffix(,)
  0};
static const unsigned char file_57[] = {
#embed "../../Themes/default/templates/reader.mustache" suffix(,)
  0};
static const unsigned char file_58[] = {
#embed "../../Themes/default/templates/redirect.mustache" suffix(,)
  0};
static const unsigned char file_59[] = {
#embed "../../Themes/default/templates/sealed-lesson.mustache" suffix(,)
  0};
static const unsigned char file_60[] = {
#embed "../../Themes/default/templates/search-form.mustache" suffix(,)
  0};
static const unsigned char file_61[] = {
#embed "../../Themes/default/templates/search.mustache" suffix(,)
  0};
static const unsigned char file_62[] = {
#embed "../../Themes/default/templates/section.mustache" suffix(,)
  0};
static const unsigned char file_63[] = {
#embed "../../Themes/default/templates/toc.mustache" suffix(,)
  0};
static const unsigned char file_64[] = {
#embed "../../Themes/default/templates/video.mustache" suffix(,)
  0};
static const unsigned char file_65[] = {
#embed "../../Themes/default/theme.yml" suffix(,)
  0};
static const unsigned char file_66[] = {
#embed "../../Sources/CourseModel/Catalog/currencies.txt" suffix(,)
  0};

static const clevio_builtin_file clevio_builtin_files[] = {
    {"theme/README.md", file_1, sizeof file_1 - 1},
    {"theme/css/00-tokens.css", file_2, sizeof file_2 - 1},
    {"theme/css/10-base.css", file_3, sizeof file_3 - 1},
    {"theme/css/20-frame.css", file_4, sizeof file_4 - 1},
    {"theme/css/30-prose.css", file_5, sizeof file_5 - 1},
    {"theme/css/35-code.css", file_6, sizeof file_6 - 1},
    {"theme/css/40-catalogue.css", file_7, sizeof file_7 - 1},
    {"theme/css/50-reading.css", file_8, sizeof file_8 - 1},
    {"theme/css/60-search.css", file_9, sizeof file_9 - 1},
    {"theme/css/75-reader.css", file_10, sizeof file_10 - 1},
    {"theme/css/90-modes.css", file_11, sizeof file_11 - 1},
    {"theme/head/theme.js", file_12, sizeof file_12 - 1},
    {"theme/js/10-frame.js", file_13, sizeof file_13 - 1},
    {"theme/js/20-text.js", file_14, sizeof file_14 - 1},
    {"theme/js/30-reading.js", file_15, sizeof file_15 - 1},
    {"theme/js/40-search-index.js", file_16, sizeof file_16 - 1},
    {"theme/js/50-search.js", file_17, sizeof file_17 - 1},
    {"theme/reader-first/10-fragment.js", file_18, sizeof file_18 - 1},
    {"theme/reader/10-encoding.js", file_19, sizeof file_19 - 1},
    {"theme/reader/20-claims.js", file_20, sizeof file_20 - 1},
    {"theme/reader/25-token.js", file_21, sizeof file_21 - 1},
    {"theme/reader/30-sealed.js", file_22, sizeof file_22 - 1},
    {"theme/reader/35-page.js", file_23, sizeof file_23 - 1},
    {"theme/reader/40-unlock.js", file_24, sizeof file_24 - 1},
    {"theme/reader/50-lesson.js", file_25, sizeof file_25 - 1},
    {"theme/reader/55-media.js", file_26, sizeof file_26 - 1},
    {"theme/reader/60-search.js", file_27, sizeof file_27 - 1},
    {"theme/reader/70-progress.js", file_28, sizeof file_28 - 1},
    {"theme/reader/90-start.js", file_29, sizeof file_29 - 1},
    {"theme/strings/ar.yml", file_30, sizeof file_30 - 1},
    {"theme/strings/de.yml", file_31, sizeof file_31 - 1},
    {"theme/strings/en.yml", file_32, sizeof file_32 - 1},
    {"theme/strings/es.yml", file_33, sizeof file_33 - 1},
    {"theme/strings/fr.yml", file_34, sizeof file_34 - 1},
    {"theme/strings/ru.yml", file_35, sizeof file_35 - 1},
    {"theme/templates/author.mustache", file_36, sizeof file_36 - 1},
    {"theme/templates/breadcrumbs.mustache", file_37, sizeof file_37 - 1},
    {"theme/templates/card.mustache", file_38, sizeof file_38 - 1},
    {"theme/templates/catalogue.mustache", file_39, sizeof file_39 - 1},
    {"theme/templates/contents.mustache", file_40, sizeof file_40 - 1},
    {"theme/templates/course-outline.mustache", file_41, sizeof file_41 - 1},
    {"theme/templates/course.mustache", file_42, sizeof file_42 - 1},
    {"theme/templates/footer.mustache", file_43, sizeof file_43 - 1},
    {"theme/templates/head.mustache", file_44, sizeof file_44 - 1},
    {"theme/templates/header.mustache", file_45, sizeof file_45 - 1},
    {"theme/templates/layout.mustache", file_46, sizeof file_46 - 1},
    {"theme/templates/lesson-row.mustache", file_47, sizeof file_47 - 1},
    {"theme/templates/lesson.mustache", file_48, sizeof file_48 - 1},
    {"theme/templates/listing-body.mustache", file_49, sizeof file_49 - 1},
    {"theme/templates/listing.mustache", file_50, sizeof file_50 - 1},
    {"theme/templates/not-found.mustache", file_51, sizeof file_51 - 1},
    {"theme/templates/page.mustache", file_52, sizeof file_52 - 1},
    {"theme/templates/pager.mustache", file_53, sizeof file_53 - 1},
    {"theme/templates/person.mustache", file_54, sizeof file_54 - 1},
    {"theme/templates/policy.mustache", file_55, sizeof file_55 - 1},
    {"theme/templates/price.mustache", file_56, sizeof file_56 - 1},
    {"theme/templates/reader.mustache", file_57, sizeof file_57 - 1},
    {"theme/templates/redirect.mustache", file_58, sizeof file_58 - 1},
    {"theme/templates/sealed-lesson.mustache", file_59, sizeof file_59 - 1},
    {"theme/templates/search-form.mustache", file_60, sizeof file_60 - 1},
    {"theme/templates/search.mustache", file_61, sizeof file_61 - 1},
    {"theme/templates/section.mustache", file_62, sizeof file_62 - 1},
    {"theme/templates/toc.mustache", file_63, sizeof file_63 - 1},
    {"theme/templates/video.mustache", file_64, sizeof file_64 - 1},
    {"theme/theme.yml", file_65, sizeof file_65 - 1},
    {"catalog/currencies.txt", file_66, sizeof file_66 - 1},
};

const size_t clevio_builtin_file_count = sizeof clevio_builtin_files / sizeof *clevio_builtin_files;

clevio_builtin_file clevio_builtin_file_at(size_t index) { return clevio_builtin_files[index]; }
