#pragma once

#include "workflows/answers/case_json.hpp"
#include "workflows/answers/case_name.hpp"
#include "workflows/answers/explanation.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/answers/masking.hpp"
#include "workflows/answers/parties.hpp"
#include "workflows/words/choice_words.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/fault_words.hpp"
#include "workflows/words/language.hpp"
#include "workflows/words/message_file.hpp"
#include "workflows/words/moments.hpp"
#include "workflows/words/refusal_words.hpp"
#include "workflows/words/value_words.hpp"
#include "workflows/words/words.hpp"

// The terminal speaks with the same words and answers as every other window onto the cases.
namespace cli {

using workflows::as_text;
using workflows::at_words;
using workflows::case_json;
using workflows::channel_word;
using workflows::choice_word;
using workflows::command_word;
using workflows::consent_word;
using workflows::deadline_json;
using workflows::deadline_word;
using workflows::distance_words;
using workflows::each_message;
using workflows::event_word;
using workflows::explanation_json;
using workflows::explanation_text;
using workflows::Fault;
using workflows::fault_words;
using workflows::field_word;
using workflows::fill;
using workflows::is_kind;
using workflows::is_role;
using workflows::kind_code;
using workflows::kind_word;
using workflows::Language;
using workflows::main_site;
using workflows::mask_names;
using workflows::next_deadline;
using workflows::option_word;
using workflows::parties_of;
using workflows::PartyLine;
using workflows::refusal_words;
using workflows::role_word;
using workflows::sees_names;
using workflows::side_word;
using workflows::span_words;
using workflows::state_name;
using workflows::state_names;
using workflows::state_word;
using workflows::status_word;
using workflows::subject_for;
using workflows::to_word;
using workflows::value_words;
using workflows::word_for;
using workflows::wrong_words;

}  // namespace cli
