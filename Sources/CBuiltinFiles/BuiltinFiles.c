// Made by "make builtin-files"; a test compares it with the folders.
#include "CBuiltinFiles.h"

static const unsigned char file_1[] = {
#embed "../../Themes/default/README.md" suffix(,)
  0};
static const unsigned char file_2[] = {
#embed "../../Themes/default/captions/10-captions.js" suffix(,)
  0};
static const unsigned char file_3[] = {
#embed "../../Themes/default/certificate-sheet/10-certificate.css" suffix(,)
  0};
static const unsigned char file_4[] = {
#embed "../../Themes/default/certificate/10-certificate.js" suffix(,)
  0};
static const unsigned char file_5[] = {
#embed "../../Themes/default/courses/10-next.js" suffix(,)
  0};
static const unsigned char file_6[] = {
#embed "../../Themes/default/courses/20-courses.js" suffix(,)
  0};
static const unsigned char file_7[] = {
#embed "../../Themes/default/courses/30-notes.js" suffix(,)
  0};
static const unsigned char file_8[] = {
#embed "../../Themes/default/courses/40-language.js" suffix(,)
  0};
static const unsigned char file_9[] = {
#embed "../../Themes/default/courses/50-offline.js" suffix(,)
  0};
static const unsigned char file_10[] = {
#embed "../../Themes/default/css/00-tokens.css" suffix(,)
  0};
static const unsigned char file_11[] = {
#embed "../../Themes/default/css/10-base.css" suffix(,)
  0};
static const unsigned char file_12[] = {
#embed "../../Themes/default/css/20-frame.css" suffix(,)
  0};
static const unsigned char file_13[] = {
#embed "../../Themes/default/css/30-prose.css" suffix(,)
  0};
static const unsigned char file_14[] = {
#embed "../../Themes/default/css/35-code.css" suffix(,)
  0};
static const unsigned char file_15[] = {
#embed "../../Themes/default/css/40-catalogue.css" suffix(,)
  0};
static const unsigned char file_16[] = {
#embed "../../Themes/default/css/50-reading.css" suffix(,)
  0};
static const unsigned char file_17[] = {
#embed "../../Themes/default/css/55-learning.css" suffix(,)
  0};
static const unsigned char file_18[] = {
#embed "../../Themes/default/css/60-search.css" suffix(,)
  0};
static const unsigned char file_19[] = {
#embed "../../Themes/default/css/70-consent.css" suffix(,)
  0};
static const unsigned char file_20[] = {
#embed "../../Themes/default/css/75-device.css" suffix(,)
  0};
static const unsigned char file_21[] = {
#embed "../../Themes/default/css/75-policies.css" suffix(,)
  0};
static const unsigned char file_22[] = {
#embed "../../Themes/default/css/75-reader.css" suffix(,)
  0};
static const unsigned char file_23[] = {
#embed "../../Themes/default/css/85-modes.css" suffix(,)
  0};
static const unsigned char file_24[] = {
#embed "../../Themes/default/deeds/10-deeds.js" suffix(,)
  0};
static const unsigned char file_25[] = {
#embed "../../Themes/default/device/05-joining.js" suffix(,)
  0};
static const unsigned char file_26[] = {
#embed "../../Themes/default/device/10-device.js" suffix(,)
  0};
static const unsigned char file_27[] = {
#embed "../../Themes/default/figures/10-figures.js" suffix(,)
  0};
static const unsigned char file_28[] = {
#embed "../../Themes/default/head/theme.js" suffix(,)
  0};
static const unsigned char file_29[] = {
#embed "../../Themes/default/js/10-frame.js" suffix(,)
  0};
static const unsigned char file_30[] = {
#embed "../../Themes/default/js/20-text.js" suffix(,)
  0};
static const unsigned char file_31[] = {
#embed "../../Themes/default/js/30-reading.js" suffix(,)
  0};
static const unsigned char file_32[] = {
#embed "../../Themes/default/learning/10-progress.js" suffix(,)
  0};
static const unsigned char file_33[] = {
#embed "../../Themes/default/learning/20-course.js" suffix(,)
  0};
static const unsigned char file_34[] = {
#embed "../../Themes/default/learning/30-lesson.js" suffix(,)
  0};
static const unsigned char file_35[] = {
#embed "../../Themes/default/learning/40-notes.js" suffix(,)
  0};
static const unsigned char file_36[] = {
#embed "../../Themes/default/learning/50-quiz.js" suffix(,)
  0};
static const unsigned char file_37[] = {
#embed "../../Themes/default/marking/10-digest.js" suffix(,)
  0};
static const unsigned char file_38[] = {
#embed "../../Themes/default/marking/20-answers.js" suffix(,)
  0};
static const unsigned char file_39[] = {
#embed "../../Themes/default/marking/30-marking.js" suffix(,)
  0};
static const unsigned char file_40[] = {
#embed "../../Themes/default/notes/10-notes.js" suffix(,)
  0};
static const unsigned char file_41[] = {
#embed "../../Themes/default/offline/10-store.js" suffix(,)
  0};
static const unsigned char file_42[] = {
#embed "../../Themes/default/offline/20-course.js" suffix(,)
  0};
static const unsigned char file_43[] = {
#embed "../../Themes/default/offline/30-lost.js" suffix(,)
  0};
static const unsigned char file_44[] = {
#embed "../../Themes/default/privacy/10-record.js" suffix(,)
  0};
static const unsigned char file_45[] = {
#embed "../../Themes/default/privacy/20-gate.js" suffix(,)
  0};
static const unsigned char file_46[] = {
#embed "../../Themes/default/privacy/30-choice.js" suffix(,)
  0};
static const unsigned char file_47[] = {
#embed "../../Themes/default/privacy/40-dialog.js" suffix(,)
  0};
static const unsigned char file_48[] = {
#embed "../../Themes/default/quiz/10-quiz.js" suffix(,)
  0};
static const unsigned char file_49[] = {
#embed "../../Themes/default/reader-first/10-fragment.js" suffix(,)
  0};
static const unsigned char file_50[] = {
#embed "../../Themes/default/reader-first/20-absence.js" suffix(,)
  0};
static const unsigned char file_51[] = {
#embed "../../Themes/default/reader/10-encoding.js" suffix(,)
  0};
static const unsigned char file_52[] = {
#embed "../../Themes/default/reader/20-claims.js" suffix(,)
  0};
static const unsigned char file_53[] = {
#embed "../../Themes/default/reader/25-token.js" suffix(,)
  0};
static const unsigned char file_54[] = {
#embed "../../Themes/default/reader/30-sealed.js" suffix(,)
  0};
static const unsigned char file_55[] = {
#embed "../../Themes/default/reader/35-page.js" suffix(,)
  0};
static const unsigned char file_56[] = {
#embed "../../Themes/default/reader/40-unlock.js" suffix(,)
  0};
static const unsigned char file_57[] = {
#embed "../../Themes/default/reader/45-session.js" suffix(,)
  0};
static const unsigned char file_58[] = {
#embed "../../Themes/default/reader/50-lesson.js" suffix(,)
  0};
static const unsigned char file_59[] = {
#embed "../../Themes/default/reader/55-media.js" suffix(,)
  0};
static const unsigned char file_60[] = {
#embed "../../Themes/default/reader/60-search.js" suffix(,)
  0};
static const unsigned char file_61[] = {
#embed "../../Themes/default/reader/70-progress.js" suffix(,)
  0};
static const unsigned char file_62[] = {
#embed "../../Themes/default/reader/75-order.js" suffix(,)
  0};
static const unsigned char file_63[] = {
#embed "../../Themes/default/reader/90-start.js" suffix(,)
  0};
static const unsigned char file_64[] = {
#embed "../../Themes/default/search/10-words.js" suffix(,)
  0};
static const unsigned char file_65[] = {
#embed "../../Themes/default/search/20-files.js" suffix(,)
  0};
static const unsigned char file_66[] = {
#embed "../../Themes/default/search/30-terms.js" suffix(,)
  0};
static const unsigned char file_67[] = {
#embed "../../Themes/default/search/40-find.js" suffix(,)
  0};
static const unsigned char file_68[] = {
#embed "../../Themes/default/search/50-passage.js" suffix(,)
  0};
static const unsigned char file_69[] = {
#embed "../../Themes/default/search/60-results.js" suffix(,)
  0};
static const unsigned char file_70[] = {
#embed "../../Themes/default/search/70-search.js" suffix(,)
  0};
static const unsigned char file_71[] = {
#embed "../../Themes/default/strings/ar.yml" suffix(,)
  0};
static const unsigned char file_72[] = {
#embed "../../Themes/default/strings/de.yml" suffix(,)
  0};
static const unsigned char file_73[] = {
#embed "../../Themes/default/strings/en.yml" suffix(,)
  0};
static const unsigned char file_74[] = {
#embed "../../Themes/default/strings/es.yml" suffix(,)
  0};
static const unsigned char file_75[] = {
#embed "../../Themes/default/strings/fr.yml" suffix(,)
  0};
static const unsigned char file_76[] = {
#embed "../../Themes/default/strings/ru.yml" suffix(,)
  0};
static const unsigned char file_77[] = {
#embed "../../Themes/default/templates/author.mustache" suffix(,)
  0};
static const unsigned char file_78[] = {
#embed "../../Themes/default/templates/breadcrumbs.mustache" suffix(,)
  0};
static const unsigned char file_79[] = {
#embed "../../Themes/default/templates/card.mustache" suffix(,)
  0};
static const unsigned char file_80[] = {
#embed "../../Themes/default/templates/catalogue.mustache" suffix(,)
  0};
static const unsigned char file_81[] = {
#embed "../../Themes/default/templates/certificate.mustache" suffix(,)
  0};
static const unsigned char file_82[] = {
#embed "../../Themes/default/templates/consent-banner.mustache" suffix(,)
  0};
static const unsigned char file_83[] = {
#embed "../../Themes/default/templates/consent-choice.mustache" suffix(,)
  0};
static const unsigned char file_84[] = {
#embed "../../Themes/default/templates/consent-dialog.mustache" suffix(,)
  0};
static const unsigned char file_85[] = {
#embed "../../Themes/default/templates/consent-receipt.mustache" suffix(,)
  0};
static const unsigned char file_86[] = {
#embed "../../Themes/default/templates/contents.mustache" suffix(,)
  0};
static const unsigned char file_87[] = {
#embed "../../Themes/default/templates/course-outline.mustache" suffix(,)
  0};
static const unsigned char file_88[] = {
#embed "../../Themes/default/templates/course.mustache" suffix(,)
  0};
static const unsigned char file_89[] = {
#embed "../../Themes/default/templates/device-data.mustache" suffix(,)
  0};
static const unsigned char file_90[] = {
#embed "../../Themes/default/templates/footer.mustache" suffix(,)
  0};
static const unsigned char file_91[] = {
#embed "../../Themes/default/templates/head.mustache" suffix(,)
  0};
static const unsigned char file_92[] = {
#embed "../../Themes/default/templates/header.mustache" suffix(,)
  0};
static const unsigned char file_93[] = {
#embed "../../Themes/default/templates/layout.mustache" suffix(,)
  0};
static const unsigned char file_94[] = {
#embed "../../Themes/default/templates/lesson-row.mustache" suffix(,)
  0};
static const unsigned char file_95[] = {
#embed "../../Themes/default/templates/lesson.mustache" suffix(,)
  0};
static const unsigned char file_96[] = {
#embed "../../Themes/default/templates/listing-body.mustache" suffix(,)
  0};
static const unsigned char file_97[] = {
#embed "../../Themes/default/templates/listing.mustache" suffix(,)
  0};
static const unsigned char file_98[] = {
#embed "../../Themes/default/templates/not-found.mustache" suffix(,)
  0};
static const unsigned char file_99[] = {
#embed "../../Themes/default/templates/notes.mustache" suffix(,)
  0};
static const unsigned char file_100[] = {
#embed "../../Themes/default/templates/offline.mustache" suffix(,)
  0};
static const unsigned char file_101[] = {
#embed "../../Themes/default/templates/order.mustache" suffix(,)
  0};
static const unsigned char file_102[] = {
#embed "../../Themes/default/templates/page.mustache" suffix(,)
  0};
static const unsigned char file_103[] = {
#embed "../../Themes/default/templates/pager.mustache" suffix(,)
  0};
static const unsigned char file_104[] = {
#embed "../../Themes/default/templates/person.mustache" suffix(,)
  0};
static const unsigned char file_105[] = {
#embed "../../Themes/default/templates/placeholder.mustache" suffix(,)
  0};
static const unsigned char file_106[] = {
#embed "../../Themes/default/templates/policy-part.mustache" suffix(,)
  0};
static const unsigned char file_107[] = {
#embed "../../Themes/default/templates/policy.mustache" suffix(,)
  0};
static const unsigned char file_108[] = {
#embed "../../Themes/default/templates/price.mustache" suffix(,)
  0};
static const unsigned char file_109[] = {
#embed "../../Themes/default/templates/reader.mustache" suffix(,)
  0};
static const unsigned char file_110[] = {
#embed "../../Themes/default/templates/redirect.mustache" suffix(,)
  0};
static const unsigned char file_111[] = {
#embed "../../Themes/default/templates/sealed-lesson.mustache" suffix(,)
  0};
static const unsigned char file_112[] = {
#embed "../../Themes/default/templates/search-form.mustache" suffix(,)
  0};
static const unsigned char file_113[] = {
#embed "../../Themes/default/templates/search.mustache" suffix(,)
  0};
static const unsigned char file_114[] = {
#embed "../../Themes/default/templates/section.mustache" suffix(,)
  0};
static const unsigned char file_115[] = {
#embed "../../Themes/default/templates/toc.mustache" suffix(,)
  0};
static const unsigned char file_116[] = {
#embed "../../Themes/default/templates/video.mustache" suffix(,)
  0};
static const unsigned char file_117[] = {
#embed "../../Themes/default/theme.yml" suffix(,)
  0};
static const unsigned char file_118[] = {
#embed "../../Themes/default/worker/10-worker.js" suffix(,)
  0};
static const unsigned char file_119[] = {
#embed "../../Sources/CourseModel/Catalog/currencies.txt" suffix(,)
  0};
static const unsigned char file_120[] = {
#embed "../../Sources/ConsentBanner/Services/adobe-fonts.yml" suffix(,)
  0};
static const unsigned char file_121[] = {
#embed "../../Sources/ConsentBanner/Services/apple-podcasts.yml" suffix(,)
  0};
static const unsigned char file_122[] = {
#embed "../../Sources/ConsentBanner/Services/asciinema.yml" suffix(,)
  0};
static const unsigned char file_123[] = {
#embed "../../Sources/ConsentBanner/Services/bandcamp.yml" suffix(,)
  0};
static const unsigned char file_124[] = {
#embed "../../Sources/ConsentBanner/Services/brevo.yml" suffix(,)
  0};
static const unsigned char file_125[] = {
#embed "../../Sources/ConsentBanner/Services/bunny-fonts.yml" suffix(,)
  0};
static const unsigned char file_126[] = {
#embed "../../Sources/ConsentBanner/Services/buttondown.yml" suffix(,)
  0};
static const unsigned char file_127[] = {
#embed "../../Sources/ConsentBanner/Services/buy-me-a-coffee.yml" suffix(,)
  0};
static const unsigned char file_128[] = {
#embed "../../Sources/ConsentBanner/Services/cal-com.yml" suffix(,)
  0};
static const unsigned char file_129[] = {
#embed "../../Sources/ConsentBanner/Services/calendly.yml" suffix(,)
  0};
static const unsigned char file_130[] = {
#embed "../../Sources/ConsentBanner/Services/canva.yml" suffix(,)
  0};
static const unsigned char file_131[] = {
#embed "../../Sources/ConsentBanner/Services/cdnjs.yml" suffix(,)
  0};
static const unsigned char file_132[] = {
#embed "../../Sources/ConsentBanner/Services/clarity.yml" suffix(,)
  0};
static const unsigned char file_133[] = {
#embed "../../Sources/ConsentBanner/Services/cloudflare-web-analytics.yml" suffix(,)
  0};
static const unsigned char file_134[] = {
#embed "../../Sources/ConsentBanner/Services/codepen.yml" suffix(,)
  0};
static const unsigned char file_135[] = {
#embed "../../Sources/ConsentBanner/Services/codesandbox.yml" suffix(,)
  0};
static const unsigned char file_136[] = {
#embed "../../Sources/ConsentBanner/Services/crisp.yml" suffix(,)
  0};
static const unsigned char file_137[] = {
#embed "../../Sources/ConsentBanner/Services/dailymotion.yml" suffix(,)
  0};
static const unsigned char file_138[] = {
#embed "../../Sources/ConsentBanner/Services/desmos.yml" suffix(,)
  0};
static const unsigned char file_139[] = {
#embed "../../Sources/ConsentBanner/Services/disqus.yml" suffix(,)
  0};
static const unsigned char file_140[] = {
#embed "../../Sources/ConsentBanner/Services/facebook.yml" suffix(,)
  0};
static const unsigned char file_141[] = {
#embed "../../Sources/ConsentBanner/Services/fathom.yml" suffix(,)
  0};
static const unsigned char file_142[] = {
#embed "../../Sources/ConsentBanner/Services/figma.yml" suffix(,)
  0};
static const unsigned char file_143[] = {
#embed "../../Sources/ConsentBanner/Services/friendly-captcha.yml" suffix(,)
  0};
static const unsigned char file_144[] = {
#embed "../../Sources/ConsentBanner/Services/genially.yml" suffix(,)
  0};
static const unsigned char file_145[] = {
#embed "../../Sources/ConsentBanner/Services/geogebra.yml" suffix(,)
  0};
static const unsigned char file_146[] = {
#embed "../../Sources/ConsentBanner/Services/giscus.yml" suffix(,)
  0};
static const unsigned char file_147[] = {
#embed "../../Sources/ConsentBanner/Services/github-gist.yml" suffix(,)
  0};
static const unsigned char file_148[] = {
#embed "../../Sources/ConsentBanner/Services/goatcounter.yml" suffix(,)
  0};
static const unsigned char file_149[] = {
#embed "../../Sources/ConsentBanner/Services/google-ads.yml" suffix(,)
  0};
static const unsigned char file_150[] = {
#embed "../../Sources/ConsentBanner/Services/google-analytics.yml" suffix(,)
  0};
static const unsigned char file_151[] = {
#embed "../../Sources/ConsentBanner/Services/google-docs.yml" suffix(,)
  0};
static const unsigned char file_152[] = {
#embed "../../Sources/ConsentBanner/Services/google-floodlight.yml" suffix(,)
  0};
static const unsigned char file_153[] = {
#embed "../../Sources/ConsentBanner/Services/google-fonts.yml" suffix(,)
  0};
static const unsigned char file_154[] = {
#embed "../../Sources/ConsentBanner/Services/google-maps.yml" suffix(,)
  0};
static const unsigned char file_155[] = {
#embed "../../Sources/ConsentBanner/Services/google-tag-manager.yml" suffix(,)
  0};
static const unsigned char file_156[] = {
#embed "../../Sources/ConsentBanner/Services/gumroad.yml" suffix(,)
  0};
static const unsigned char file_157[] = {
#embed "../../Sources/ConsentBanner/Services/h5p.yml" suffix(,)
  0};
static const unsigned char file_158[] = {
#embed "../../Sources/ConsentBanner/Services/hcaptcha.yml" suffix(,)
  0};
static const unsigned char file_159[] = {
#embed "../../Sources/ConsentBanner/Services/hotjar.yml" suffix(,)
  0};
static const unsigned char file_160[] = {
#embed "../../Sources/ConsentBanner/Services/hubspot.yml" suffix(,)
  0};
static const unsigned char file_161[] = {
#embed "../../Sources/ConsentBanner/Services/instagram.yml" suffix(,)
  0};
static const unsigned char file_162[] = {
#embed "../../Sources/ConsentBanner/Services/intercom.yml" suffix(,)
  0};
static const unsigned char file_163[] = {
#embed "../../Sources/ConsentBanner/Services/internet-archive.yml" suffix(,)
  0};
static const unsigned char file_164[] = {
#embed "../../Sources/ConsentBanner/Services/jsdelivr.yml" suffix(,)
  0};
static const unsigned char file_165[] = {
#embed "../../Sources/ConsentBanner/Services/jsfiddle.yml" suffix(,)
  0};
static const unsigned char file_166[] = {
#embed "../../Sources/ConsentBanner/Services/kit.yml" suffix(,)
  0};
static const unsigned char file_167[] = {
#embed "../../Sources/ConsentBanner/Services/klarna.yml" suffix(,)
  0};
