// The files that the program carries within itself. Each stays a file in its own room; the compiler takes in its bytes,
// at once, where arrays of numbers in Swift take ten seconds.
#pragma once
#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} netmaps_resource;

// The interactive page: its two parts, all that it says, and the modules of its script.
netmaps_resource netmaps_page_html(void);
netmaps_resource netmaps_page_css(void);
netmaps_resource netmaps_phrases_txt(void);
netmaps_resource netmaps_elements_js(void);
netmaps_resource netmaps_knowledge_js(void);
netmaps_resource netmaps_address_js(void);
netmaps_resource netmaps_selection_js(void);
netmaps_resource netmaps_routes_js(void);
netmaps_resource netmaps_comparison_js(void);
netmaps_resource netmaps_marks_js(void);
netmaps_resource netmaps_picture_js(void);
netmaps_resource netmaps_view_js(void);
netmaps_resource netmaps_evidence_js(void);
netmaps_resource netmaps_actor_js(void);
netmaps_resource netmaps_findings_js(void);
netmaps_resource netmaps_panel_js(void);
netmaps_resource netmaps_tables_js(void);
netmaps_resource netmaps_forms_js(void);
netmaps_resource netmaps_page_js(void);
netmaps_resource netmaps_words_js(void);
netmaps_resource netmaps_parts_js(void);
netmaps_resource netmaps_csv_js(void);
netmaps_resource netmaps_answer_js(void);
netmaps_resource netmaps_files_js(void);
netmaps_resource netmaps_layout_js(void);
netmaps_resource netmaps_groups_js(void);
netmaps_resource netmaps_legend_js(void);
netmaps_resource netmaps_redraw_js(void);
netmaps_resource netmaps_save_js(void);
netmaps_resource netmaps_search_js(void);
netmaps_resource netmaps_share_js(void);
netmaps_resource netmaps_sides_js(void);
netmaps_resource netmaps_talk_js(void);

// The map to start from.
netmaps_resource netmaps_starter_map(void);
netmaps_resource netmaps_starter_interviews(void);
netmaps_resource netmaps_starter_fieldwork(void);
netmaps_resource netmaps_starter_referrals(void);
