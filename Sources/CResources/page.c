#include "CResources.h"
// #embed is C23, which Clang knows in every edition of C.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A file's bytes, behind a function, since Swift takes an array in C for as many values.
#define RESOURCE(name) \
  netmaps_resource netmaps_##name(void) { return (netmaps_resource){name, sizeof name}; }

static const unsigned char page_html[] = {
#embed "../MapPage/Resources/page.html"
};
RESOURCE(page_html)

static const unsigned char page_css[] = {
#embed "../MapPage/Resources/page.css"
};
RESOURCE(page_css)

static const unsigned char phrases_txt[] = {
#embed "../MapPage/Resources/phrases.txt"
};
RESOURCE(phrases_txt)

static const unsigned char elements_js[] = {
#embed "../MapPage/Resources/Script/elements.js"
};
RESOURCE(elements_js)

static const unsigned char knowledge_js[] = {
#embed "../MapPage/Resources/Script/knowledge.js"
};
RESOURCE(knowledge_js)

static const unsigned char address_js[] = {
#embed "../MapPage/Resources/Script/address.js"
};
RESOURCE(address_js)

static const unsigned char selection_js[] = {
#embed "../MapPage/Resources/Script/selection.js"
};
RESOURCE(selection_js)

static const unsigned char routes_js[] = {
#embed "../MapPage/Resources/Script/routes.js"
};
RESOURCE(routes_js)

static const unsigned char comparison_js[] = {
#embed "../MapPage/Resources/Script/comparison.js"
};
RESOURCE(comparison_js)

static const unsigned char marks_js[] = {
#embed "../MapPage/Resources/Script/marks.js"
};
RESOURCE(marks_js)

static const unsigned char picture_js[] = {
#embed "../MapPage/Resources/Script/picture.js"
};
RESOURCE(picture_js)

static const unsigned char view_js[] = {
#embed "../MapPage/Resources/Script/view.js"
};
RESOURCE(view_js)

static const unsigned char evidence_js[] = {
#embed "../MapPage/Resources/Script/evidence.js"
};
RESOURCE(evidence_js)

static const unsigned char actor_js[] = {
#embed "../MapPage/Resources/Script/actor.js"
};
RESOURCE(actor_js)

static const unsigned char findings_js[] = {
#embed "../MapPage/Resources/Script/findings.js"
};
RESOURCE(findings_js)

static const unsigned char panel_js[] = {
#embed "../MapPage/Resources/Script/panel.js"
};
RESOURCE(panel_js)

static const unsigned char tables_js[] = {
#embed "../MapPage/Resources/Script/tables.js"
};
RESOURCE(tables_js)

static const unsigned char forms_js[] = {
#embed "../MapPage/Resources/Script/forms.js"
};
RESOURCE(forms_js)

static const unsigned char page_js[] = {
#embed "../MapPage/Resources/Script/page.js"
};
RESOURCE(page_js)

static const unsigned char csv_js[] = {
#embed "../MapPage/Resources/Script/csv.js"
};
RESOURCE(csv_js)

static const unsigned char parts_js[] = {
#embed "../MapPage/Resources/Script/parts.js"
};
RESOURCE(parts_js)

static const unsigned char words_js[] = {
#embed "../MapPage/Resources/Script/words.js"
};
RESOURCE(words_js)

static const unsigned char answer_js[] = {
#embed "../MapPage/Resources/Script/answer.js"
};
RESOURCE(answer_js)

static const unsigned char files_js[] = {
#embed "../MapPage/Resources/Script/files.js"
};
RESOURCE(files_js)

static const unsigned char layout_js[] = {
#embed "../MapPage/Resources/Script/layout.js"
};
RESOURCE(layout_js)

static const unsigned char groups_js[] = {
#embed "../MapPage/Resources/Script/groups.js"
};
RESOURCE(groups_js)

static const unsigned char legend_js[] = {
#embed "../MapPage/Resources/Script/legend.js"
};
RESOURCE(legend_js)

static const unsigned char redraw_js[] = {
#embed "../MapPage/Resources/Script/redraw.js"
};
RESOURCE(redraw_js)

static const unsigned char save_js[] = {
#embed "../MapPage/Resources/Script/save.js"
};
RESOURCE(save_js)

static const unsigned char search_js[] = {
#embed "../MapPage/Resources/Script/search.js"
};
RESOURCE(search_js)

static const unsigned char share_js[] = {
#embed "../MapPage/Resources/Script/share.js"
};
RESOURCE(share_js)

static const unsigned char sides_js[] = {
#embed "../MapPage/Resources/Script/sides.js"
};
RESOURCE(sides_js)

static const unsigned char talk_js[] = {
#embed "../MapPage/Resources/Script/talk.js"
};
RESOURCE(talk_js)