static const unsigned char file_168[] = {
#embed "../../Sources/ConsentBanner/Services/lemon-squeezy.yml" suffix(,)
  0};
static const unsigned char file_169[] = {
#embed "../../Sources/ConsentBanner/Services/linkedin-insight.yml" suffix(,)
  0};
static const unsigned char file_170[] = {
#embed "../../Sources/ConsentBanner/Services/loom.yml" suffix(,)
  0};
static const unsigned char file_171[] = {
#embed "../../Sources/ConsentBanner/Services/mailchimp.yml" suffix(,)
  0};
static const unsigned char file_172[] = {
#embed "../../Sources/ConsentBanner/Services/mailerlite.yml" suffix(,)
  0};
static const unsigned char file_173[] = {
#embed "../../Sources/ConsentBanner/Services/mastodon.yml" suffix(,)
  0};
static const unsigned char file_174[] = {
#embed "../../Sources/ConsentBanner/Services/matomo-cloud.yml" suffix(,)
  0};
static const unsigned char file_175[] = {
#embed "../../Sources/ConsentBanner/Services/matomo.yml" suffix(,)
  0};
static const unsigned char file_176[] = {
#embed "../../Sources/ConsentBanner/Services/meta-pixel.yml" suffix(,)
  0};
static const unsigned char file_177[] = {
#embed "../../Sources/ConsentBanner/Services/microsoft-ads.yml" suffix(,)
  0};
static const unsigned char file_178[] = {
#embed "../../Sources/ConsentBanner/Services/microsoft-forms.yml" suffix(,)
  0};
static const unsigned char file_179[] = {
#embed "../../Sources/ConsentBanner/Services/miro.yml" suffix(,)
  0};
static const unsigned char file_180[] = {
#embed "../../Sources/ConsentBanner/Services/mixpanel.yml" suffix(,)
  0};
static const unsigned char file_181[] = {
#embed "../../Sources/ConsentBanner/Services/mollie.yml" suffix(,)
  0};
static const unsigned char file_182[] = {
#embed "../../Sources/ConsentBanner/Services/observable.yml" suffix(,)
  0};
static const unsigned char file_183[] = {
#embed "../../Sources/ConsentBanner/Services/openstreetmap.yml" suffix(,)
  0};
static const unsigned char file_184[] = {
#embed "../../Sources/ConsentBanner/Services/paddle.yml" suffix(,)
  0};
static const unsigned char file_185[] = {
#embed "../../Sources/ConsentBanner/Services/padlet.yml" suffix(,)
  0};
static const unsigned char file_186[] = {
#embed "../../Sources/ConsentBanner/Services/paypal.yml" suffix(,)
  0};
static const unsigned char file_187[] = {
#embed "../../Sources/ConsentBanner/Services/peertube.yml" suffix(,)
  0};
static const unsigned char file_188[] = {
#embed "../../Sources/ConsentBanner/Services/pinterest-tag.yml" suffix(,)
  0};
static const unsigned char file_189[] = {
#embed "../../Sources/ConsentBanner/Services/plausible.yml" suffix(,)
  0};
static const unsigned char file_190[] = {
#embed "../../Sources/ConsentBanner/Services/posthog.yml" suffix(,)
  0};
static const unsigned char file_191[] = {
#embed "../../Sources/ConsentBanner/Services/recaptcha.yml" suffix(,)
  0};
static const unsigned char file_192[] = {
#embed "../../Sources/ConsentBanner/Services/replit.yml" suffix(,)
  0};
static const unsigned char file_193[] = {
#embed "../../Sources/ConsentBanner/Services/sentry.yml" suffix(,)
  0};
static const unsigned char file_194[] = {
#embed "../../Sources/ConsentBanner/Services/simple-analytics.yml" suffix(,)
  0};
static const unsigned char file_195[] = {
#embed "../../Sources/ConsentBanner/Services/slideshare.yml" suffix(,)
  0};
static const unsigned char file_196[] = {
#embed "../../Sources/ConsentBanner/Services/snap-pixel.yml" suffix(,)
  0};
static const unsigned char file_197[] = {
#embed "../../Sources/ConsentBanner/Services/soundcloud.yml" suffix(,)
  0};
static const unsigned char file_198[] = {
#embed "../../Sources/ConsentBanner/Services/spotify.yml" suffix(,)
  0};
static const unsigned char file_199[] = {
#embed "../../Sources/ConsentBanner/Services/stackblitz.yml" suffix(,)
  0};
static const unsigned char file_200[] = {
#embed "../../Sources/ConsentBanner/Services/stripe.yml" suffix(,)
  0};
static const unsigned char file_201[] = {
#embed "../../Sources/ConsentBanner/Services/tally.yml" suffix(,)
  0};
static const unsigned char file_202[] = {
#embed "../../Sources/ConsentBanner/Services/tawk.yml" suffix(,)
  0};
static const unsigned char file_203[] = {
#embed "../../Sources/ConsentBanner/Services/ted.yml" suffix(,)
  0};
static const unsigned char file_204[] = {
#embed "../../Sources/ConsentBanner/Services/tiktok-pixel.yml" suffix(,)
  0};
static const unsigned char file_205[] = {
#embed "../../Sources/ConsentBanner/Services/turnstile.yml" suffix(,)
  0};
static const unsigned char file_206[] = {
#embed "../../Sources/ConsentBanner/Services/twitch.yml" suffix(,)
  0};
static const unsigned char file_207[] = {
#embed "../../Sources/ConsentBanner/Services/typeform.yml" suffix(,)
  0};
static const unsigned char file_208[] = {
#embed "../../Sources/ConsentBanner/Services/umami.yml" suffix(,)
  0};
static const unsigned char file_209[] = {
#embed "../../Sources/ConsentBanner/Services/unpkg.yml" suffix(,)
  0};
static const unsigned char file_210[] = {
#embed "../../Sources/ConsentBanner/Services/utterances.yml" suffix(,)
  0};
static const unsigned char file_211[] = {
#embed "../../Sources/ConsentBanner/Services/vimeo.yml" suffix(,)
  0};
static const unsigned char file_212[] = {
#embed "../../Sources/ConsentBanner/Services/wistia.yml" suffix(,)
  0};
static const unsigned char file_213[] = {
#embed "../../Sources/ConsentBanner/Services/x-pixel.yml" suffix(,)
  0};
static const unsigned char file_214[] = {
#embed "../../Sources/ConsentBanner/Services/x-post.yml" suffix(,)
  0};
static const unsigned char file_215[] = {
#embed "../../Sources/ConsentBanner/Services/xapi.yml" suffix(,)
  0};
static const unsigned char file_216[] = {
#embed "../../Sources/ConsentBanner/Services/youtube.yml" suffix(,)
  0};
static const unsigned char file_217[] = {
#embed "../../Sources/ConsentBanner/Services/zendesk.yml" suffix(,)
  0};
static const unsigned char file_218[] = {
#embed "../../Sources/PolicyPages/Clauses/de/accessibility/010-about.md" suffix(,)
  0};
static const unsigned char file_219[] = {
#embed "../../Sources/PolicyPages/Clauses/de/accessibility/020-intro.md" suffix(,)
  0};
static const unsigned char file_220[] = {
#embed "../../Sources/PolicyPages/Clauses/de/accessibility/030-service.md" suffix(,)
  0};
static const unsigned char file_221[] = {
#embed "../../Sources/PolicyPages/Clauses/de/accessibility/040-status.md" suffix(,)
  0};
static const unsigned char file_222[] = {
#embed "../../Sources/PolicyPages/Clauses/de/accessibility/050-gaps.md" suffix(,)
  0};
static const unsigned char file_223[] = {
#embed "../../Sources/PolicyPages/Clauses/de/accessibility/060-feedback.md" suffix(,)
  0};
static const unsigned char file_224[] = {
#embed "../../Sources/PolicyPages/Clauses/de/accessibility/070-authority.md" suffix(,)
  0};
static const unsigned char file_225[] = {
#embed "../../Sources/PolicyPages/Clauses/de/accessibility/080-more.md" suffix(,)
  0};
static const unsigned char file_226[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/010-about.md" suffix(,)
  0};
static const unsigned char file_227[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/020-intro.md" suffix(,)
  0};
static const unsigned char file_228[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/030-collected.md" suffix(,)
  0};
static const unsigned char file_229[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/031-collected.md" suffix(,)
  0};
static const unsigned char file_230[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/040-disclosed.md" suffix(,)
  0};
static const unsigned char file_231[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/050-opt-out.md" suffix(,)
  0};
static const unsigned char file_232[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/051-opt-out.md" suffix(,)
  0};
static const unsigned char file_233[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/060-under-16.md" suffix(,)
  0};
static const unsigned char file_234[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/070-rights.md" suffix(,)
  0};
static const unsigned char file_235[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/080-requests.md" suffix(,)
  0};
static const unsigned char file_236[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/090-updates.md" suffix(,)
  0};
static const unsigned char file_237[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/100-more.md" suffix(,)
  0};
static const unsigned char file_238[] = {
#embed "../../Sources/PolicyPages/Clauses/de/california/110-contact.md" suffix(,)
  0};
static const unsigned char file_239[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/010-about.md" suffix(,)
  0};
static const unsigned char file_240[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/020-intro.md" suffix(,)
  0};
static const unsigned char file_241[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/030-for-children.md" suffix(,)
  0};
static const unsigned char file_242[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/040-collected.md" suffix(,)
  0};
static const unsigned char file_243[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/041-collected.md" suffix(,)
  0};
static const unsigned char file_244[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/050-identifiers.md" suffix(,)
  0};
static const unsigned char file_245[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/060-services.md" suffix(,)
  0};
static const unsigned char file_246[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/070-parents-rights.md" suffix(,)
  0};
static const unsigned char file_247[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/080-retention.md" suffix(,)
  0};
static const unsigned char file_248[] = {
#embed "../../Sources/PolicyPages/Clauses/de/children/090-more.md" suffix(,)
  0};
static const unsigned char file_249[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/010-about.md" suffix(,)
  0};
static const unsigned char file_250[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/020-intro.md" suffix(,)
  0};
static const unsigned char file_251[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/030-in-short.md" suffix(,)
  0};
static const unsigned char file_252[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/031-in-short.md" suffix(,)
  0};
static const unsigned char file_253[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/040-your-choice.md" suffix(,)
  0};
static const unsigned char file_254[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/041-without-javascript.md" suffix(,)
  0};
static const unsigned char file_255[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/050-list.md" suffix(,)
  0};
static const unsigned char file_256[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/060-necessary.md" suffix(,)
  0};
static const unsigned char file_257[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/070-google.md" suffix(,)
  0};
static const unsigned char file_258[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/080-audience.md" suffix(,)
  0};
static const unsigned char file_259[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/090-proof.md" suffix(,)
  0};
static const unsigned char file_260[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/100-browser-controls.md" suffix(,)
  0};
static const unsigned char file_261[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/110-changes.md" suffix(,)
  0};
static const unsigned char file_262[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/120-more.md" suffix(,)
  0};
static const unsigned char file_263[] = {
#embed "../../Sources/PolicyPages/Clauses/de/cookies/130-contact.md" suffix(,)
  0};
static const unsigned char file_264[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/010-about.md" suffix(,)
  0};
static const unsigned char file_265[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/020-intro.md" suffix(,)
  0};
static const unsigned char file_266[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/030-courses.md" suffix(,)
  0};
static const unsigned char file_267[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/040-progress.md" suffix(,)
  0};
static const unsigned char file_268[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/041-progress.md" suffix(,)
  0};
static const unsigned char file_269[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/050-offline.md" suffix(,)
  0};
static const unsigned char file_270[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/060-buying.md" suffix(,)
  0};
static const unsigned char file_271[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/070-privacy.md" suffix(,)
  0};
static const unsigned char file_272[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/080-authors.md" suffix(,)
  0};
static const unsigned char file_273[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/090-accessibility.md" suffix(,)
  0};
static const unsigned char file_274[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/100-reporting.md" suffix(,)
  0};
static const unsigned char file_275[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/110-more.md" suffix(,)
  0};
static const unsigned char file_276[] = {
#embed "../../Sources/PolicyPages/Clauses/de/help/120-contact.md" suffix(,)
  0};
static const unsigned char file_277[] = {
#embed "../../Sources/PolicyPages/Clauses/de/imprint/010-operator.md" suffix(,)
  0};
static const unsigned char file_278[] = {
#embed "../../Sources/PolicyPages/Clauses/de/imprint/020-intro.md" suffix(,)
  0};
static const unsigned char file_279[] = {
#embed "../../Sources/PolicyPages/Clauses/de/imprint/030-points-of-contact.md" suffix(,)
  0};
static const unsigned char file_280[] = {
#embed "../../Sources/PolicyPages/Clauses/de/imprint/040-disputes.md" suffix(,)
  0};
static const unsigned char file_281[] = {
#embed "../../Sources/PolicyPages/Clauses/de/imprint/050-more.md" suffix(,)
  0};
static const unsigned char file_282[] = {
#embed "../../Sources/PolicyPages/Clauses/de/imprint/060-other-documents.md" suffix(,)
  0};
static const unsigned char file_283[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/010-about.md" suffix(,)
  0};
static const unsigned char file_284[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/020-intro.md" suffix(,)
  0};
static const unsigned char file_285[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/030-what-we-hold.md" suffix(,)
  0};
static const unsigned char file_286[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/040-what-we-do-not-hold.md" suffix(,)
  0};
static const unsigned char file_287[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/050-who-may-ask.md" suffix(,)
  0};
static const unsigned char file_288[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/060-emergencies.md" suffix(,)
  0};
static const unsigned char file_289[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/070-preservation.md" suffix(,)
  0};
static const unsigned char file_290[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/080-other-countries.md" suffix(,)
  0};
static const unsigned char file_291[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/090-telling-users.md" suffix(,)
  0};
static const unsigned char file_292[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/091-telling-users.md" suffix(,)
  0};
static const unsigned char file_293[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/100-cost.md" suffix(,)
  0};
static const unsigned char file_294[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/110-numbers.md" suffix(,)
  0};
static const unsigned char file_295[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/120-more.md" suffix(,)
  0};
static const unsigned char file_296[] = {
#embed "../../Sources/PolicyPages/Clauses/de/law-enforcement/130-contact.md" suffix(,)
  0};
static const unsigned char file_297[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/010-about-this-policy.md" suffix(,)
  0};
static const unsigned char file_298[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/020-intro.md" suffix(,)
  0};
static const unsigned char file_299[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/030-in-short.md" suffix(,)
  0};
static const unsigned char file_300[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/040-who-is-responsible.md" suffix(,)
  0};
static const unsigned char file_301[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/100-data-you-give.md" suffix(,)
  0};
static const unsigned char file_302[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/110-data-you-give.md" suffix(,)
  0};
static const unsigned char file_303[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/120-sensitive-data.md" suffix(,)
  0};
static const unsigned char file_304[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/130-location.md" suffix(,)
  0};
static const unsigned char file_305[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/131-location.md" suffix(,)
  0};
static const unsigned char file_306[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/140-linked-accounts.md" suffix(,)
  0};
static const unsigned char file_307[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/200-data-collected-automatically.md" suffix(,)
  0};
static const unsigned char file_308[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/210-log-data.md" suffix(,)
  0};
static const unsigned char file_309[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/211-log-data.md" suffix(,)
  0};
static const unsigned char file_310[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/220-cookies.md" suffix(,)
  0};
static const unsigned char file_311[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/221-cookies-with-consent.md" suffix(,)
  0};
static const unsigned char file_312[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/230-inferences.md" suffix(,)
  0};
static const unsigned char file_313[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/231-inferences.md" suffix(,)
  0};
static const unsigned char file_314[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/300-purposes.md" suffix(,)
  0};
static const unsigned char file_315[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/301-purposes.md" suffix(,)
  0};
static const unsigned char file_316[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/310-legal-bases.md" suffix(,)
  0};
static const unsigned char file_317[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/320-service-messages.md" suffix(,)
  0};
static const unsigned char file_318[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/321-service-messages.md" suffix(,)
  0};
static const unsigned char file_319[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/330-news.md" suffix(,)
  0};
static const unsigned char file_320[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/331-news.md" suffix(,)
  0};
static const unsigned char file_321[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/340-moderation.md" suffix(,)
  0};
static const unsigned char file_322[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/400-sharing.md" suffix(,)
  0};
static const unsigned char file_323[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/401-sharing.md" suffix(,)
  0};
static const unsigned char file_324[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/410-services.md" suffix(,)
  0};
static const unsigned char file_325[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/420-share-links.md" suffix(,)
  0};
static const unsigned char file_326[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/430-public-information.md" suffix(,)
  0};
static const unsigned char file_327[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/431-public-information.md" suffix(,)
  0};
static const unsigned char file_328[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/440-disclosures-required-by-law.md" suffix(,)
  0};
static const unsigned char file_329[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/450-transfers.md" suffix(,)
  0};
static const unsigned char file_330[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/451-transfers.md" suffix(,)
  0};
static const unsigned char file_331[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/452-transfers.md" suffix(,)
  0};
static const unsigned char file_332[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/460-retention.md" suffix(,)
  0};
static const unsigned char file_333[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/461-retention.md" suffix(,)
  0};
static const unsigned char file_334[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/500-your-options.md" suffix(,)
  0};
static const unsigned char file_335[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/510-your-rights.md" suffix(,)
  0};
static const unsigned char file_336[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/520-right-to-object.md" suffix(,)
  0};
static const unsigned char file_337[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/530-verifying-requests.md" suffix(,)
  0};
static const unsigned char file_338[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/540-complaint.md" suffix(,)
  0};
static const unsigned char file_339[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/541-complaint.md" suffix(,)
  0};
static const unsigned char file_340[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/550-account-closure.md" suffix(,)
  0};
static const unsigned char file_341[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/551-account-closure.md" suffix(,)
  0};
static const unsigned char file_342[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/600-children.md" suffix(,)
  0};
static const unsigned char file_343[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/601-children.md" suffix(,)
  0};
static const unsigned char file_344[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/610-sale.md" suffix(,)
  0};
static const unsigned char file_345[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/611-sale.md" suffix(,)
  0};
static const unsigned char file_346[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/700-changes.md" suffix(,)
  0};
static const unsigned char file_347[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/710-more.md" suffix(,)
  0};
static const unsigned char file_348[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/720-contact.md" suffix(,)
  0};
static const unsigned char file_349[] = {
#embed "../../Sources/PolicyPages/Clauses/de/privacy/730-words.md" suffix(,)
  0};
static const unsigned char file_350[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/010-about.md" suffix(,)
  0};
static const unsigned char file_351[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/020-intro.md" suffix(,)
  0};
static const unsigned char file_352[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/030-service.md" suffix(,)
  0};
static const unsigned char file_353[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/040-account.md" suffix(,)
  0};
static const unsigned char file_354[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/041-account.md" suffix(,)
  0};
static const unsigned char file_355[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/050-age.md" suffix(,)
  0};
static const unsigned char file_356[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/060-prices.md" suffix(,)
  0};
static const unsigned char file_357[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/061-prices.md" suffix(,)
  0};
static const unsigned char file_358[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/070-access.md" suffix(,)
  0};
static const unsigned char file_359[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/080-withdrawal.md" suffix(,)
  0};
static const unsigned char file_360[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/090-conformity.md" suffix(,)
  0};
static const unsigned char file_361[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/100-content.md" suffix(,)
  0};
static const unsigned char file_362[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/110-rules.md" suffix(,)
  0};
static const unsigned char file_363[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/120-moderation.md" suffix(,)
  0};
static const unsigned char file_364[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/130-availability.md" suffix(,)
  0};
static const unsigned char file_365[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/140-liability.md" suffix(,)
  0};
static const unsigned char file_366[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/150-termination.md" suffix(,)
  0};
static const unsigned char file_367[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/160-changes.md" suffix(,)
  0};
static const unsigned char file_368[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/170-law.md" suffix(,)
  0};
static const unsigned char file_369[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/180-other-documents.md" suffix(,)
  0};
static const unsigned char file_370[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/190-more.md" suffix(,)
  0};
static const unsigned char file_371[] = {
#embed "../../Sources/PolicyPages/Clauses/de/terms/200-contact.md" suffix(,)
  0};
static const unsigned char file_372[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/010-right.md" suffix(,)
  0};
static const unsigned char file_373[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/020-intro.md" suffix(,)
  0};
static const unsigned char file_374[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/030-when-it-ends-early.md" suffix(,)
  0};
static const unsigned char file_375[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/031-when-it-ends-early.md" suffix(,)
  0};
static const unsigned char file_376[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/040-what-happens-then.md" suffix(,)
  0};
static const unsigned char file_377[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/050-withdrawal-button.md" suffix(,)
  0};
static const unsigned char file_378[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/060-form.md" suffix(,)
  0};
static const unsigned char file_379[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/070-refunds.md" suffix(,)
  0};
static const unsigned char file_380[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/075-refund-conditions.md" suffix(,)
  0};
static const unsigned char file_381[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/080-conformity.md" suffix(,)
  0};
static const unsigned char file_382[] = {
#embed "../../Sources/PolicyPages/Clauses/de/withdrawal/090-more.md" suffix(,)
  0};
static const unsigned char file_383[] = {
#embed "../../Sources/PolicyPages/Clauses/de/words.yml" suffix(,)
  0};
static const unsigned char file_384[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/010-about.md" suffix(,)
  0};
static const unsigned char file_385[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/020-intro.md" suffix(,)
  0};
static const unsigned char file_386[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/030-on-this-device.md" suffix(,)
  0};
static const unsigned char file_387[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/031-without-javascript.md" suffix(,)
  0};
static const unsigned char file_388[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/040-consent.md" suffix(,)
  0};
static const unsigned char file_389[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/041-receipt.md" suffix(,)
  0};
static const unsigned char file_390[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/050-request.md" suffix(,)
  0};
static const unsigned char file_391[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/060-verification.md" suffix(,)
  0};
static const unsigned char file_392[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/070-deletion.md" suffix(,)
  0};
static const unsigned char file_393[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/071-deletion.md" suffix(,)
  0};
static const unsigned char file_394[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/080-mail.md" suffix(,)
  0};
static const unsigned char file_395[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/090-browser-controls.md" suffix(,)
  0};
static const unsigned char file_396[] = {
#embed "../../Sources/PolicyPages/Clauses/de/your-data/100-more.md" suffix(,)
  0};
static const unsigned char file_397[] = {
#embed "../../Sources/PolicyPages/Clauses/en/accessibility/010-about.md" suffix(,)
  0};
static const unsigned char file_398[] = {
#embed "../../Sources/PolicyPages/Clauses/en/accessibility/020-intro.md" suffix(,)
  0};
static const unsigned char file_399[] = {
#embed "../../Sources/PolicyPages/Clauses/en/accessibility/030-service.md" suffix(,)
  0};
static const unsigned char file_400[] = {
#embed "../../Sources/PolicyPages/Clauses/en/accessibility/040-status.md" suffix(,)
  0};
static const unsigned char file_401[] = {
#embed "../../Sources/PolicyPages/Clauses/en/accessibility/050-gaps.md" suffix(,)
  0};
static const unsigned char file_402[] = {
#embed "../../Sources/PolicyPages/Clauses/en/accessibility/060-feedback.md" suffix(,)
  0};
static const unsigned char file_403[] = {
#embed "../../Sources/PolicyPages/Clauses/en/accessibility/070-authority.md" suffix(,)
  0};
static const unsigned char file_404[] = {
#embed "../../Sources/PolicyPages/Clauses/en/accessibility/080-more.md" suffix(,)
  0};
static const unsigned char file_405[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/010-about.md" suffix(,)
  0};
static const unsigned char file_406[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/020-intro.md" suffix(,)
  0};
static const unsigned char file_407[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/030-collected.md" suffix(,)
  0};
static const unsigned char file_408[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/031-collected.md" suffix(,)
  0};
static const unsigned char file_409[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/040-disclosed.md" suffix(,)
  0};
static const unsigned char file_410[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/050-opt-out.md" suffix(,)
  0};
static const unsigned char file_411[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/051-opt-out.md" suffix(,)
  0};
static const unsigned char file_412[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/060-under-16.md" suffix(,)
  0};
static const unsigned char file_413[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/070-rights.md" suffix(,)
  0};
static const unsigned char file_414[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/080-requests.md" suffix(,)
  0};
static const unsigned char file_415[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/090-updates.md" suffix(,)
  0};
static const unsigned char file_416[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/100-more.md" suffix(,)
  0};
static const unsigned char file_417[] = {
#embed "../../Sources/PolicyPages/Clauses/en/california/110-contact.md" suffix(,)
  0};
static const unsigned char file_418[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/010-about.md" suffix(,)
  0};
static const unsigned char file_419[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/020-intro.md" suffix(,)
  0};
static const unsigned char file_420[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/030-for-children.md" suffix(,)
  0};
static const unsigned char file_421[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/040-collected.md" suffix(,)
  0};
static const unsigned char file_422[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/041-collected.md" suffix(,)
  0};
static const unsigned char file_423[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/050-identifiers.md" suffix(,)
  0};
static const unsigned char file_424[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/060-services.md" suffix(,)
  0};
static const unsigned char file_425[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/070-parents-rights.md" suffix(,)
  0};
static const unsigned char file_426[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/080-retention.md" suffix(,)
  0};
static const unsigned char file_427[] = {
#embed "../../Sources/PolicyPages/Clauses/en/children/090-more.md" suffix(,)
  0};
static const unsigned char file_428[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/010-about.md" suffix(,)
  0};
static const unsigned char file_429[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/020-intro.md" suffix(,)
  0};
static const unsigned char file_430[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/030-in-short.md" suffix(,)
  0};
static const unsigned char file_431[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/031-in-short.md" suffix(,)
  0};
static const unsigned char file_432[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/040-your-choice.md" suffix(,)
  0};
static const unsigned char file_433[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/041-without-javascript.md" suffix(,)
  0};
static const unsigned char file_434[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/050-list.md" suffix(,)
  0};
static const unsigned char file_435[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/060-necessary.md" suffix(,)
  0};
static const unsigned char file_436[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/070-google.md" suffix(,)
  0};
static const unsigned char file_437[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/080-audience.md" suffix(,)
  0};
static const unsigned char file_438[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/090-proof.md" suffix(,)
  0};
static const unsigned char file_439[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/100-browser-controls.md" suffix(,)
  0};
static const unsigned char file_440[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/110-changes.md" suffix(,)
  0};
static const unsigned char file_441[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/120-more.md" suffix(,)
  0};
static const unsigned char file_442[] = {
#embed "../../Sources/PolicyPages/Clauses/en/cookies/130-contact.md" suffix(,)
  0};
static const unsigned char file_443[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/010-about.md" suffix(,)
  0};
static const unsigned char file_444[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/020-intro.md" suffix(,)
  0};
static const unsigned char file_445[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/030-courses.md" suffix(,)
  0};
static const unsigned char file_446[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/040-progress.md" suffix(,)
  0};
static const unsigned char file_447[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/041-progress.md" suffix(,)
  0};
static const unsigned char file_448[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/050-offline.md" suffix(,)
  0};
static const unsigned char file_449[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/060-buying.md" suffix(,)
  0};
static const unsigned char file_450[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/070-privacy.md" suffix(,)
  0};
static const unsigned char file_451[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/080-authors.md" suffix(,)
  0};
static const unsigned char file_452[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/090-accessibility.md" suffix(,)
  0};
static const unsigned char file_453[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/100-reporting.md" suffix(,)
  0};
static const unsigned char file_454[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/110-more.md" suffix(,)
  0};
static const unsigned char file_455[] = {
#embed "../../Sources/PolicyPages/Clauses/en/help/120-contact.md" suffix(,)
  0};
static const unsigned char file_456[] = {
#embed "../../Sources/PolicyPages/Clauses/en/imprint/010-operator.md" suffix(,)
  0};
static const unsigned char file_457[] = {
#embed "../../Sources/PolicyPages/Clauses/en/imprint/020-intro.md" suffix(,)
  0};
static const unsigned char file_458[] = {
#embed "../../Sources/PolicyPages/Clauses/en/imprint/030-points-of-contact.md" suffix(,)
  0};
static const unsigned char file_459[] = {
#embed "../../Sources/PolicyPages/Clauses/en/imprint/040-disputes.md" suffix(,)
  0};
static const unsigned char file_460[] = {
#embed "../../Sources/PolicyPages/Clauses/en/imprint/050-more.md" suffix(,)
  0};
static const unsigned char file_461[] = {
#embed "../../Sources/PolicyPages/Clauses/en/imprint/060-other-documents.md" suffix(,)
  0};
static const unsigned char file_462[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/010-about.md" suffix(,)
  0};
static const unsigned char file_463[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/020-intro.md" suffix(,)
  0};
static const unsigned char file_464[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/030-what-we-hold.md" suffix(,)
  0};
static const unsigned char file_465[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/040-what-we-do-not-hold.md" suffix(,)
  0};
static const unsigned char file_466[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/050-who-may-ask.md" suffix(,)
  0};
static const unsigned char file_467[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/060-emergencies.md" suffix(,)
  0};
static const unsigned char file_468[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/070-preservation.md" suffix(,)
  0};
static const unsigned char file_469[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/080-other-countries.md" suffix(,)
  0};
static const unsigned char file_470[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/090-telling-users.md" suffix(,)
  0};
static const unsigned char file_471[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/091-telling-users.md" suffix(,)
  0};
static const unsigned char file_472[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/100-cost.md" suffix(,)
  0};
static const unsigned char file_473[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/110-numbers.md" suffix(,)
  0};
static const unsigned char file_474[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/120-more.md" suffix(,)
  0};
static const unsigned char file_475[] = {
#embed "../../Sources/PolicyPages/Clauses/en/law-enforcement/130-contact.md" suffix(,)
  0};
static const unsigned char file_476[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/010-about-this-policy.md" suffix(,)
  0};
static const unsigned char file_477[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/020-intro.md" suffix(,)
  0};
static const unsigned char file_478[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/030-in-short.md" suffix(,)
  0};
static const unsigned char file_479[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/040-who-is-responsible.md" suffix(,)
  0};
static const unsigned char file_480[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/100-data-you-give.md" suffix(,)
  0};
static const unsigned char file_481[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/110-data-you-give.md" suffix(,)
  0};
static const unsigned char file_482[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/120-sensitive-data.md" suffix(,)
  0};
static const unsigned char file_483[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/130-location.md" suffix(,)
  0};
static const unsigned char file_484[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/131-location.md" suffix(,)
  0};
static const unsigned char file_485[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/140-linked-accounts.md" suffix(,)
  0};
static const unsigned char file_486[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/200-data-collected-automatically.md" suffix(,)
  0};
static const unsigned char file_487[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/210-log-data.md" suffix(,)
  0};
static const unsigned char file_488[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/211-log-data.md" suffix(,)
  0};
static const unsigned char file_489[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/220-cookies.md" suffix(,)
  0};
static const unsigned char file_490[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/221-cookies-with-consent.md" suffix(,)
  0};
static const unsigned char file_491[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/230-inferences.md" suffix(,)
  0};
static const unsigned char file_492[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/231-inferences.md" suffix(,)
  0};
static const unsigned char file_493[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/300-purposes.md" suffix(,)
  0};
static const unsigned char file_494[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/301-purposes.md" suffix(,)
  0};
static const unsigned char file_495[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/310-legal-bases.md" suffix(,)
  0};
static const unsigned char file_496[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/320-service-messages.md" suffix(,)
  0};
static const unsigned char file_497[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/321-service-messages.md" suffix(,)
  0};
static const unsigned char file_498[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/330-news.md" suffix(,)
  0};
static const unsigned char file_499[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/331-news.md" suffix(,)
  0};
static const unsigned char file_500[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/340-moderation.md" suffix(,)
  0};
static const unsigned char file_501[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/400-sharing.md" suffix(,)
  0};
static const unsigned char file_502[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/401-sharing.md" suffix(,)
  0};
static const unsigned char file_503[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/410-services.md" suffix(,)
  0};
static const unsigned char file_504[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/420-share-links.md" suffix(,)
  0};
static const unsigned char file_505[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/430-public-information.md" suffix(,)
  0};
static const unsigned char file_506[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/431-public-information.md" suffix(,)
  0};
static const unsigned char file_507[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/440-disclosures-required-by-law.md" suffix(,)
  0};
static const unsigned char file_508[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/450-transfers.md" suffix(,)
  0};
static const unsigned char file_509[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/451-transfers.md" suffix(,)
  0};
static const unsigned char file_510[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/452-transfers.md" suffix(,)
  0};
static const unsigned char file_511[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/460-retention.md" suffix(,)
  0};
static const unsigned char file_512[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/461-retention.md" suffix(,)
  0};
static const unsigned char file_513[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/500-your-options.md" suffix(,)
  0};
static const unsigned char file_514[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/510-your-rights.md" suffix(,)
  0};
static const unsigned char file_515[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/520-right-to-object.md" suffix(,)
  0};
static const unsigned char file_516[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/530-verifying-requests.md" suffix(,)
  0};
static const unsigned char file_517[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/540-complaint.md" suffix(,)
  0};
static const unsigned char file_518[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/541-complaint.md" suffix(,)
  0};
static const unsigned char file_519[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/550-account-closure.md" suffix(,)
  0};
static const unsigned char file_520[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/551-account-closure.md" suffix(,)
  0};
static const unsigned char file_521[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/600-children.md" suffix(,)
  0};
static const unsigned char file_522[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/601-children.md" suffix(,)
  0};
static const unsigned char file_523[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/610-sale.md" suffix(,)
  0};
static const unsigned char file_524[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/611-sale.md" suffix(,)
  0};
static const unsigned char file_525[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/700-changes.md" suffix(,)
  0};
static const unsigned char file_526[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/710-more.md" suffix(,)
  0};
static const unsigned char file_527[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/720-contact.md" suffix(,)
  0};
static const unsigned char file_528[] = {
#embed "../../Sources/PolicyPages/Clauses/en/privacy/730-words.md" suffix(,)
  0};
static const unsigned char file_529[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/010-about.md" suffix(,)
  0};
static const unsigned char file_530[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/020-intro.md" suffix(,)
  0};
static const unsigned char file_531[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/030-service.md" suffix(,)
  0};
static const unsigned char file_532[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/040-account.md" suffix(,)
  0};
static const unsigned char file_533[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/041-account.md" suffix(,)
  0};
static const unsigned char file_534[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/050-age.md" suffix(,)
  0};
static const unsigned char file_535[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/060-prices.md" suffix(,)
  0};
static const unsigned char file_536[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/061-prices.md" suffix(,)
  0};
static const unsigned char file_537[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/070-access.md" suffix(,)
  0};
static const unsigned char file_538[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/080-withdrawal.md" suffix(,)
  0};
static const unsigned char file_539[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/090-conformity.md" suffix(,)
  0};
static const unsigned char file_540[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/100-content.md" suffix(,)
  0};
static const unsigned char file_541[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/110-rules.md" suffix(,)
  0};
static const unsigned char file_542[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/120-moderation.md" suffix(,)
  0};
static const unsigned char file_543[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/130-availability.md" suffix(,)
  0};
static const unsigned char file_544[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/140-liability.md" suffix(,)
  0};
static const unsigned char file_545[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/150-termination.md" suffix(,)
  0};
static const unsigned char file_546[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/160-changes.md" suffix(,)
  0};
static const unsigned char file_547[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/170-law.md" suffix(,)
  0};
static const unsigned char file_548[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/180-other-documents.md" suffix(,)
  0};
static const unsigned char file_549[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/190-more.md" suffix(,)
  0};
static const unsigned char file_550[] = {
#embed "../../Sources/PolicyPages/Clauses/en/terms/200-contact.md" suffix(,)
  0};
static const unsigned char file_551[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/010-right.md" suffix(,)
  0};
static const unsigned char file_552[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/020-intro.md" suffix(,)
  0};
static const unsigned char file_553[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/030-when-it-ends-early.md" suffix(,)
  0};
static const unsigned char file_554[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/031-when-it-ends-early.md" suffix(,)
  0};
static const unsigned char file_555[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/040-what-happens-then.md" suffix(,)
  0};
static const unsigned char file_556[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/050-withdrawal-button.md" suffix(,)
  0};
static const unsigned char file_557[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/060-form.md" suffix(,)
  0};
static const unsigned char file_558[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/070-refunds.md" suffix(,)
  0};
static const unsigned char file_559[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/075-refund-conditions.md" suffix(,)
  0};
static const unsigned char file_560[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/080-conformity.md" suffix(,)
  0};
static const unsigned char file_561[] = {
#embed "../../Sources/PolicyPages/Clauses/en/withdrawal/090-more.md" suffix(,)
  0};
static const unsigned char file_562[] = {
#embed "../../Sources/PolicyPages/Clauses/en/words.yml" suffix(,)
  0};
static const unsigned char file_563[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/010-about.md" suffix(,)
  0};
static const unsigned char file_564[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/020-intro.md" suffix(,)
  0};
static const unsigned char file_565[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/030-on-this-device.md" suffix(,)
  0};
static const unsigned char file_566[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/031-without-javascript.md" suffix(,)
  0};
static const unsigned char file_567[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/040-consent.md" suffix(,)
  0};
static const unsigned char file_568[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/041-receipt.md" suffix(,)
  0};
static const unsigned char file_569[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/050-request.md" suffix(,)
  0};
static const unsigned char file_570[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/060-verification.md" suffix(,)
  0};
static const unsigned char file_571[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/070-deletion.md" suffix(,)
  0};
static const unsigned char file_572[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/071-deletion.md" suffix(,)
  0};
static const unsigned char file_573[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/080-mail.md" suffix(,)
  0};
static const unsigned char file_574[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/090-browser-controls.md" suffix(,)
  0};
static const unsigned char file_575[] = {
#embed "../../Sources/PolicyPages/Clauses/en/your-data/100-more.md" suffix(,)
  0};
static const unsigned char file_576[] = {
#embed "../../Sources/PolicyPages/Facts/ages.yml" suffix(,)
  0};
static const unsigned char file_577[] = {
#embed "../../Sources/PolicyPages/Facts/authorities.yml" suffix(,)
  0};
static const unsigned char file_578[] = {
#embed "../../Sources/PolicyPages/Facts/browsers.yml" suffix(,)
  0};
static const unsigned char file_579[] = {
#embed "../../Sources/PolicyPages/Facts/ccpa.yml" suffix(,)
  0};
static const unsigned char file_580[] = {
#embed "../../Sources/PolicyPages/Facts/countries.yml" suffix(,)
  0};
static const unsigned char file_581[] = {
#embed "../../Sources/PolicyPages/Facts/deadlines.yml" suffix(,)
  0};
static const unsigned char file_582[] = {
#embed "../../Sources/PolicyPages/Facts/orders.yml" suffix(,)
  0};
static const unsigned char file_583[] = {
#embed "../../Sources/PolicyPages/Facts/own-storage.yml" suffix(,)
  0};
static const unsigned char file_584[] = {
#embed "../../Sources/PolicyPages/Facts/rights.yml" suffix(,)
  0};
static const unsigned char file_585[] = {
#embed "../../Sources/Fulfilment/Mail/Texts/de/course-completed.txt" suffix(,)
  0};
static const unsigned char file_586[] = {
#embed "../../Sources/Fulfilment/Mail/Texts/de/course-midpoint.txt" suffix(,)
  0};
static const unsigned char file_587[] = {
#embed "../../Sources/Fulfilment/Mail/Texts/de/course-purchased.txt" suffix(,)
  0};
static const unsigned char file_588[] = {
#embed "../../Sources/Fulfilment/Mail/Texts/de/course-started.txt" suffix(,)
  0};
static const unsigned char file_589[] = {
#embed "../../Sources/Fulfilment/Mail/Texts/en/course-completed.txt" suffix(,)
  0};
static const unsigned char file_590[] = {
#embed "../../Sources/Fulfilment/Mail/Texts/en/course-midpoint.txt" suffix(,)
  0};
static const unsigned char file_591[] = {
#embed "../../Sources/Fulfilment/Mail/Texts/en/course-purchased.txt" suffix(,)
  0};
static const unsigned char file_592[] = {
#embed "../../Sources/Fulfilment/Mail/Texts/en/course-started.txt" suffix(,)
  0};
static const unsigned char file_593[] = {
#embed "../../Sources/CourseChecks/Rules/address-duplicate.md" suffix(,)
  0};
static const unsigned char file_594[] = {
#embed "../../Sources/CourseChecks/Rules/age-ads.md" suffix(,)
  0};
static const unsigned char file_595[] = {
#embed "../../Sources/CourseChecks/Rules/age-audience.md" suffix(,)
  0};
static const unsigned char file_596[] = {
#embed "../../Sources/CourseChecks/Rules/age-minimum.md" suffix(,)
  0};
static const unsigned char file_597[] = {
#embed "../../Sources/CourseChecks/Rules/age-notice.md" suffix(,)
  0};
static const unsigned char file_598[] = {
#embed "../../Sources/CourseChecks/Rules/alert-kind.md" suffix(,)
  0};
static const unsigned char file_599[] = {
#embed "../../Sources/CourseChecks/Rules/alias-address.md" suffix(,)
  0};
static const unsigned char file_600[] = {
#embed "../../Sources/CourseChecks/Rules/ccpa-agents.md" suffix(,)
  0};
static const unsigned char file_601[] = {
#embed "../../Sources/CourseChecks/Rules/ccpa-gpc.md" suffix(,)
  0};
static const unsigned char file_602[] = {
#embed "../../Sources/CourseChecks/Rules/ccpa-methods.md" suffix(,)
  0};
static const unsigned char file_603[] = {
#embed "../../Sources/CourseChecks/Rules/ccpa-rights.md" suffix(,)
  0};
static const unsigned char file_604[] = {
#embed "../../Sources/CourseChecks/Rules/ccpa-sell.md" suffix(,)
  0};
static const unsigned char file_605[] = {
#embed "../../Sources/CourseChecks/Rules/ccpa-table.md" suffix(,)
  0};
static const unsigned char file_606[] = {
#embed "../../Sources/CourseChecks/Rules/check-baseline.md" suffix(,)
  0};
static const unsigned char file_607[] = {
#embed "../../Sources/CourseChecks/Rules/check-rule.md" suffix(,)
  0};
static const unsigned char file_608[] = {
#embed "../../Sources/CourseChecks/Rules/check-suppress.md" suffix(,)
  0};
static const unsigned char file_609[] = {
#embed "../../Sources/CourseChecks/Rules/check-unused.md" suffix(,)
  0};
static const unsigned char file_610[] = {
#embed "../../Sources/CourseChecks/Rules/claim-cookies.md" suffix(,)
  0};
static const unsigned char file_611[] = {
#embed "../../Sources/CourseChecks/Rules/claim-share.md" suffix(,)
  0};
static const unsigned char file_612[] = {
#embed "../../Sources/CourseChecks/Rules/clause-header.md" suffix(,)
  0};
static const unsigned char file_613[] = {
#embed "../../Sources/CourseChecks/Rules/closed-leak.md" suffix(,)
  0};
static const unsigned char file_614[] = {
#embed "../../Sources/CourseChecks/Rules/closed-media.md" suffix(,)
  0};
static const unsigned char file_615[] = {
#embed "../../Sources/CourseChecks/Rules/code-open.md" suffix(,)
  0};
static const unsigned char file_616[] = {
#embed "../../Sources/CourseChecks/Rules/consent-buttons.md" suffix(,)
  0};
static const unsigned char file_617[] = {
#embed "../../Sources/CourseChecks/Rules/consent-google.md" suffix(,)
  0};
static const unsigned char file_618[] = {
#embed "../../Sources/CourseChecks/Rules/consent-implied.md" suffix(,)
  0};
static const unsigned char file_619[] = {
#embed "../../Sources/CourseChecks/Rules/consent-lifetime.md" suffix(,)
  0};
static const unsigned char file_620[] = {
#embed "../../Sources/CourseChecks/Rules/consent-model.md" suffix(,)
  0};
static const unsigned char file_621[] = {
#embed "../../Sources/CourseChecks/Rules/consent-reload.md" suffix(,)
  0};
static const unsigned char file_622[] = {
#embed "../../Sources/CourseChecks/Rules/consent-tied.md" suffix(,)
  0};
static const unsigned char file_623[] = {
#embed "../../Sources/CourseChecks/Rules/contact-domain.md" suffix(,)
  0};
static const unsigned char file_624[] = {
#embed "../../Sources/CourseChecks/Rules/cookie-duration.md" suffix(,)
  0};
static const unsigned char file_625[] = {
#embed "../../Sources/CourseChecks/Rules/cookie-wildcard.md" suffix(,)
  0};
static const unsigned char file_626[] = {
#embed "../../Sources/CourseChecks/Rules/course-author.md" suffix(,)
  0};
static const unsigned char file_627[] = {
#embed "../../Sources/CourseChecks/Rules/course-checkout.md" suffix(,)
  0};
static const unsigned char file_628[] = {
#embed "../../Sources/CourseChecks/Rules/course-cover.md" suffix(,)
  0};
static const unsigned char file_629[] = {
#embed "../../Sources/CourseChecks/Rules/course-cycle.md" suffix(,)
  0};
static const unsigned char file_630[] = {
#embed "../../Sources/CourseChecks/Rules/course-empty.md" suffix(,)
  0};
static const unsigned char file_631[] = {
#embed "../../Sources/CourseChecks/Rules/course-file.md" suffix(,)
  0};
static const unsigned char file_632[] = {
#embed "../../Sources/CourseChecks/Rules/course-folder.md" suffix(,)
  0};
static const unsigned char file_633[] = {
#embed "../../Sources/CourseChecks/Rules/course-id.md" suffix(,)
  0};
static const unsigned char file_634[] = {
#embed "../../Sources/CourseChecks/Rules/course-keys.md" suffix(,)
  0};
static const unsigned char file_635[] = {
#embed "../../Sources/CourseChecks/Rules/course-lessons.md" suffix(,)
  0};
static const unsigned char file_636[] = {
#embed "../../Sources/CourseChecks/Rules/course-prerequisite.md" suffix(,)
  0};
static const unsigned char file_637[] = {
#embed "../../Sources/CourseChecks/Rules/course-sale.md" suffix(,)
  0};
static const unsigned char file_638[] = {
#embed "../../Sources/CourseChecks/Rules/course-translation.md" suffix(,)
  0};
static const unsigned char file_639[] = {
#embed "../../Sources/CourseChecks/Rules/date-order.md" suffix(,)
  0};
static const unsigned char file_640[] = {
#embed "../../Sources/CourseChecks/Rules/directive-place.md" suffix(,)
  0};
static const unsigned char file_641[] = {
#embed "../../Sources/CourseChecks/Rules/doc-empty.md" suffix(,)
  0};
static const unsigned char file_642[] = {
#embed "../../Sources/CourseChecks/Rules/doc-punctuation.md" suffix(,)
  0};
static const unsigned char file_643[] = {
#embed "../../Sources/CourseChecks/Rules/doc-title.md" suffix(,)
  0};
static const unsigned char file_644[] = {
#embed "../../Sources/CourseChecks/Rules/doc-toc.md" suffix(,)
  0};
static const unsigned char file_645[] = {
#embed "../../Sources/CourseChecks/Rules/dsa-contact.md" suffix(,)
  0};
static const unsigned char file_646[] = {
#embed "../../Sources/CourseChecks/Rules/feed-entry.md" suffix(,)
  0};
static const unsigned char file_647[] = {
#embed "../../Sources/CourseChecks/Rules/file-encoding.md" suffix(,)
  0};
static const unsigned char file_648[] = {
#embed "../../Sources/CourseChecks/Rules/file-kind.md" suffix(,)
  0};
static const unsigned char file_649[] = {
#embed "../../Sources/CourseChecks/Rules/file-link.md" suffix(,)
  0};
static const unsigned char file_650[] = {
#embed "../../Sources/CourseChecks/Rules/file-name.md" suffix(,)
  0};
static const unsigned char file_651[] = {
#embed "../../Sources/CourseChecks/Rules/file-refused.md" suffix(,)
  0};
static const unsigned char file_652[] = {
#embed "../../Sources/CourseChecks/Rules/file-underscore.md" suffix(,)
  0};
static const unsigned char file_653[] = {
#embed "../../Sources/CourseChecks/Rules/file-unread.md" suffix(,)
  0};
static const unsigned char file_654[] = {
#embed "../../Sources/CourseChecks/Rules/file-unreadable.md" suffix(,)
  0};
static const unsigned char file_655[] = {
#embed "../../Sources/CourseChecks/Rules/file-unused.md" suffix(,)
  0};
static const unsigned char file_656[] = {
#embed "../../Sources/CourseChecks/Rules/footnote-missing.md" suffix(,)
  0};
static const unsigned char file_657[] = {
#embed "../../Sources/CourseChecks/Rules/footnote-unused.md" suffix(,)
  0};
static const unsigned char file_658[] = {
#embed "../../Sources/CourseChecks/Rules/foreign-content.md" suffix(,)
  0};
static const unsigned char file_659[] = {
#embed "../../Sources/CourseChecks/Rules/front-matter-key.md" suffix(,)
  0};
static const unsigned char file_660[] = {
#embed "../../Sources/CourseChecks/Rules/front-matter-open.md" suffix(,)
  0};
static const unsigned char file_661[] = {
#embed "../../Sources/CourseChecks/Rules/front-matter-place.md" suffix(,)
  0};
static const unsigned char file_662[] = {
#embed "../../Sources/CourseChecks/Rules/front-matter-twice.md" suffix(,)
  0};
static const unsigned char file_663[] = {
#embed "../../Sources/CourseChecks/Rules/front-matter-value.md" suffix(,)
  0};
static const unsigned char file_664[] = {
#embed "../../Sources/CourseChecks/Rules/fulfil-key.md" suffix(,)
  0};
static const unsigned char file_665[] = {
#embed "../../Sources/CourseChecks/Rules/fulfil-missing.md" suffix(,)
  0};
static const unsigned char file_666[] = {
#embed "../../Sources/CourseChecks/Rules/fulfil-price.md" suffix(,)
  0};
static const unsigned char file_667[] = {
#embed "../../Sources/CourseChecks/Rules/fulfil-product.md" suffix(,)
  0};
static const unsigned char file_668[] = {
#embed "../../Sources/CourseChecks/Rules/fulfil-value.md" suffix(,)
  0};
static const unsigned char file_669[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-1a.md" suffix(,)
  0};
static const unsigned char file_670[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-1b.md" suffix(,)
  0};
static const unsigned char file_671[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-1c.md" suffix(,)
  0};
static const unsigned char file_672[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-1d.md" suffix(,)
  0};
static const unsigned char file_673[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-1e.md" suffix(,)
  0};
static const unsigned char file_674[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-1f.md" suffix(,)
  0};
static const unsigned char file_675[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-2a.md" suffix(,)
  0};
static const unsigned char file_676[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-2b.md" suffix(,)
  0};
static const unsigned char file_677[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-2c.md" suffix(,)
  0};
static const unsigned char file_678[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-2d.md" suffix(,)
  0};
static const unsigned char file_679[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-2e.md" suffix(,)
  0};
static const unsigned char file_680[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-13-2f.md" suffix(,)
  0};
static const unsigned char file_681[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-14-source.md" suffix(,)
  0};
static const unsigned char file_682[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-21-4.md" suffix(,)
  0};
static const unsigned char file_683[] = {
#embed "../../Sources/CourseChecks/Rules/gdpr-transfer-consent.md" suffix(,)
  0};
static const unsigned char file_684[] = {
#embed "../../Sources/CourseChecks/Rules/heading-empty.md" suffix(,)
  0};
static const unsigned char file_685[] = {
#embed "../../Sources/CourseChecks/Rules/heading-id.md" suffix(,)
  0};
static const unsigned char file_686[] = {
#embed "../../Sources/CourseChecks/Rules/heading-jump.md" suffix(,)
  0};
static const unsigned char file_687[] = {
#embed "../../Sources/CourseChecks/Rules/heading-space.md" suffix(,)
  0};
static const unsigned char file_688[] = {
#embed "../../Sources/CourseChecks/Rules/html-attribute.md" suffix(,)
  0};
static const unsigned char file_689[] = {
#embed "../../Sources/CourseChecks/Rules/html-dropped.md" suffix(,)
  0};
static const unsigned char file_690[] = {
#embed "../../Sources/CourseChecks/Rules/html-element.md" suffix(,)
  0};
static const unsigned char file_691[] = {
#embed "../../Sources/CourseChecks/Rules/html-markdown.md" suffix(,)
  0};
static const unsigned char file_692[] = {
#embed "../../Sources/CourseChecks/Rules/html-open.md" suffix(,)
  0};
static const unsigned char file_693[] = {
#embed "../../Sources/CourseChecks/Rules/html-size.md" suffix(,)
  0};
static const unsigned char file_694[] = {
#embed "../../Sources/CourseChecks/Rules/ignore-name.md" suffix(,)
  0};
static const unsigned char file_695[] = {
#embed "../../Sources/CourseChecks/Rules/image-alt.md" suffix(,)
  0};
static const unsigned char file_696[] = {
#embed "../../Sources/CourseChecks/Rules/image-metadata.md" suffix(,)
  0};
static const unsigned char file_697[] = {
#embed "../../Sources/CourseChecks/Rules/image-target.md" suffix(,)
  0};
static const unsigned char file_698[] = {
#embed "../../Sources/CourseChecks/Rules/legal-advice.md" suffix(,)
  0};
static const unsigned char file_699[] = {
#embed "../../Sources/CourseChecks/Rules/legal-claim.md" suffix(,)
  0};
static const unsigned char file_700[] = {
#embed "../../Sources/CourseChecks/Rules/legal-dates.md" suffix(,)
  0};
static const unsigned char file_701[] = {
#embed "../../Sources/CourseChecks/Rules/legal-file.md" suffix(,)
  0};
static const unsigned char file_702[] = {
#embed "../../Sources/CourseChecks/Rules/legal-gap.md" suffix(,)
  0};
static const unsigned char file_703[] = {
#embed "../../Sources/CourseChecks/Rules/legal-id.md" suffix(,)
  0};
static const unsigned char file_704[] = {
#embed "../../Sources/CourseChecks/Rules/legal-jurisdiction.md" suffix(,)
  0};
static const unsigned char file_705[] = {
#embed "../../Sources/CourseChecks/Rules/legal-operator.md" suffix(,)
  0};
static const unsigned char file_706[] = {
#embed "../../Sources/CourseChecks/Rules/legal-reference.md" suffix(,)
  0};
static const unsigned char file_707[] = {
#embed "../../Sources/CourseChecks/Rules/legal-share.md" suffix(,)
  0};
static const unsigned char file_708[] = {
#embed "../../Sources/CourseChecks/Rules/legal-storage.md" suffix(,)
  0};
static const unsigned char file_709[] = {
#embed "../../Sources/CourseChecks/Rules/legal-title.md" suffix(,)
  0};
static const unsigned char file_710[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-captions.md" suffix(,)
  0};
static const unsigned char file_711[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-completion.md" suffix(,)
  0};
static const unsigned char file_712[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-cycle.md" suffix(,)
  0};
static const unsigned char file_713[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-download.md" suffix(,)
  0};
static const unsigned char file_714[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-empty.md" suffix(,)
  0};
static const unsigned char file_715[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-length.md" suffix(,)
  0};
static const unsigned char file_716[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-order.md" suffix(,)
  0};
static const unsigned char file_717[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-quiz.md" suffix(,)
  0};
static const unsigned char file_718[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-requires.md" suffix(,)
  0};
static const unsigned char file_719[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-size.md" suffix(,)
  0};
static const unsigned char file_720[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-transcript.md" suffix(,)
  0};
static const unsigned char file_721[] = {
#embed "../../Sources/CourseChecks/Rules/lesson-video.md" suffix(,)
  0};
static const unsigned char file_722[] = {
#embed "../../Sources/CourseChecks/Rules/license-name.md" suffix(,)
  0};
static const unsigned char file_723[] = {
#embed "../../Sources/CourseChecks/Rules/link-anchor.md" suffix(,)
  0};
static const unsigned char file_724[] = {
#embed "../../Sources/CourseChecks/Rules/link-dead.md" suffix(,)
  0};
static const unsigned char file_725[] = {
#embed "../../Sources/CourseChecks/Rules/link-moved.md" suffix(,)
  0};
static const unsigned char file_726[] = {
#embed "../../Sources/CourseChecks/Rules/link-reference.md" suffix(,)
  0};
static const unsigned char file_727[] = {
#embed "../../Sources/CourseChecks/Rules/link-scheme.md" suffix(,)
  0};
static const unsigned char file_728[] = {
#embed "../../Sources/CourseChecks/Rules/link-target.md" suffix(,)
  0};
static const unsigned char file_729[] = {
#embed "../../Sources/CourseChecks/Rules/link-unsure.md" suffix(,)
  0};
static const unsigned char file_730[] = {
#embed "../../Sources/CourseChecks/Rules/link-withheld.md" suffix(,)
  0};
static const unsigned char file_731[] = {
#embed "../../Sources/CourseChecks/Rules/list-open.md" suffix(,)
  0};
static const unsigned char file_732[] = {
#embed "../../Sources/CourseChecks/Rules/list-space.md" suffix(,)
  0};
static const unsigned char file_733[] = {
#embed "../../Sources/CourseChecks/Rules/mail-text.md" suffix(,)
  0};
static const unsigned char file_734[] = {
#embed "../../Sources/CourseChecks/Rules/markdown-limit.md" suffix(,)
  0};
static const unsigned char file_735[] = {
#embed "../../Sources/CourseChecks/Rules/math-limit.md" suffix(,)
  0};
static const unsigned char file_736[] = {
#embed "../../Sources/CourseChecks/Rules/math-syntax.md" suffix(,)
  0};
static const unsigned char file_737[] = {
#embed "../../Sources/CourseChecks/Rules/media-size.md" suffix(,)
  0};
static const unsigned char file_738[] = {
#embed "../../Sources/CourseChecks/Rules/menu-page.md" suffix(,)
  0};
static const unsigned char file_739[] = {
#embed "../../Sources/CourseChecks/Rules/net-accept.md" suffix(,)
  0};
static const unsigned char file_740[] = {
#embed "../../Sources/CourseChecks/Rules/net-cold.md" suffix(,)
  0};
static const unsigned char file_741[] = {
#embed "../../Sources/CourseChecks/Rules/net-gpc.md" suffix(,)
  0};
static const unsigned char file_742[] = {
#embed "../../Sources/CourseChecks/Rules/net-reject.md" suffix(,)
  0};
static const unsigned char file_743[] = {
#embed "../../Sources/CourseChecks/Rules/net-withdraw.md" suffix(,)
  0};
static const unsigned char file_744[] = {
#embed "../../Sources/CourseChecks/Rules/orders-column.md" suffix(,)
  0};
static const unsigned char file_745[] = {
#embed "../../Sources/CourseChecks/Rules/orders-course.md" suffix(,)
  0};
static const unsigned char file_746[] = {
#embed "../../Sources/CourseChecks/Rules/orders-csv.md" suffix(,)
  0};
static const unsigned char file_747[] = {
#embed "../../Sources/CourseChecks/Rules/orders-expires.md" suffix(,)
  0};
static const unsigned char file_748[] = {
#embed "../../Sources/CourseChecks/Rules/orders-label.md" suffix(,)
  0};
static const unsigned char file_749[] = {
#embed "../../Sources/CourseChecks/Rules/orders-order.md" suffix(,)
  0};
static const unsigned char file_750[] = {
#embed "../../Sources/CourseChecks/Rules/orders-twice.md" suffix(,)
  0};
static const unsigned char file_751[] = {
#embed "../../Sources/CourseChecks/Rules/page-attribute.md" suffix(,)
  0};
static const unsigned char file_752[] = {
#embed "../../Sources/CourseChecks/Rules/page-data.md" suffix(,)
  0};
static const unsigned char file_753[] = {
#embed "../../Sources/CourseChecks/Rules/page-description.md" suffix(,)
  0};
static const unsigned char file_754[] = {
#embed "../../Sources/CourseChecks/Rules/page-heading.md" suffix(,)
  0};
static const unsigned char file_755[] = {
#embed "../../Sources/CourseChecks/Rules/page-id.md" suffix(,)
  0};
static const unsigned char file_756[] = {
#embed "../../Sources/CourseChecks/Rules/page-label.md" suffix(,)
  0};
static const unsigned char file_757[] = {
#embed "../../Sources/CourseChecks/Rules/page-landmark.md" suffix(,)
  0};
static const unsigned char file_758[] = {
#embed "../../Sources/CourseChecks/Rules/page-language.md" suffix(,)
  0};
static const unsigned char file_759[] = {
#embed "../../Sources/CourseChecks/Rules/page-link.md" suffix(,)
  0};
static const unsigned char file_760[] = {
#embed "../../Sources/CourseChecks/Rules/page-markup.md" suffix(,)
  0};
static const unsigned char file_761[] = {
#embed "../../Sources/CourseChecks/Rules/page-name.md" suffix(,)
  0};
static const unsigned char file_762[] = {
#embed "../../Sources/CourseChecks/Rules/page-orphan.md" suffix(,)
  0};
static const unsigned char file_763[] = {
#embed "../../Sources/CourseChecks/Rules/page-price.md" suffix(,)
  0};
static const unsigned char file_764[] = {
#embed "../../Sources/CourseChecks/Rules/page-reference.md" suffix(,)
  0};
static const unsigned char file_765[] = {
#embed "../../Sources/CourseChecks/Rules/page-title.md" suffix(,)
  0};
static const unsigned char file_766[] = {
#embed "../../Sources/CourseChecks/Rules/page-weight.md" suffix(,)
  0};
static const unsigned char file_767[] = {
#embed "../../Sources/CourseChecks/Rules/picture-missing.md" suffix(,)
  0};
static const unsigned char file_768[] = {
#embed "../../Sources/CourseChecks/Rules/policy-age.md" suffix(,)
  0};
static const unsigned char file_769[] = {
#embed "../../Sources/CourseChecks/Rules/policy-changed.md" suffix(,)
  0};
static const unsigned char file_770[] = {
#embed "../../Sources/CourseChecks/Rules/policy-contact.md" suffix(,)
  0};
static const unsigned char file_771[] = {
#embed "../../Sources/CourseChecks/Rules/policy-dates.md" suffix(,)
  0};
static const unsigned char file_772[] = {
#embed "../../Sources/CourseChecks/Rules/policy-effective.md" suffix(,)
  0};
static const unsigned char file_773[] = {
#embed "../../Sources/CourseChecks/Rules/policy-history.md" suffix(,)
  0};
static const unsigned char file_774[] = {
#embed "../../Sources/CourseChecks/Rules/policy-implied.md" suffix(,)
  0};
static const unsigned char file_775[] = {
#embed "../../Sources/CourseChecks/Rules/policy-language.md" suffix(,)
  0};
static const unsigned char file_776[] = {
#embed "../../Sources/CourseChecks/Rules/policy-link.md" suffix(,)
  0};
static const unsigned char file_777[] = {
#embed "../../Sources/CourseChecks/Rules/policy-lock.md" suffix(,)
  0};
static const unsigned char file_778[] = {
#embed "../../Sources/CourseChecks/Rules/policy-notice.md" suffix(,)
  0};
static const unsigned char file_779[] = {
#embed "../../Sources/CourseChecks/Rules/policy-odr.md" suffix(,)
  0};
static const unsigned char file_780[] = {
#embed "../../Sources/CourseChecks/Rules/policy-operator.md" suffix(,)
  0};
static const unsigned char file_781[] = {
#embed "../../Sources/CourseChecks/Rules/policy-page.md" suffix(,)
  0};
static const unsigned char file_782[] = {
#embed "../../Sources/CourseChecks/Rules/policy-pointer.md" suffix(,)
  0};
static const unsigned char file_783[] = {
#embed "../../Sources/CourseChecks/Rules/policy-reference.md" suffix(,)
  0};
static const unsigned char file_784[] = {
#embed "../../Sources/CourseChecks/Rules/policy-service.md" suffix(,)
  0};
static const unsigned char file_785[] = {
#embed "../../Sources/CourseChecks/Rules/policy-summary.md" suffix(,)
  0};
static const unsigned char file_786[] = {
#embed "../../Sources/CourseChecks/Rules/policy-undeclared.md" suffix(,)
  0};
static const unsigned char file_787[] = {
#embed "../../Sources/CourseChecks/Rules/policy-version.md" suffix(,)
  0};
static const unsigned char file_788[] = {
#embed "../../Sources/CourseChecks/Rules/portal-empty.md" suffix(,)
  0};
static const unsigned char file_789[] = {
#embed "../../Sources/CourseChecks/Rules/portal-id.md" suffix(,)
  0};
static const unsigned char file_790[] = {
#embed "../../Sources/CourseChecks/Rules/price-without-keys.md" suffix(,)
  0};
static const unsigned char file_791[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-answer.md" suffix(,)
  0};
static const unsigned char file_792[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-answers.md" suffix(,)
  0};
static const unsigned char file_793[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-box.md" suffix(,)
  0};
static const unsigned char file_794[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-choice.md" suffix(,)
  0};
static const unsigned char file_795[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-empty.md" suffix(,)
  0};
static const unsigned char file_796[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-id.md" suffix(,)
  0};
static const unsigned char file_797[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-limit.md" suffix(,)
  0};
static const unsigned char file_798[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-lists.md" suffix(,)
  0};
static const unsigned char file_799[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-open.md" suffix(,)
  0};
static const unsigned char file_800[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-option.md" suffix(,)
  0};
static const unsigned char file_801[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-pair.md" suffix(,)
  0};
static const unsigned char file_802[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-pairs.md" suffix(,)
  0};
static const unsigned char file_803[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-range.md" suffix(,)
  0};
static const unsigned char file_804[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-right.md" suffix(,)
  0};
static const unsigned char file_805[] = {
#embed "../../Sources/CourseChecks/Rules/quiz-twice.md" suffix(,)
  0};
static const unsigned char file_806[] = {
#embed "../../Sources/CourseChecks/Rules/rights-days.md" suffix(,)
  0};
static const unsigned char file_807[] = {
#embed "../../Sources/CourseChecks/Rules/rights-delete.md" suffix(,)
  0};
static const unsigned char file_808[] = {
#embed "../../Sources/CourseChecks/Rules/rights-path.md" suffix(,)
  0};
static const unsigned char file_809[] = {
#embed "../../Sources/CourseChecks/Rules/service-events.md" suffix(,)
  0};
static const unsigned char file_810[] = {
#embed "../../Sources/CourseChecks/Rules/service-insecure.md" suffix(,)
  0};
static const unsigned char file_811[] = {
#embed "../../Sources/CourseChecks/Rules/service-necessary.md" suffix(,)
  0};
static const unsigned char file_812[] = {
#embed "../../Sources/CourseChecks/Rules/service-params.md" suffix(,)
  0};
static const unsigned char file_813[] = {
#embed "../../Sources/CourseChecks/Rules/service-privacy.md" suffix(,)
  0};
static const unsigned char file_814[] = {
#embed "../../Sources/CourseChecks/Rules/service-unknown.md" suffix(,)
  0};
static const unsigned char file_815[] = {
#embed "../../Sources/CourseChecks/Rules/service-unused.md" suffix(,)
  0};
static const unsigned char file_816[] = {
#embed "../../Sources/CourseChecks/Rules/service-unverified.md" suffix(,)
  0};
static const unsigned char file_817[] = {
#embed "../../Sources/CourseChecks/Rules/settings-file.md" suffix(,)
  0};
static const unsigned char file_818[] = {
#embed "../../Sources/CourseChecks/Rules/shop-button.md" suffix(,)
  0};
static const unsigned char file_819[] = {
#embed "../../Sources/CourseChecks/Rules/shop-price.md" suffix(,)
  0};
static const unsigned char file_820[] = {
#embed "../../Sources/CourseChecks/Rules/shop-withdrawal.md" suffix(,)
  0};
static const unsigned char file_821[] = {
#embed "../../Sources/CourseChecks/Rules/sitemap-page.md" suffix(,)
  0};
static const unsigned char file_822[] = {
#embed "../../Sources/CourseChecks/Rules/slice-missing.md" suffix(,)
  0};
static const unsigned char file_823[] = {
#embed "../../Sources/CourseChecks/Rules/table-cells.md" suffix(,)
  0};
static const unsigned char file_824[] = {
#embed "../../Sources/CourseChecks/Rules/table-delimiter.md" suffix(,)
  0};
static const unsigned char file_825[] = {
#embed "../../Sources/CourseChecks/Rules/table-header.md" suffix(,)
  0};
static const unsigned char file_826[] = {
#embed "../../Sources/CourseChecks/Rules/tabs-open.md" suffix(,)
  0};
static const unsigned char file_827[] = {
#embed "../../Sources/CourseChecks/Rules/template-include.md" suffix(,)
  0};
static const unsigned char file_828[] = {
#embed "../../Sources/CourseChecks/Rules/template-kind.md" suffix(,)
  0};
static const unsigned char file_829[] = {
#embed "../../Sources/CourseChecks/Rules/template-name.md" suffix(,)
  0};
static const unsigned char file_830[] = {
#embed "../../Sources/CourseChecks/Rules/template-recursion.md" suffix(,)
  0};
static const unsigned char file_831[] = {
#embed "../../Sources/CourseChecks/Rules/template-syntax.md" suffix(,)
  0};
static const unsigned char file_832[] = {
#embed "../../Sources/CourseChecks/Rules/text-control.md" suffix(,)
  0};
static const unsigned char file_833[] = {
#embed "../../Sources/CourseChecks/Rules/text-markup.md" suffix(,)
  0};
static const unsigned char file_834[] = {
#embed "../../Sources/CourseChecks/Rules/text-strong.md" suffix(,)
  0};
static const unsigned char file_835[] = {
#embed "../../Sources/CourseChecks/Rules/theme-code.md" suffix(,)
  0};
static const unsigned char file_836[] = {
#embed "../../Sources/CourseChecks/Rules/theme-file.md" suffix(,)
  0};
static const unsigned char file_837[] = {
#embed "../../Sources/CourseChecks/Rules/theme-foreign.md" suffix(,)
  0};
static const unsigned char file_838[] = {
#embed "../../Sources/CourseChecks/Rules/theme-open.md" suffix(,)
  0};
static const unsigned char file_839[] = {
#embed "../../Sources/CourseChecks/Rules/theme-policy.md" suffix(,)
  0};
static const unsigned char file_840[] = {
#embed "../../Sources/CourseChecks/Rules/theme-storage.md" suffix(,)
  0};
static const unsigned char file_841[] = {
#embed "../../Sources/CourseChecks/Rules/theme-words.md" suffix(,)
  0};
static const unsigned char file_842[] = {
#embed "../../Sources/CourseChecks/Rules/video-captions.md" suffix(,)
  0};
static const unsigned char file_843[] = {
#embed "../../Sources/CourseChecks/Rules/yaml-syntax.md" suffix(,)
  0};
static const unsigned char file_844[] = {
#embed "../../Sources/PolicyReview/Statements/10-gdpr.yml" suffix(,)
  0};
static const unsigned char file_845[] = {
#embed "../../Sources/PolicyReview/Statements/20-cookies.yml" suffix(,)
  0};
static const unsigned char file_846[] = {
#embed "../../Sources/PolicyReview/Statements/30-california.yml" suffix(,)
  0};
static const unsigned char file_847[] = {
#embed "../../Sources/PolicyReview/Statements/40-wording.yml" suffix(,)
  0};
static const unsigned char file_848[] = {
#embed "../../Sources/PolicyReview/Languages/de.yml" suffix(,)
  0};
static const unsigned char file_849[] = {
#embed "../../Sources/PolicyReview/Languages/en.yml" suffix(,)
  0};
static const unsigned char file_850[] = {
#embed "../../Sources/PreviewServer/Live/marks.css" suffix(,)
  0};
static const unsigned char file_851[] = {
#embed "../../Sources/PreviewServer/Live/preview.css" suffix(,)
  0};
static const unsigned char file_852[] = {
#embed "../../Sources/PreviewServer/Live/preview.js" suffix(,)
  0};

static const clevio_builtin_file clevio_builtin_files[] = {
    {"theme/README.md", file_1, sizeof file_1 - 1},
    {"theme/captions/10-captions.js", file_2, sizeof file_2 - 1},
    {"theme/certificate-sheet/10-certificate.css", file_3, sizeof file_3 - 1},
    {"theme/certificate/10-certificate.js", file_4, sizeof file_4 - 1},
    {"theme/courses/10-next.js", file_5, sizeof file_5 - 1},
    {"theme/courses/20-courses.js", file_6, sizeof file_6 - 1},
    {"theme/courses/30-notes.js", file_7, sizeof file_7 - 1},
    {"theme/courses/40-language.js", file_8, sizeof file_8 - 1},
    {"theme/courses/50-offline.js", file_9, sizeof file_9 - 1},
    {"theme/css/00-tokens.css", file_10, sizeof file_10 - 1},
    {"theme/css/10-base.css", file_11, sizeof file_11 - 1},
    {"theme/css/20-frame.css", file_12, sizeof file_12 - 1},
    {"theme/css/30-prose.css", file_13, sizeof file_13 - 1},
    {"theme/css/35-code.css", file_14, sizeof file_14 - 1},
    {"theme/css/40-catalogue.css", file_15, sizeof file_15 - 1},
    {"theme/css/50-reading.css", file_16, sizeof file_16 - 1},
    {"theme/css/55-learning.css", file_17, sizeof file_17 - 1},
    {"theme/css/60-search.css", file_18, sizeof file_18 - 1},
    {"theme/css/70-consent.css", file_19, sizeof file_19 - 1},
    {"theme/css/75-device.css", file_20, sizeof file_20 - 1},
    {"theme/css/75-policies.css", file_21, sizeof file_21 - 1},
    {"theme/css/75-reader.css", file_22, sizeof file_22 - 1},
    {"theme/css/85-modes.css", file_23, sizeof file_23 - 1},
    {"theme/deeds/10-deeds.js", file_24, sizeof file_24 - 1},
    {"theme/device/05-joining.js", file_25, sizeof file_25 - 1},
    {"theme/device/10-device.js", file_26, sizeof file_26 - 1},
    {"theme/figures/10-figures.js", file_27, sizeof file_27 - 1},
    {"theme/head/theme.js", file_28, sizeof file_28 - 1},
    {"theme/js/10-frame.js", file_29, sizeof file_29 - 1},
    {"theme/js/20-text.js", file_30, sizeof file_30 - 1},
    {"theme/js/30-reading.js", file_31, sizeof file_31 - 1},
    {"theme/learning/10-progress.js", file_32, sizeof file_32 - 1},
    {"theme/learning/20-course.js", file_33, sizeof file_33 - 1},
    {"theme/learning/30-lesson.js", file_34, sizeof file_34 - 1},
    {"theme/learning/40-notes.js", file_35, sizeof file_35 - 1},
    {"theme/learning/50-quiz.js", file_36, sizeof file_36 - 1},
    {"theme/marking/10-digest.js", file_37, sizeof file_37 - 1},
    {"theme/marking/20-answers.js", file_38, sizeof file_38 - 1},
    {"theme/marking/30-marking.js", file_39, sizeof file_39 - 1},
    {"theme/notes/10-notes.js", file_40, sizeof file_40 - 1},
    {"theme/offline/10-store.js", file_41, sizeof file_41 - 1},
    {"theme/offline/20-course.js", file_42, sizeof file_42 - 1},
    {"theme/offline/30-lost.js", file_43, sizeof file_43 - 1},
    {"theme/privacy/10-record.js", file_44, sizeof file_44 - 1},
    {"theme/privacy/20-gate.js", file_45, sizeof file_45 - 1},
    {"theme/privacy/30-choice.js", file_46, sizeof file_46 - 1},
    {"theme/privacy/40-dialog.js", file_47, sizeof file_47 - 1},
    {"theme/quiz/10-quiz.js", file_48, sizeof file_48 - 1},
    {"theme/reader-first/10-fragment.js", file_49, sizeof file_49 - 1},
    {"theme/reader-first/20-absence.js", file_50, sizeof file_50 - 1},
    {"theme/reader/10-encoding.js", file_51, sizeof file_51 - 1},
    {"theme/reader/20-claims.js", file_52, sizeof file_52 - 1},
    {"theme/reader/25-token.js", file_53, sizeof file_53 - 1},
    {"theme/reader/30-sealed.js", file_54, sizeof file_54 - 1},
    {"theme/reader/35-page.js", file_55, sizeof file_55 - 1},
    {"theme/reader/40-unlock.js", file_56, sizeof file_56 - 1},
    {"theme/reader/45-session.js", file_57, sizeof file_57 - 1},
    {"theme/reader/50-lesson.js", file_58, sizeof file_58 - 1},
    {"theme/reader/55-media.js", file_59, sizeof file_59 - 1},
    {"theme/reader/60-search.js", file_60, sizeof file_60 - 1},
    {"theme/reader/70-progress.js", file_61, sizeof file_61 - 1},
    {"theme/reader/75-order.js", file_62, sizeof file_62 - 1},
    {"theme/reader/90-start.js", file_63, sizeof file_63 - 1},
    {"theme/search/10-words.js", file_64, sizeof file_64 - 1},
    {"theme/search/20-files.js", file_65, sizeof file_65 - 1},
    {"theme/search/30-terms.js", file_66, sizeof file_66 - 1},
    {"theme/search/40-find.js", file_67, sizeof file_67 - 1},
    {"theme/search/50-passage.js", file_68, sizeof file_68 - 1},
    {"theme/search/60-results.js", file_69, sizeof file_69 - 1},
    {"theme/search/70-search.js", file_70, sizeof file_70 - 1},
    {"theme/strings/ar.yml", file_71, sizeof file_71 - 1},
    {"theme/strings/de.yml", file_72, sizeof file_72 - 1},
    {"theme/strings/en.yml", file_73, sizeof file_73 - 1},
    {"theme/strings/es.yml", file_74, sizeof file_74 - 1},
    {"theme/strings/fr.yml", file_75, sizeof file_75 - 1},
    {"theme/strings/ru.yml", file_76, sizeof file_76 - 1},
    {"theme/templates/author.mustache", file_77, sizeof file_77 - 1},
    {"theme/templates/breadcrumbs.mustache", file_78, sizeof file_78 - 1},
    {"theme/templates/card.mustache", file_79, sizeof file_79 - 1},
    {"theme/templates/catalogue.mustache", file_80, sizeof file_80 - 1},
    {"theme/templates/certificate.mustache", file_81, sizeof file_81 - 1},
    {"theme/templates/consent-banner.mustache", file_82, sizeof file_82 - 1},
    {"theme/templates/consent-choice.mustache", file_83, sizeof file_83 - 1},
    {"theme/templates/consent-dialog.mustache", file_84, sizeof file_84 - 1},
    {"theme/templates/consent-receipt.mustache", file_85, sizeof file_85 - 1},
    {"theme/templates/contents.mustache", file_86, sizeof file_86 - 1},
    {"theme/templates/course-outline.mustache", file_87, sizeof file_87 - 1},
    {"theme/templates/course.mustache", file_88, sizeof file_88 - 1},
    {"theme/templates/device-data.mustache", file_89, sizeof file_89 - 1},
    {"theme/templates/footer.mustache", file_90, sizeof file_90 - 1},
    {"theme/templates/head.mustache", file_91, sizeof file_91 - 1},
    {"theme/templates/header.mustache", file_92, sizeof file_92 - 1},
    {"theme/templates/layout.mustache", file_93, sizeof file_93 - 1},
    {"theme/templates/lesson-row.mustache", file_94, sizeof file_94 - 1},
    {"theme/templates/lesson.mustache", file_95, sizeof file_95 - 1},
    {"theme/templates/listing-body.mustache", file_96, sizeof file_96 - 1},
    {"theme/templates/listing.mustache", file_97, sizeof file_97 - 1},
    {"theme/templates/not-found.mustache", file_98, sizeof file_98 - 1},
    {"theme/templates/notes.mustache", file_99, sizeof file_99 - 1},
    {"theme/templates/offline.mustache", file_100, sizeof file_100 - 1},
    {"theme/templates/order.mustache", file_101, sizeof file_101 - 1},
    {"theme/templates/page.mustache", file_102, sizeof file_102 - 1},
    {"theme/templates/pager.mustache", file_103, sizeof file_103 - 1},
    {"theme/templates/person.mustache", file_104, sizeof file_104 - 1},
    {"theme/templates/placeholder.mustache", file_105, sizeof file_105 - 1},
    {"theme/templates/policy-part.mustache", file_106, sizeof file_106 - 1},
    {"theme/templates/policy.mustache", file_107, sizeof file_107 - 1},
    {"theme/templates/price.mustache", file_108, sizeof file_108 - 1},
    {"theme/templates/reader.mustache", file_109, sizeof file_109 - 1},
    {"theme/templates/redirect.mustache", file_110, sizeof file_110 - 1},
    {"theme/templates/sealed-lesson.mustache", file_111, sizeof file_111 - 1},
    {"theme/templates/search-form.mustache", file_112, sizeof file_112 - 1},
    {"theme/templates/search.mustache", file_113, sizeof file_113 - 1},
    {"theme/templates/section.mustache", file_114, sizeof file_114 - 1},
    {"theme/templates/toc.mustache", file_115, sizeof file_115 - 1},
    {"theme/templates/video.mustache", file_116, sizeof file_116 - 1},
    {"theme/theme.yml", file_117, sizeof file_117 - 1},
    {"theme/worker/10-worker.js", file_118, sizeof file_118 - 1},
    {"catalog/currencies.txt", file_119, sizeof file_119 - 1},
    {"services/adobe-fonts.yml", file_120, sizeof file_120 - 1},
    {"services/apple-podcasts.yml", file_121, sizeof file_121 - 1},
    {"services/asciinema.yml", file_122, sizeof file_122 - 1},
    {"services/bandcamp.yml", file_123, sizeof file_123 - 1},
    {"services/brevo.yml", file_124, sizeof file_124 - 1},
    {"services/bunny-fonts.yml", file_125, sizeof file_125 - 1},
    {"services/buttondown.yml", file_126, sizeof file_126 - 1},
    {"services/buy-me-a-coffee.yml", file_127, sizeof file_127 - 1},
    {"services/cal-com.yml", file_128, sizeof file_128 - 1},
    {"services/calendly.yml", file_129, sizeof file_129 - 1},
    {"services/canva.yml", file_130, sizeof file_130 - 1},
    {"services/cdnjs.yml", file_131, sizeof file_131 - 1},
    {"services/clarity.yml", file_132, sizeof file_132 - 1},
    {"services/cloudflare-web-analytics.yml", file_133, sizeof file_133 - 1},
    {"services/codepen.yml", file_134, sizeof file_134 - 1},
    {"services/codesandbox.yml", file_135, sizeof file_135 - 1},
    {"services/crisp.yml", file_136, sizeof file_136 - 1},
    {"services/dailymotion.yml", file_137, sizeof file_137 - 1},
    {"services/desmos.yml", file_138, sizeof file_138 - 1},
    {"services/disqus.yml", file_139, sizeof file_139 - 1},
    {"services/facebook.yml", file_140, sizeof file_140 - 1},
    {"services/fathom.yml", file_141, sizeof file_141 - 1},
    {"services/figma.yml", file_142, sizeof file_142 - 1},
    {"services/friendly-captcha.yml", file_143, sizeof file_143 - 1},
    {"services/genially.yml", file_144, sizeof file_144 - 1},
    {"services/geogebra.yml", file_145, sizeof file_145 - 1},
    {"services/giscus.yml", file_146, sizeof file_146 - 1},
    {"services/github-gist.yml", file_147, sizeof file_147 - 1},
    {"services/goatcounter.yml", file_148, sizeof file_148 - 1},
    {"services/google-ads.yml", file_149, sizeof file_149 - 1},
    {"services/google-analytics.yml", file_150, sizeof file_150 - 1},
    {"services/google-docs.yml", file_151, sizeof file_151 - 1},
    {"services/google-floodlight.yml", file_152, sizeof file_152 - 1},
    {"services/google-fonts.yml", file_153, sizeof file_153 - 1},
    {"services/google-maps.yml", file_154, sizeof file_154 - 1},
    {"services/google-tag-manager.yml", file_155, sizeof file_155 - 1},
    {"services/gumroad.yml", file_156, sizeof file_156 - 1},
    {"services/h5p.yml", file_157, sizeof file_157 - 1},
    {"services/hcaptcha.yml", file_158, sizeof file_158 - 1},
    {"services/hotjar.yml", file_159, sizeof file_159 - 1},
    {"services/hubspot.yml", file_160, sizeof file_160 - 1},
    {"services/instagram.yml", file_161, sizeof file_161 - 1},
    {"services/intercom.yml", file_162, sizeof file_162 - 1},
    {"services/internet-archive.yml", file_163, sizeof file_163 - 1},
    {"services/jsdelivr.yml", file_164, sizeof file_164 - 1},
    {"services/jsfiddle.yml", file_165, sizeof file_165 - 1},
    {"services/kit.yml", file_166, sizeof file_166 - 1},
    {"services/klarna.yml", file_167, sizeof file_167 - 1},
    {"services/lemon-squeezy.yml", file_168, sizeof file_168 - 1},
    {"services/linkedin-insight.yml", file_169, sizeof file_169 - 1},
    {"services/loom.yml", file_170, sizeof file_170 - 1},
    {"services/mailchimp.yml", file_171, sizeof file_171 - 1},
    {"services/mailerlite.yml", file_172, sizeof file_172 - 1},
    {"services/mastodon.yml", file_173, sizeof file_173 - 1},
    {"services/matomo-cloud.yml", file_174, sizeof file_174 - 1},
    {"services/matomo.yml", file_175, sizeof file_175 - 1},
    {"services/meta-pixel.yml", file_176, sizeof file_176 - 1},
    {"services/microsoft-ads.yml", file_177, sizeof file_177 - 1},
    {"services/microsoft-forms.yml", file_178, sizeof file_178 - 1},
    {"services/miro.yml", file_179, sizeof file_179 - 1},
    {"services/mixpanel.yml", file_180, sizeof file_180 - 1},
    {"services/mollie.yml", file_181, sizeof file_181 - 1},
    {"services/observable.yml", file_182, sizeof file_182 - 1},
    {"services/openstreetmap.yml", file_183, sizeof file_183 - 1},
    {"services/paddle.yml", file_184, sizeof file_184 - 1},
    {"services/padlet.yml", file_185, sizeof file_185 - 1},
    {"services/paypal.yml", file_186, sizeof file_186 - 1},
    {"services/peertube.yml", file_187, sizeof file_187 - 1},
    {"services/pinterest-tag.yml", file_188, sizeof file_188 - 1},
    {"services/plausible.yml", file_189, sizeof file_189 - 1},
    {"services/posthog.yml", file_190, sizeof file_190 - 1},
    {"services/recaptcha.yml", file_191, sizeof file_191 - 1},
    {"services/replit.yml", file_192, sizeof file_192 - 1},
    {"services/sentry.yml", file_193, sizeof file_193 - 1},
    {"services/simple-analytics.yml", file_194, sizeof file_194 - 1},
    {"services/slideshare.yml", file_195, sizeof file_195 - 1},
    {"services/snap-pixel.yml", file_196, sizeof file_196 - 1},
    {"services/soundcloud.yml", file_197, sizeof file_197 - 1},
    {"services/spotify.yml", file_198, sizeof file_198 - 1},
    {"services/stackblitz.yml", file_199, sizeof file_199 - 1},
    {"services/stripe.yml", file_200, sizeof file_200 - 1},
    {"services/tally.yml", file_201, sizeof file_201 - 1},
    {"services/tawk.yml", file_202, sizeof file_202 - 1},
    {"services/ted.yml", file_203, sizeof file_203 - 1},
    {"services/tiktok-pixel.yml", file_204, sizeof file_204 - 1},
    {"services/turnstile.yml", file_205, sizeof file_205 - 1},
    {"services/twitch.yml", file_206, sizeof file_206 - 1},
    {"services/typeform.yml", file_207, sizeof file_207 - 1},
    {"services/umami.yml", file_208, sizeof file_208 - 1},
    {"services/unpkg.yml", file_209, sizeof file_209 - 1},
    {"services/utterances.yml", file_210, sizeof file_210 - 1},
    {"services/vimeo.yml", file_211, sizeof file_211 - 1},
    {"services/wistia.yml", file_212, sizeof file_212 - 1},
    {"services/x-pixel.yml", file_213, sizeof file_213 - 1},
    {"services/x-post.yml", file_214, sizeof file_214 - 1},
    {"services/xapi.yml", file_215, sizeof file_215 - 1},
    {"services/youtube.yml", file_216, sizeof file_216 - 1},
    {"services/zendesk.yml", file_217, sizeof file_217 - 1},
    {"clauses/de/accessibility/010-about.md", file_218, sizeof file_218 - 1},
    {"clauses/de/accessibility/020-intro.md", file_219, sizeof file_219 - 1},
    {"clauses/de/accessibility/030-service.md", file_220, sizeof file_220 - 1},
    {"clauses/de/accessibility/040-status.md", file_221, sizeof file_221 - 1},
    {"clauses/de/accessibility/050-gaps.md", file_222, sizeof file_222 - 1},
    {"clauses/de/accessibility/060-feedback.md", file_223, sizeof file_223 - 1},
    {"clauses/de/accessibility/070-authority.md", file_224, sizeof file_224 - 1},
    {"clauses/de/accessibility/080-more.md", file_225, sizeof file_225 - 1},
    {"clauses/de/california/010-about.md", file_226, sizeof file_226 - 1},
    {"clauses/de/california/020-intro.md", file_227, sizeof file_227 - 1},
    {"clauses/de/california/030-collected.md", file_228, sizeof file_228 - 1},
    {"clauses/de/california/031-collected.md", file_229, sizeof file_229 - 1},
    {"clauses/de/california/040-disclosed.md", file_230, sizeof file_230 - 1},
    {"clauses/de/california/050-opt-out.md", file_231, sizeof file_231 - 1},
    {"clauses/de/california/051-opt-out.md", file_232, sizeof file_232 - 1},
    {"clauses/de/california/060-under-16.md", file_233, sizeof file_233 - 1},
    {"clauses/de/california/070-rights.md", file_234, sizeof file_234 - 1},
    {"clauses/de/california/080-requests.md", file_235, sizeof file_235 - 1},
    {"clauses/de/california/090-updates.md", file_236, sizeof file_236 - 1},
    {"clauses/de/california/100-more.md", file_237, sizeof file_237 - 1},
    {"clauses/de/california/110-contact.md", file_238, sizeof file_238 - 1},
    {"clauses/de/children/010-about.md", file_239, sizeof file_239 - 1},
    {"clauses/de/children/020-intro.md", file_240, sizeof file_240 - 1},
    {"clauses/de/children/030-for-children.md", file_241, sizeof file_241 - 1},
    {"clauses/de/children/040-collected.md", file_242, sizeof file_242 - 1},
    {"clauses/de/children/041-collected.md", file_243, sizeof file_243 - 1},
    {"clauses/de/children/050-identifiers.md", file_244, sizeof file_244 - 1},
    {"clauses/de/children/060-services.md", file_245, sizeof file_245 - 1},
    {"clauses/de/children/070-parents-rights.md", file_246, sizeof file_246 - 1},
    {"clauses/de/children/080-retention.md", file_247, sizeof file_247 - 1},
    {"clauses/de/children/090-more.md", file_248, sizeof file_248 - 1},
    {"clauses/de/cookies/010-about.md", file_249, sizeof file_249 - 1},
    {"clauses/de/cookies/020-intro.md", file_250, sizeof file_250 - 1},
    {"clauses/de/cookies/030-in-short.md", file_251, sizeof file_251 - 1},
    {"clauses/de/cookies/031-in-short.md", file_252, sizeof file_252 - 1},
    {"clauses/de/cookies/040-your-choice.md", file_253, sizeof file_253 - 1},
    {"clauses/de/cookies/041-without-javascript.md", file_254, sizeof file_254 - 1},
    {"clauses/de/cookies/050-list.md", file_255, sizeof file_255 - 1},
    {"clauses/de/cookies/060-necessary.md", file_256, sizeof file_256 - 1},
    {"clauses/de/cookies/070-google.md", file_257, sizeof file_257 - 1},
    {"clauses/de/cookies/080-audience.md", file_258, sizeof file_258 - 1},
    {"clauses/de/cookies/090-proof.md", file_259, sizeof file_259 - 1},
    {"clauses/de/cookies/100-browser-controls.md", file_260, sizeof file_260 - 1},
    {"clauses/de/cookies/110-changes.md", file_261, sizeof file_261 - 1},
    {"clauses/de/cookies/120-more.md", file_262, sizeof file_262 - 1},
    {"clauses/de/cookies/130-contact.md", file_263, sizeof file_263 - 1},
    {"clauses/de/help/010-about.md", file_264, sizeof file_264 - 1},
    {"clauses/de/help/020-intro.md", file_265, sizeof file_265 - 1},
    {"clauses/de/help/030-courses.md", file_266, sizeof file_266 - 1},
    {"clauses/de/help/040-progress.md", file_267, sizeof file_267 - 1},
    {"clauses/de/help/041-progress.md", file_268, sizeof file_268 - 1},
    {"clauses/de/help/050-offline.md", file_269, sizeof file_269 - 1},
    {"clauses/de/help/060-buying.md", file_270, sizeof file_270 - 1},
    {"clauses/de/help/070-privacy.md", file_271, sizeof file_271 - 1},
    {"clauses/de/help/080-authors.md", file_272, sizeof file_272 - 1},
    {"clauses/de/help/090-accessibility.md", file_273, sizeof file_273 - 1},
    {"clauses/de/help/100-reporting.md", file_274, sizeof file_274 - 1},
    {"clauses/de/help/110-more.md", file_275, sizeof file_275 - 1},
    {"clauses/de/help/120-contact.md", file_276, sizeof file_276 - 1},
    {"clauses/de/imprint/010-operator.md", file_277, sizeof file_277 - 1},
    {"clauses/de/imprint/020-intro.md", file_278, sizeof file_278 - 1},
    {"clauses/de/imprint/030-points-of-contact.md", file_279, sizeof file_279 - 1},
    {"clauses/de/imprint/040-disputes.md", file_280, sizeof file_280 - 1},
    {"clauses/de/imprint/050-more.md", file_281, sizeof file_281 - 1},
    {"clauses/de/imprint/060-other-documents.md", file_282, sizeof file_282 - 1},
    {"clauses/de/law-enforcement/010-about.md", file_283, sizeof file_283 - 1},
    {"clauses/de/law-enforcement/020-intro.md", file_284, sizeof file_284 - 1},
    {"clauses/de/law-enforcement/030-what-we-hold.md", file_285, sizeof file_285 - 1},
    {"clauses/de/law-enforcement/040-what-we-do-not-hold.md", file_286, sizeof file_286 - 1},
    {"clauses/de/law-enforcement/050-who-may-ask.md", file_287, sizeof file_287 - 1},
    {"clauses/de/law-enforcement/060-emergencies.md", file_288, sizeof file_288 - 1},
    {"clauses/de/law-enforcement/070-preservation.md", file_289, sizeof file_289 - 1},
    {"clauses/de/law-enforcement/080-other-countries.md", file_290, sizeof file_290 - 1},
    {"clauses/de/law-enforcement/090-telling-users.md", file_291, sizeof file_291 - 1},
    {"clauses/de/law-enforcement/091-telling-users.md", file_292, sizeof file_292 - 1},
    {"clauses/de/law-enforcement/100-cost.md", file_293, sizeof file_293 - 1},
    {"clauses/de/law-enforcement/110-numbers.md", file_294, sizeof file_294 - 1},
    {"clauses/de/law-enforcement/120-more.md", file_295, sizeof file_295 - 1},
    {"clauses/de/law-enforcement/130-contact.md", file_296, sizeof file_296 - 1},
    {"clauses/de/privacy/010-about-this-policy.md", file_297, sizeof file_297 - 1},
    {"clauses/de/privacy/020-intro.md", file_298, sizeof file_298 - 1},
    {"clauses/de/privacy/030-in-short.md", file_299, sizeof file_299 - 1},
    {"clauses/de/privacy/040-who-is-responsible.md", file_300, sizeof file_300 - 1},
    {"clauses/de/privacy/100-data-you-give.md", file_301, sizeof file_301 - 1},
    {"clauses/de/privacy/110-data-you-give.md", file_302, sizeof file_302 - 1},
    {"clauses/de/privacy/120-sensitive-data.md", file_303, sizeof file_303 - 1},
    {"clauses/de/privacy/130-location.md", file_304, sizeof file_304 - 1},
    {"clauses/de/privacy/131-location.md", file_305, sizeof file_305 - 1},
    {"clauses/de/privacy/140-linked-accounts.md", file_306, sizeof file_306 - 1},
    {"clauses/de/privacy/200-data-collected-automatically.md", file_307, sizeof file_307 - 1},
    {"clauses/de/privacy/210-log-data.md", file_308, sizeof file_308 - 1},
    {"clauses/de/privacy/211-log-data.md", file_309, sizeof file_309 - 1},
    {"clauses/de/privacy/220-cookies.md", file_310, sizeof file_310 - 1},
    {"clauses/de/privacy/221-cookies-with-consent.md", file_311, sizeof file_311 - 1},
    {"clauses/de/privacy/230-inferences.md", file_312, sizeof file_312 - 1},
    {"clauses/de/privacy/231-inferences.md", file_313, sizeof file_313 - 1},
    {"clauses/de/privacy/300-purposes.md", file_314, sizeof file_314 - 1},
    {"clauses/de/privacy/301-purposes.md", file_315, sizeof file_315 - 1},
    {"clauses/de/privacy/310-legal-bases.md", file_316, sizeof file_316 - 1},
    {"clauses/de/privacy/320-service-messages.md", file_317, sizeof file_317 - 1},
    {"clauses/de/privacy/321-service-messages.md", file_318, sizeof file_318 - 1},
    {"clauses/de/privacy/330-news.md", file_319, sizeof file_319 - 1},
    {"clauses/de/privacy/331-news.md", file_320, sizeof file_320 - 1},
    {"clauses/de/privacy/340-moderation.md", file_321, sizeof file_321 - 1},
    {"clauses/de/privacy/400-sharing.md", file_322, sizeof file_322 - 1},
    {"clauses/de/privacy/401-sharing.md", file_323, sizeof file_323 - 1},
    {"clauses/de/privacy/410-services.md", file_324, sizeof file_324 - 1},
    {"clauses/de/privacy/420-share-links.md", file_325, sizeof file_325 - 1},
    {"clauses/de/privacy/430-public-information.md", file_326, sizeof file_326 - 1},
    {"clauses/de/privacy/431-public-information.md", file_327, sizeof file_327 - 1},
    {"clauses/de/privacy/440-disclosures-required-by-law.md", file_328, sizeof file_328 - 1},
    {"clauses/de/privacy/450-transfers.md", file_329, sizeof file_329 - 1},
    {"clauses/de/privacy/451-transfers.md", file_330, sizeof file_330 - 1},
    {"clauses/de/privacy/452-transfers.md", file_331, sizeof file_331 - 1},
    {"clauses/de/privacy/460-retention.md", file_332, sizeof file_332 - 1},
    {"clauses/de/privacy/461-retention.md", file_333, sizeof file_333 - 1},
    {"clauses/de/privacy/500-your-options.md", file_334, sizeof file_334 - 1},
    {"clauses/de/privacy/510-your-rights.md", file_335, sizeof file_335 - 1},
    {"clauses/de/privacy/520-right-to-object.md", file_336, sizeof file_336 - 1},
    {"clauses/de/privacy/530-verifying-requests.md", file_337, sizeof file_337 - 1},
    {"clauses/de/privacy/540-complaint.md", file_338, sizeof file_338 - 1},
    {"clauses/de/privacy/541-complaint.md", file_339, sizeof file_339 - 1},
    {"clauses/de/privacy/550-account-closure.md", file_340, sizeof file_340 - 1},
    {"clauses/de/privacy/551-account-closure.md", file_341, sizeof file_341 - 1},
    {"clauses/de/privacy/600-children.md", file_342, sizeof file_342 - 1},
    {"clauses/de/privacy/601-children.md", file_343, sizeof file_343 - 1},
    {"clauses/de/privacy/610-sale.md", file_344, sizeof file_344 - 1},
    {"clauses/de/privacy/611-sale.md", file_345, sizeof file_345 - 1},
    {"clauses/de/privacy/700-changes.md", file_346, sizeof file_346 - 1},
    {"clauses/de/privacy/710-more.md", file_347, sizeof file_347 - 1},
    {"clauses/de/privacy/720-contact.md", file_348, sizeof file_348 - 1},
    {"clauses/de/privacy/730-words.md", file_349, sizeof file_349 - 1},
    {"clauses/de/terms/010-about.md", file_350, sizeof file_350 - 1},
    {"clauses/de/terms/020-intro.md", file_351, sizeof file_351 - 1},
    {"clauses/de/terms/030-service.md", file_352, sizeof file_352 - 1},
    {"clauses/de/terms/040-account.md", file_353, sizeof file_353 - 1},
    {"clauses/de/terms/041-account.md", file_354, sizeof file_354 - 1},
    {"clauses/de/terms/050-age.md", file_355, sizeof file_355 - 1},
    {"clauses/de/terms/060-prices.md", file_356, sizeof file_356 - 1},
    {"clauses/de/terms/061-prices.md", file_357, sizeof file_357 - 1},
    {"clauses/de/terms/070-access.md", file_358, sizeof file_358 - 1},
    {"clauses/de/terms/080-withdrawal.md", file_359, sizeof file_359 - 1},
    {"clauses/de/terms/090-conformity.md", file_360, sizeof file_360 - 1},
    {"clauses/de/terms/100-content.md", file_361, sizeof file_361 - 1},
    {"clauses/de/terms/110-rules.md", file_362, sizeof file_362 - 1},
    {"clauses/de/terms/120-moderation.md", file_363, sizeof file_363 - 1},
    {"clauses/de/terms/130-availability.md", file_364, sizeof file_364 - 1},
    {"clauses/de/terms/140-liability.md", file_365, sizeof file_365 - 1},
    {"clauses/de/terms/150-termination.md", file_366, sizeof file_366 - 1},
    {"clauses/de/terms/160-changes.md", file_367, sizeof file_367 - 1},
    {"clauses/de/terms/170-law.md", file_368, sizeof file_368 - 1},
    {"clauses/de/terms/180-other-documents.md", file_369, sizeof file_369 - 1},
    {"clauses/de/terms/190-more.md", file_370, sizeof file_370 - 1},
    {"clauses/de/terms/200-contact.md", file_371, sizeof file_371 - 1},
    {"clauses/de/withdrawal/010-right.md", file_372, sizeof file_372 - 1},
    {"clauses/de/withdrawal/020-intro.md", file_373, sizeof file_373 - 1},
    {"clauses/de/withdrawal/030-when-it-ends-early.md", file_374, sizeof file_374 - 1},
    {"clauses/de/withdrawal/031-when-it-ends-early.md", file_375, sizeof file_375 - 1},
    {"clauses/de/withdrawal/040-what-happens-then.md", file_376, sizeof file_376 - 1},
    {"clauses/de/withdrawal/050-withdrawal-button.md", file_377, sizeof file_377 - 1},
    {"clauses/de/withdrawal/060-form.md", file_378, sizeof file_378 - 1},
    {"clauses/de/withdrawal/070-refunds.md", file_379, sizeof file_379 - 1},
    {"clauses/de/withdrawal/075-refund-conditions.md", file_380, sizeof file_380 - 1},
    {"clauses/de/withdrawal/080-conformity.md", file_381, sizeof file_381 - 1},
    {"clauses/de/withdrawal/090-more.md", file_382, sizeof file_382 - 1},
    {"clauses/de/words.yml", file_383, sizeof file_383 - 1},
    {"clauses/de/your-data/010-about.md", file_384, sizeof file_384 - 1},
    {"clauses/de/your-data/020-intro.md", file_385, sizeof file_385 - 1},
    {"clauses/de/your-data/030-on-this-device.md", file_386, sizeof file_386 - 1},
    {"clauses/de/your-data/031-without-javascript.md", file_387, sizeof file_387 - 1},
    {"clauses/de/your-data/040-consent.md", file_388, sizeof file_388 - 1},
    {"clauses/de/your-data/041-receipt.md", file_389, sizeof file_389 - 1},
    {"clauses/de/your-data/050-request.md", file_390, sizeof file_390 - 1},
    {"clauses/de/your-data/060-verification.md", file_391, sizeof file_391 - 1},
    {"clauses/de/your-data/070-deletion.md", file_392, sizeof file_392 - 1},
    {"clauses/de/your-data/071-deletion.md", file_393, sizeof file_393 - 1},
    {"clauses/de/your-data/080-mail.md", file_394, sizeof file_394 - 1},
    {"clauses/de/your-data/090-browser-controls.md", file_395, sizeof file_395 - 1},
    {"clauses/de/your-data/100-more.md", file_396, sizeof file_396 - 1},
    {"clauses/en/accessibility/010-about.md", file_397, sizeof file_397 - 1},
    {"clauses/en/accessibility/020-intro.md", file_398, sizeof file_398 - 1},
    {"clauses/en/accessibility/030-service.md", file_399, sizeof file_399 - 1},
    {"clauses/en/accessibility/040-status.md", file_400, sizeof file_400 - 1},
    {"clauses/en/accessibility/050-gaps.md", file_401, sizeof file_401 - 1},
    {"clauses/en/accessibility/060-feedback.md", file_402, sizeof file_402 - 1},
    {"clauses/en/accessibility/070-authority.md", file_403, sizeof file_403 - 1},
    {"clauses/en/accessibility/080-more.md", file_404, sizeof file_404 - 1},
    {"clauses/en/california/010-about.md", file_405, sizeof file_405 - 1},
    {"clauses/en/california/020-intro.md", file_406, sizeof file_406 - 1},
    {"clauses/en/california/030-collected.md", file_407, sizeof file_407 - 1},
    {"clauses/en/california/031-collected.md", file_408, sizeof file_408 - 1},
    {"clauses/en/california/040-disclosed.md", file_409, sizeof file_409 - 1},
    {"clauses/en/california/050-opt-out.md", file_410, sizeof file_410 - 1},
    {"clauses/en/california/051-opt-out.md", file_411, sizeof file_411 - 1},
    {"clauses/en/california/060-under-16.md", file_412, sizeof file_412 - 1},
    {"clauses/en/california/070-rights.md", file_413, sizeof file_413 - 1},
    {"clauses/en/california/080-requests.md", file_414, sizeof file_414 - 1},
    {"clauses/en/california/090-updates.md", file_415, sizeof file_415 - 1},
    {"clauses/en/california/100-more.md", file_416, sizeof file_416 - 1},
    {"clauses/en/california/110-contact.md", file_417, sizeof file_417 - 1},
    {"clauses/en/children/010-about.md", file_418, sizeof file_418 - 1},
    {"clauses/en/children/020-intro.md", file_419, sizeof file_419 - 1},
    {"clauses/en/children/030-for-children.md", file_420, sizeof file_420 - 1},
    {"clauses/en/children/040-collected.md", file_421, sizeof file_421 - 1},
    {"clauses/en/children/041-collected.md", file_422, sizeof file_422 - 1},
    {"clauses/en/children/050-identifiers.md", file_423, sizeof file_423 - 1},
    {"clauses/en/children/060-services.md", file_424, sizeof file_424 - 1},
    {"clauses/en/children/070-parents-rights.md", file_425, sizeof file_425 - 1},
    {"clauses/en/children/080-retention.md", file_426, sizeof file_426 - 1},
    {"clauses/en/children/090-more.md", file_427, sizeof file_427 - 1},
    {"clauses/en/cookies/010-about.md", file_428, sizeof file_428 - 1},
    {"clauses/en/cookies/020-intro.md", file_429, sizeof file_429 - 1},
    {"clauses/en/cookies/030-in-short.md", file_430, sizeof file_430 - 1},
    {"clauses/en/cookies/031-in-short.md", file_431, sizeof file_431 - 1},
    {"clauses/en/cookies/040-your-choice.md", file_432, sizeof file_432 - 1},
    {"clauses/en/cookies/041-without-javascript.md", file_433, sizeof file_433 - 1},
    {"clauses/en/cookies/050-list.md", file_434, sizeof file_434 - 1},
    {"clauses/en/cookies/060-necessary.md", file_435, sizeof file_435 - 1},
    {"clauses/en/cookies/070-google.md", file_436, sizeof file_436 - 1},
    {"clauses/en/cookies/080-audience.md", file_437, sizeof file_437 - 1},
    {"clauses/en/cookies/090-proof.md", file_438, sizeof file_438 - 1},
    {"clauses/en/cookies/100-browser-controls.md", file_439, sizeof file_439 - 1},
    {"clauses/en/cookies/110-changes.md", file_440, sizeof file_440 - 1},
    {"clauses/en/cookies/120-more.md", file_441, sizeof file_441 - 1},
    {"clauses/en/cookies/130-contact.md", file_442, sizeof file_442 - 1},
    {"clauses/en/help/010-about.md", file_443, sizeof file_443 - 1},
    {"clauses/en/help/020-intro.md", file_444, sizeof file_444 - 1},
    {"clauses/en/help/030-courses.md", file_445, sizeof file_445 - 1},
    {"clauses/en/help/040-progress.md", file_446, sizeof file_446 - 1},
    {"clauses/en/help/041-progress.md", file_447, sizeof file_447 - 1},
    {"clauses/en/help/050-offline.md", file_448, sizeof file_448 - 1},
    {"clauses/en/help/060-buying.md", file_449, sizeof file_449 - 1},
    {"clauses/en/help/070-privacy.md", file_450, sizeof file_450 - 1},
    {"clauses/en/help/080-authors.md", file_451, sizeof file_451 - 1},
    {"clauses/en/help/090-accessibility.md", file_452, sizeof file_452 - 1},
    {"clauses/en/help/100-reporting.md", file_453, sizeof file_453 - 1},
    {"clauses/en/help/110-more.md", file_454, sizeof file_454 - 1},
    {"clauses/en/help/120-contact.md", file_455, sizeof file_455 - 1},
    {"clauses/en/imprint/010-operator.md", file_456, sizeof file_456 - 1},
    {"clauses/en/imprint/020-intro.md", file_457, sizeof file_457 - 1},
    {"clauses/en/imprint/030-points-of-contact.md", file_458, sizeof file_458 - 1},
    {"clauses/en/imprint/040-disputes.md", file_459, sizeof file_459 - 1},
    {"clauses/en/imprint/050-more.md", file_460, sizeof file_460 - 1},
    {"clauses/en/imprint/060-other-documents.md", file_461, sizeof file_461 - 1},
    {"clauses/en/law-enforcement/010-about.md", file_462, sizeof file_462 - 1},
    {"clauses/en/law-enforcement/020-intro.md", file_463, sizeof file_463 - 1},
    {"clauses/en/law-enforcement/030-what-we-hold.md", file_464, sizeof file_464 - 1},
    {"clauses/en/law-enforcement/040-what-we-do-not-hold.md", file_465, sizeof file_465 - 1},
    {"clauses/en/law-enforcement/050-who-may-ask.md", file_466, sizeof file_466 - 1},
    {"clauses/en/law-enforcement/060-emergencies.md", file_467, sizeof file_467 - 1},
    {"clauses/en/law-enforcement/070-preservation.md", file_468, sizeof file_468 - 1},
    {"clauses/en/law-enforcement/080-other-countries.md", file_469, sizeof file_469 - 1},
    {"clauses/en/law-enforcement/090-telling-users.md", file_470, sizeof file_470 - 1},
    {"clauses/en/law-enforcement/091-telling-users.md", file_471, sizeof file_471 - 1},
    {"clauses/en/law-enforcement/100-cost.md", file_472, sizeof file_472 - 1},
    {"clauses/en/law-enforcement/110-numbers.md", file_473, sizeof file_473 - 1},
    {"clauses/en/law-enforcement/120-more.md", file_474, sizeof file_474 - 1},
    {"clauses/en/law-enforcement/130-contact.md", file_475, sizeof file_475 - 1},
    {"clauses/en/privacy/010-about-this-policy.md", file_476, sizeof file_476 - 1},
    {"clauses/en/privacy/020-intro.md", file_477, sizeof file_477 - 1},
    {"clauses/en/privacy/030-in-short.md", file_478, sizeof file_478 - 1},
    {"clauses/en/privacy/040-who-is-responsible.md", file_479, sizeof file_479 - 1},
    {"clauses/en/privacy/100-data-you-give.md", file_480, sizeof file_480 - 1},
    {"clauses/en/privacy/110-data-you-give.md", file_481, sizeof file_481 - 1},
    {"clauses/en/privacy/120-sensitive-data.md", file_482, sizeof file_482 - 1},
    {"clauses/en/privacy/130-location.md", file_483, sizeof file_483 - 1},
    {"clauses/en/privacy/131-location.md", file_484, sizeof file_484 - 1},
    {"clauses/en/privacy/140-linked-accounts.md", file_485, sizeof file_485 - 1},
    {"clauses/en/privacy/200-data-collected-automatically.md", file_486, sizeof file_486 - 1},
    {"clauses/en/privacy/210-log-data.md", file_487, sizeof file_487 - 1},
    {"clauses/en/privacy/211-log-data.md", file_488, sizeof file_488 - 1},
    {"clauses/en/privacy/220-cookies.md", file_489, sizeof file_489 - 1},
    {"clauses/en/privacy/221-cookies-with-consent.md", file_490, sizeof file_490 - 1},
    {"clauses/en/privacy/230-inferences.md", file_491, sizeof file_491 - 1},
    {"clauses/en/privacy/231-inferences.md", file_492, sizeof file_492 - 1},
    {"clauses/en/privacy/300-purposes.md", file_493, sizeof file_493 - 1},
    {"clauses/en/privacy/301-purposes.md", file_494, sizeof file_494 - 1},
    {"clauses/en/privacy/310-legal-bases.md", file_495, sizeof file_495 - 1},
    {"clauses/en/privacy/320-service-messages.md", file_496, sizeof file_496 - 1},
    {"clauses/en/privacy/321-service-messages.md", file_497, sizeof file_497 - 1},
    {"clauses/en/privacy/330-news.md", file_498, sizeof file_498 - 1},
    {"clauses/en/privacy/331-news.md", file_499, sizeof file_499 - 1},
    {"clauses/en/privacy/340-moderation.md", file_500, sizeof file_500 - 1},
    {"clauses/en/privacy/400-sharing.md", file_501, sizeof file_501 - 1},
    {"clauses/en/privacy/401-sharing.md", file_502, sizeof file_502 - 1},
    {"clauses/en/privacy/410-services.md", file_503, sizeof file_503 - 1},
    {"clauses/en/privacy/420-share-links.md", file_504, sizeof file_504 - 1},
    {"clauses/en/privacy/430-public-information.md", file_505, sizeof file_505 - 1},
    {"clauses/en/privacy/431-public-information.md", file_506, sizeof file_506 - 1},
    {"clauses/en/privacy/440-disclosures-required-by-law.md", file_507, sizeof file_507 - 1},
    {"clauses/en/privacy/450-transfers.md", file_508, sizeof file_508 - 1},
    {"clauses/en/privacy/451-transfers.md", file_509, sizeof file_509 - 1},
    {"clauses/en/privacy/452-transfers.md", file_510, sizeof file_510 - 1},
    {"clauses/en/privacy/460-retention.md", file_511, sizeof file_511 - 1},
    {"clauses/en/privacy/461-retention.md", file_512, sizeof file_512 - 1},
    {"clauses/en/privacy/500-your-options.md", file_513, sizeof file_513 - 1},
    {"clauses/en/privacy/510-your-rights.md", file_514, sizeof file_514 - 1},
    {"clauses/en/privacy/520-right-to-object.md", file_515, sizeof file_515 - 1},
    {"clauses/en/privacy/530-verifying-requests.md", file_516, sizeof file_516 - 1},
    {"clauses/en/privacy/540-complaint.md", file_517, sizeof file_517 - 1},
    {"clauses/en/privacy/541-complaint.md", file_518, sizeof file_518 - 1},
    {"clauses/en/privacy/550-account-closure.md", file_519, sizeof file_519 - 1},
    {"clauses/en/privacy/551-account-closure.md", file_520, sizeof file_520 - 1},
    {"clauses/en/privacy/600-children.md", file_521, sizeof file_521 - 1},
    {"clauses/en/privacy/601-children.md", file_522, sizeof file_522 - 1},
    {"clauses/en/privacy/610-sale.md", file_523, sizeof file_523 - 1},
    {"clauses/en/privacy/611-sale.md", file_524, sizeof file_524 - 1},
    {"clauses/en/privacy/700-changes.md", file_525, sizeof file_525 - 1},
    {"clauses/en/privacy/710-more.md", file_526, sizeof file_526 - 1},
    {"clauses/en/privacy/720-contact.md", file_527, sizeof file_527 - 1},
    {"clauses/en/privacy/730-words.md", file_528, sizeof file_528 - 1},
    {"clauses/en/terms/010-about.md", file_529, sizeof file_529 - 1},
    {"clauses/en/terms/020-intro.md", file_530, sizeof file_530 - 1},
    {"clauses/en/terms/030-service.md", file_531, sizeof file_531 - 1},
    {"clauses/en/terms/040-account.md", file_532, sizeof file_532 - 1},
    {"clauses/en/terms/041-account.md", file_533, sizeof file_533 - 1},
    {"clauses/en/terms/050-age.md", file_534, sizeof file_534 - 1},
    {"clauses/en/terms/060-prices.md", file_535, sizeof file_535 - 1},
    {"clauses/en/terms/061-prices.md", file_536, sizeof file_536 - 1},
    {"clauses/en/terms/070-access.md", file_537, sizeof file_537 - 1},
    {"clauses/en/terms/080-withdrawal.md", file_538, sizeof file_538 - 1},
    {"clauses/en/terms/090-conformity.md", file_539, sizeof file_539 - 1},
    {"clauses/en/terms/100-content.md", file_540, sizeof file_540 - 1},
    {"clauses/en/terms/110-rules.md", file_541, sizeof file_541 - 1},
    {"clauses/en/terms/120-moderation.md", file_542, sizeof file_542 - 1},
    {"clauses/en/terms/130-availability.md", file_543, sizeof file_543 - 1},
    {"clauses/en/terms/140-liability.md", file_544, sizeof file_544 - 1},
    {"clauses/en/terms/150-termination.md", file_545, sizeof file_545 - 1},
    {"clauses/en/terms/160-changes.md", file_546, sizeof file_546 - 1},
    {"clauses/en/terms/170-law.md", file_547, sizeof file_547 - 1},
    {"clauses/en/terms/180-other-documents.md", file_548, sizeof file_548 - 1},
    {"clauses/en/terms/190-more.md", file_549, sizeof file_549 - 1},
    {"clauses/en/terms/200-contact.md", file_550, sizeof file_550 - 1},
    {"clauses/en/withdrawal/010-right.md", file_551, sizeof file_551 - 1},
    {"clauses/en/withdrawal/020-intro.md", file_552, sizeof file_552 - 1},
    {"clauses/en/withdrawal/030-when-it-ends-early.md", file_553, sizeof file_553 - 1},
    {"clauses/en/withdrawal/031-when-it-ends-early.md", file_554, sizeof file_554 - 1},
    {"clauses/en/withdrawal/040-what-happens-then.md", file_555, sizeof file_555 - 1},
    {"clauses/en/withdrawal/050-withdrawal-button.md", file_556, sizeof file_556 - 1},
    {"clauses/en/withdrawal/060-form.md", file_557, sizeof file_557 - 1},
    {"clauses/en/withdrawal/070-refunds.md", file_558, sizeof file_558 - 1},
    {"clauses/en/withdrawal/075-refund-conditions.md", file_559, sizeof file_559 - 1},
    {"clauses/en/withdrawal/080-conformity.md", file_560, sizeof file_560 - 1},
    {"clauses/en/withdrawal/090-more.md", file_561, sizeof file_561 - 1},
    {"clauses/en/words.yml", file_562, sizeof file_562 - 1},
    {"clauses/en/your-data/010-about.md", file_563, sizeof file_563 - 1},
    {"clauses/en/your-data/020-intro.md", file_564, sizeof file_564 - 1},
    {"clauses/en/your-data/030-on-this-device.md", file_565, sizeof file_565 - 1},
    {"clauses/en/your-data/031-without-javascript.md", file_566, sizeof file_566 - 1},
    {"clauses/en/your-data/040-consent.md", file_567, sizeof file_567 - 1},
    {"clauses/en/your-data/041-receipt.md", file_568, sizeof file_568 - 1},
    {"clauses/en/your-data/050-request.md", file_569, sizeof file_569 - 1},
    {"clauses/en/your-data/060-verification.md", file_570, sizeof file_570 - 1},
    {"clauses/en/your-data/070-deletion.md", file_571, sizeof file_571 - 1},
    {"clauses/en/your-data/071-deletion.md", file_572, sizeof file_572 - 1},
    {"clauses/en/your-data/080-mail.md", file_573, sizeof file_573 - 1},
    {"clauses/en/your-data/090-browser-controls.md", file_574, sizeof file_574 - 1},
    {"clauses/en/your-data/100-more.md", file_575, sizeof file_575 - 1},
    {"facts/ages.yml", file_576, sizeof file_576 - 1},
    {"facts/authorities.yml", file_577, sizeof file_577 - 1},
    {"facts/browsers.yml", file_578, sizeof file_578 - 1},
    {"facts/ccpa.yml", file_579, sizeof file_579 - 1},
    {"facts/countries.yml", file_580, sizeof file_580 - 1},
    {"facts/deadlines.yml", file_581, sizeof file_581 - 1},
    {"facts/orders.yml", file_582, sizeof file_582 - 1},
    {"facts/own-storage.yml", file_583, sizeof file_583 - 1},
    {"facts/rights.yml", file_584, sizeof file_584 - 1},
    {"mails/de/course-completed.txt", file_585, sizeof file_585 - 1},
    {"mails/de/course-midpoint.txt", file_586, sizeof file_586 - 1},
    {"mails/de/course-purchased.txt", file_587, sizeof file_587 - 1},
    {"mails/de/course-started.txt", file_588, sizeof file_588 - 1},
    {"mails/en/course-completed.txt", file_589, sizeof file_589 - 1},
    {"mails/en/course-midpoint.txt", file_590, sizeof file_590 - 1},
    {"mails/en/course-purchased.txt", file_591, sizeof file_591 - 1},
    {"mails/en/course-started.txt", file_592, sizeof file_592 - 1},
    {"rules/address-duplicate.md", file_593, sizeof file_593 - 1},
    {"rules/age-ads.md", file_594, sizeof file_594 - 1},
    {"rules/age-audience.md", file_595, sizeof file_595 - 1},
    {"rules/age-minimum.md", file_596, sizeof file_596 - 1},
    {"rules/age-notice.md", file_597, sizeof file_597 - 1},
    {"rules/alert-kind.md", file_598, sizeof file_598 - 1},
    {"rules/alias-address.md", file_599, sizeof file_599 - 1},
    {"rules/ccpa-agents.md", file_600, sizeof file_600 - 1},
    {"rules/ccpa-gpc.md", file_601, sizeof file_601 - 1},
    {"rules/ccpa-methods.md", file_602, sizeof file_602 - 1},
    {"rules/ccpa-rights.md", file_603, sizeof file_603 - 1},
    {"rules/ccpa-sell.md", file_604, sizeof file_604 - 1},
    {"rules/ccpa-table.md", file_605, sizeof file_605 - 1},
    {"rules/check-baseline.md", file_606, sizeof file_606 - 1},
    {"rules/check-rule.md", file_607, sizeof file_607 - 1},
    {"rules/check-suppress.md", file_608, sizeof file_608 - 1},
    {"rules/check-unused.md", file_609, sizeof file_609 - 1},
    {"rules/claim-cookies.md", file_610, sizeof file_610 - 1},
    {"rules/claim-share.md", file_611, sizeof file_611 - 1},
    {"rules/clause-header.md", file_612, sizeof file_612 - 1},
    {"rules/closed-leak.md", file_613, sizeof file_613 - 1},
    {"rules/closed-media.md", file_614, sizeof file_614 - 1},
    {"rules/code-open.md", file_615, sizeof file_615 - 1},
    {"rules/consent-buttons.md", file_616, sizeof file_616 - 1},
    {"rules/consent-google.md", file_617, sizeof file_617 - 1},
    {"rules/consent-implied.md", file_618, sizeof file_618 - 1},
    {"rules/consent-lifetime.md", file_619, sizeof file_619 - 1},
    {"rules/consent-model.md", file_620, sizeof file_620 - 1},
    {"rules/consent-reload.md", file_621, sizeof file_621 - 1},
    {"rules/consent-tied.md", file_622, sizeof file_622 - 1},
    {"rules/contact-domain.md", file_623, sizeof file_623 - 1},
    {"rules/cookie-duration.md", file_624, sizeof file_624 - 1},
    {"rules/cookie-wildcard.md", file_625, sizeof file_625 - 1},
    {"rules/course-author.md", file_626, sizeof file_626 - 1},
    {"rules/course-checkout.md", file_627, sizeof file_627 - 1},
    {"rules/course-cover.md", file_628, sizeof file_628 - 1},
    {"rules/course-cycle.md", file_629, sizeof file_629 - 1},
    {"rules/course-empty.md", file_630, sizeof file_630 - 1},
    {"rules/course-file.md", file_631, sizeof file_631 - 1},
    {"rules/course-folder.md", file_632, sizeof file_632 - 1},
    {"rules/course-id.md", file_633, sizeof file_633 - 1},
    {"rules/course-keys.md", file_634, sizeof file_634 - 1},
    {"rules/course-lessons.md", file_635, sizeof file_635 - 1},
    {"rules/course-prerequisite.md", file_636, sizeof file_636 - 1},
    {"rules/course-sale.md", file_637, sizeof file_637 - 1},
    {"rules/course-translation.md", file_638, sizeof file_638 - 1},
    {"rules/date-order.md", file_639, sizeof file_639 - 1},
    {"rules/directive-place.md", file_640, sizeof file_640 - 1},
    {"rules/doc-empty.md", file_641, sizeof file_641 - 1},
    {"rules/doc-punctuation.md", file_642, sizeof file_642 - 1},
    {"rules/doc-title.md", file_643, sizeof file_643 - 1},
    {"rules/doc-toc.md", file_644, sizeof file_644 - 1},
    {"rules/dsa-contact.md", file_645, sizeof file_645 - 1},
    {"rules/feed-entry.md", file_646, sizeof file_646 - 1},
    {"rules/file-encoding.md", file_647, sizeof file_647 - 1},
    {"rules/file-kind.md", file_648, sizeof file_648 - 1},
    {"rules/file-link.md", file_649, sizeof file_649 - 1},
    {"rules/file-name.md", file_650, sizeof file_650 - 1},
    {"rules/file-refused.md", file_651, sizeof file_651 - 1},
    {"rules/file-underscore.md", file_652, sizeof file_652 - 1},
    {"rules/file-unread.md", file_653, sizeof file_653 - 1},
    {"rules/file-unreadable.md", file_654, sizeof file_654 - 1},
    {"rules/file-unused.md", file_655, sizeof file_655 - 1},
    {"rules/footnote-missing.md", file_656, sizeof file_656 - 1},
    {"rules/footnote-unused.md", file_657, sizeof file_657 - 1},
    {"rules/foreign-content.md", file_658, sizeof file_658 - 1},
    {"rules/front-matter-key.md", file_659, sizeof file_659 - 1},
    {"rules/front-matter-open.md", file_660, sizeof file_660 - 1},
    {"rules/front-matter-place.md", file_661, sizeof file_661 - 1},
    {"rules/front-matter-twice.md", file_662, sizeof file_662 - 1},
    {"rules/front-matter-value.md", file_663, sizeof file_663 - 1},
    {"rules/fulfil-key.md", file_664, sizeof file_664 - 1},
    {"rules/fulfil-missing.md", file_665, sizeof file_665 - 1},
    {"rules/fulfil-price.md", file_666, sizeof file_666 - 1},
    {"rules/fulfil-product.md", file_667, sizeof file_667 - 1},
    {"rules/fulfil-value.md", file_668, sizeof file_668 - 1},
    {"rules/gdpr-13-1a.md", file_669, sizeof file_669 - 1},
    {"rules/gdpr-13-1b.md", file_670, sizeof file_670 - 1},
    {"rules/gdpr-13-1c.md", file_671, sizeof file_671 - 1},
    {"rules/gdpr-13-1d.md", file_672, sizeof file_672 - 1},
    {"rules/gdpr-13-1e.md", file_673, sizeof file_673 - 1},
    {"rules/gdpr-13-1f.md", file_674, sizeof file_674 - 1},
    {"rules/gdpr-13-2a.md", file_675, sizeof file_675 - 1},
    {"rules/gdpr-13-2b.md", file_676, sizeof file_676 - 1},
    {"rules/gdpr-13-2c.md", file_677, sizeof file_677 - 1},
    {"rules/gdpr-13-2d.md", file_678, sizeof file_678 - 1},
    {"rules/gdpr-13-2e.md", file_679, sizeof file_679 - 1},
    {"rules/gdpr-13-2f.md", file_680, sizeof file_680 - 1},
    {"rules/gdpr-14-source.md", file_681, sizeof file_681 - 1},
    {"rules/gdpr-21-4.md", file_682, sizeof file_682 - 1},
    {"rules/gdpr-transfer-consent.md", file_683, sizeof file_683 - 1},
    {"rules/heading-empty.md", file_684, sizeof file_684 - 1},
    {"rules/heading-id.md", file_685, sizeof file_685 - 1},
    {"rules/heading-jump.md", file_686, sizeof file_686 - 1},
    {"rules/heading-space.md", file_687, sizeof file_687 - 1},
    {"rules/html-attribute.md", file_688, sizeof file_688 - 1},
    {"rules/html-dropped.md", file_689, sizeof file_689 - 1},
    {"rules/html-element.md", file_690, sizeof file_690 - 1},
    {"rules/html-markdown.md", file_691, sizeof file_691 - 1},
    {"rules/html-open.md", file_692, sizeof file_692 - 1},
    {"rules/html-size.md", file_693, sizeof file_693 - 1},
    {"rules/ignore-name.md", file_694, sizeof file_694 - 1},
    {"rules/image-alt.md", file_695, sizeof file_695 - 1},
    {"rules/image-metadata.md", file_696, sizeof file_696 - 1},
    {"rules/image-target.md", file_697, sizeof file_697 - 1},
    {"rules/legal-advice.md", file_698, sizeof file_698 - 1},
    {"rules/legal-claim.md", file_699, sizeof file_699 - 1},
    {"rules/legal-dates.md", file_700, sizeof file_700 - 1},
    {"rules/legal-file.md", file_701, sizeof file_701 - 1},
    {"rules/legal-gap.md", file_702, sizeof file_702 - 1},
    {"rules/legal-id.md", file_703, sizeof file_703 - 1},
    {"rules/legal-jurisdiction.md", file_704, sizeof file_704 - 1},
    {"rules/legal-operator.md", file_705, sizeof file_705 - 1},
    {"rules/legal-reference.md", file_706, sizeof file_706 - 1},
    {"rules/legal-share.md", file_707, sizeof file_707 - 1},
    {"rules/legal-storage.md", file_708, sizeof file_708 - 1},
    {"rules/legal-title.md", file_709, sizeof file_709 - 1},
    {"rules/lesson-captions.md", file_710, sizeof file_710 - 1},
    {"rules/lesson-completion.md", file_711, sizeof file_711 - 1},
    {"rules/lesson-cycle.md", file_712, sizeof file_712 - 1},
    {"rules/lesson-download.md", file_713, sizeof file_713 - 1},
    {"rules/lesson-empty.md", file_714, sizeof file_714 - 1},
    {"rules/lesson-length.md", file_715, sizeof file_715 - 1},
    {"rules/lesson-order.md", file_716, sizeof file_716 - 1},
    {"rules/lesson-quiz.md", file_717, sizeof file_717 - 1},
    {"rules/lesson-requires.md", file_718, sizeof file_718 - 1},
    {"rules/lesson-size.md", file_719, sizeof file_719 - 1},
    {"rules/lesson-transcript.md", file_720, sizeof file_720 - 1},
    {"rules/lesson-video.md", file_721, sizeof file_721 - 1},
    {"rules/license-name.md", file_722, sizeof file_722 - 1},
    {"rules/link-anchor.md", file_723, sizeof file_723 - 1},
    {"rules/link-dead.md", file_724, sizeof file_724 - 1},
    {"rules/link-moved.md", file_725, sizeof file_725 - 1},
    {"rules/link-reference.md", file_726, sizeof file_726 - 1},
    {"rules/link-scheme.md", file_727, sizeof file_727 - 1},
    {"rules/link-target.md", file_728, sizeof file_728 - 1},
    {"rules/link-unsure.md", file_729, sizeof file_729 - 1},
    {"rules/link-withheld.md", file_730, sizeof file_730 - 1},
    {"rules/list-open.md", file_731, sizeof file_731 - 1},
    {"rules/list-space.md", file_732, sizeof file_732 - 1},
    {"rules/mail-text.md", file_733, sizeof file_733 - 1},
    {"rules/markdown-limit.md", file_734, sizeof file_734 - 1},
    {"rules/math-limit.md", file_735, sizeof file_735 - 1},
    {"rules/math-syntax.md", file_736, sizeof file_736 - 1},
    {"rules/media-size.md", file_737, sizeof file_737 - 1},
    {"rules/menu-page.md", file_738, sizeof file_738 - 1},
    {"rules/net-accept.md", file_739, sizeof file_739 - 1},
    {"rules/net-cold.md", file_740, sizeof file_740 - 1},
    {"rules/net-gpc.md", file_741, sizeof file_741 - 1},
    {"rules/net-reject.md", file_742, sizeof file_742 - 1},
    {"rules/net-withdraw.md", file_743, sizeof file_743 - 1},
    {"rules/orders-column.md", file_744, sizeof file_744 - 1},
    {"rules/orders-course.md", file_745, sizeof file_745 - 1},
    {"rules/orders-csv.md", file_746, sizeof file_746 - 1},
    {"rules/orders-expires.md", file_747, sizeof file_747 - 1},
    {"rules/orders-label.md", file_748, sizeof file_748 - 1},
    {"rules/orders-order.md", file_749, sizeof file_749 - 1},
    {"rules/orders-twice.md", file_750, sizeof file_750 - 1},
    {"rules/page-attribute.md", file_751, sizeof file_751 - 1},
    {"rules/page-data.md", file_752, sizeof file_752 - 1},
    {"rules/page-description.md", file_753, sizeof file_753 - 1},
    {"rules/page-heading.md", file_754, sizeof file_754 - 1},
    {"rules/page-id.md", file_755, sizeof file_755 - 1},
    {"rules/page-label.md", file_756, sizeof file_756 - 1},
    {"rules/page-landmark.md", file_757, sizeof file_757 - 1},
    {"rules/page-language.md", file_758, sizeof file_758 - 1},
    {"rules/page-link.md", file_759, sizeof file_759 - 1},
    {"rules/page-markup.md", file_760, sizeof file_760 - 1},
    {"rules/page-name.md", file_761, sizeof file_761 - 1},
    {"rules/page-orphan.md", file_762, sizeof file_762 - 1},
    {"rules/page-price.md", file_763, sizeof file_763 - 1},
    {"rules/page-reference.md", file_764, sizeof file_764 - 1},
    {"rules/page-title.md", file_765, sizeof file_765 - 1},
    {"rules/page-weight.md", file_766, sizeof file_766 - 1},
    {"rules/picture-missing.md", file_767, sizeof file_767 - 1},
    {"rules/policy-age.md", file_768, sizeof file_768 - 1},
    {"rules/policy-changed.md", file_769, sizeof file_769 - 1},
    {"rules/policy-contact.md", file_770, sizeof file_770 - 1},
    {"rules/policy-dates.md", file_771, sizeof file_771 - 1},
    {"rules/policy-effective.md", file_772, sizeof file_772 - 1},
    {"rules/policy-history.md", file_773, sizeof file_773 - 1},
    {"rules/policy-implied.md", file_774, sizeof file_774 - 1},
    {"rules/policy-language.md", file_775, sizeof file_775 - 1},
    {"rules/policy-link.md", file_776, sizeof file_776 - 1},
    {"rules/policy-lock.md", file_777, sizeof file_777 - 1},
    {"rules/policy-notice.md", file_778, sizeof file_778 - 1},
    {"rules/policy-odr.md", file_779, sizeof file_779 - 1},
    {"rules/policy-operator.md", file_780, sizeof file_780 - 1},
    {"rules/policy-page.md", file_781, sizeof file_781 - 1},
    {"rules/policy-pointer.md", file_782, sizeof file_782 - 1},
    {"rules/policy-reference.md", file_783, sizeof file_783 - 1},
    {"rules/policy-service.md", file_784, sizeof file_784 - 1},
    {"rules/policy-summary.md", file_785, sizeof file_785 - 1},
    {"rules/policy-undeclared.md", file_786, sizeof file_786 - 1},
    {"rules/policy-version.md", file_787, sizeof file_787 - 1},
    {"rules/portal-empty.md", file_788, sizeof file_788 - 1},
    {"rules/portal-id.md", file_789, sizeof file_789 - 1},
    {"rules/price-without-keys.md", file_790, sizeof file_790 - 1},
    {"rules/quiz-answer.md", file_791, sizeof file_791 - 1},
    {"rules/quiz-answers.md", file_792, sizeof file_792 - 1},
    {"rules/quiz-box.md", file_793, sizeof file_793 - 1},
    {"rules/quiz-choice.md", file_794, sizeof file_794 - 1},
    {"rules/quiz-empty.md", file_795, sizeof file_795 - 1},
    {"rules/quiz-id.md", file_796, sizeof file_796 - 1},
    {"rules/quiz-limit.md", file_797, sizeof file_797 - 1},
    {"rules/quiz-lists.md", file_798, sizeof file_798 - 1},
    {"rules/quiz-open.md", file_799, sizeof file_799 - 1},
    {"rules/quiz-option.md", file_800, sizeof file_800 - 1},
    {"rules/quiz-pair.md", file_801, sizeof file_801 - 1},
    {"rules/quiz-pairs.md", file_802, sizeof file_802 - 1},
    {"rules/quiz-range.md", file_803, sizeof file_803 - 1},
    {"rules/quiz-right.md", file_804, sizeof file_804 - 1},
    {"rules/quiz-twice.md", file_805, sizeof file_805 - 1},
    {"rules/rights-days.md", file_806, sizeof file_806 - 1},
    {"rules/rights-delete.md", file_807, sizeof file_807 - 1},
    {"rules/rights-path.md", file_808, sizeof file_808 - 1},
    {"rules/service-events.md", file_809, sizeof file_809 - 1},
    {"rules/service-insecure.md", file_810, sizeof file_810 - 1},
    {"rules/service-necessary.md", file_811, sizeof file_811 - 1},
    {"rules/service-params.md", file_812, sizeof file_812 - 1},
    {"rules/service-privacy.md", file_813, sizeof file_813 - 1},
    {"rules/service-unknown.md", file_814, sizeof file_814 - 1},
    {"rules/service-unused.md", file_815, sizeof file_815 - 1},
    {"rules/service-unverified.md", file_816, sizeof file_816 - 1},
    {"rules/settings-file.md", file_817, sizeof file_817 - 1},
    {"rules/shop-button.md", file_818, sizeof file_818 - 1},
    {"rules/shop-price.md", file_819, sizeof file_819 - 1},
    {"rules/shop-withdrawal.md", file_820, sizeof file_820 - 1},
    {"rules/sitemap-page.md", file_821, sizeof file_821 - 1},
    {"rules/slice-missing.md", file_822, sizeof file_822 - 1},
    {"rules/table-cells.md", file_823, sizeof file_823 - 1},
    {"rules/table-delimiter.md", file_824, sizeof file_824 - 1},
    {"rules/table-header.md", file_825, sizeof file_825 - 1},
    {"rules/tabs-open.md", file_826, sizeof file_826 - 1},
    {"rules/template-include.md", file_827, sizeof file_827 - 1},
    {"rules/template-kind.md", file_828, sizeof file_828 - 1},
    {"rules/template-name.md", file_829, sizeof file_829 - 1},
    {"rules/template-recursion.md", file_830, sizeof file_830 - 1},
    {"rules/template-syntax.md", file_831, sizeof file_831 - 1},
    {"rules/text-control.md", file_832, sizeof file_832 - 1},
    {"rules/text-markup.md", file_833, sizeof file_833 - 1},
    {"rules/text-strong.md", file_834, sizeof file_834 - 1},
    {"rules/theme-code.md", file_835, sizeof file_835 - 1},
    {"rules/theme-file.md", file_836, sizeof file_836 - 1},
    {"rules/theme-foreign.md", file_837, sizeof file_837 - 1},
    {"rules/theme-open.md", file_838, sizeof file_838 - 1},
    {"rules/theme-policy.md", file_839, sizeof file_839 - 1},
    {"rules/theme-storage.md", file_840, sizeof file_840 - 1},
    {"rules/theme-words.md", file_841, sizeof file_841 - 1},
    {"rules/video-captions.md", file_842, sizeof file_842 - 1},
    {"rules/yaml-syntax.md", file_843, sizeof file_843 - 1},
    {"statements/10-gdpr.yml", file_844, sizeof file_844 - 1},
    {"statements/20-cookies.yml", file_845, sizeof file_845 - 1},
    {"statements/30-california.yml", file_846, sizeof file_846 - 1},
    {"statements/40-wording.yml", file_847, sizeof file_847 - 1},
    {"policy-languages/de.yml", file_848, sizeof file_848 - 1},
    {"policy-languages/en.yml", file_849, sizeof file_849 - 1},
    {"preview/marks.css", file_850, sizeof file_850 - 1},
    {"preview/preview.css", file_851, sizeof file_851 - 1},
    {"preview/preview.js", file_852, sizeof file_852 - 1},
};

const size_t clevio_builtin_file_count = sizeof clevio_builtin_files / sizeof *clevio_builtin_files;

clevio_builtin_file clevio_builtin_file_at(size_t index) { return clevio_builtin_files[index]; }
