#include "workflows/roles.hpp"

#include "engine/mark.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace workflows {
namespace {

using engine::mark;
using enum Reach;

// clang-format off
constexpr std::array<RoleWords, 12> table{{
    //                                                                 acts   reads
    {"receptionist",     mark("receptionist"),       "接待员",         Own,   Own},
    {"calmer",           mark("calming officer"),    "疏导员",         Own,   Own},
    {"sorter",           mark("sorting officer"),    "分流员",         Own,   Own},
    {"mediator",         mark("people's mediator"),  "人民调解员",     Own,   Own},
    {"liaison",          mark("department liaison"), "部门联络员",     Own,   Own},
    {"village_mediator", mark("village mediator"),   "村级调解员",     Own,   Own},
    {"director",         mark("centre director"),    "中心主任",       Below, Below},
    {"supervisor",       mark("supervisor"),         "督查员",         Below, Below},
    {"visitor",          mark("visiting officer"),   "回访员",         Below, Below},
    {"archivist",        mark("archivist"),          "档案员",         Below, Below},
    {"auditor",          mark("auditor"),            "审计员",         Own,   All},
    {"administrator",    mark("administrator"),      "系统管理员",     Below, Below},
}};
// clang-format on

using Roles = std::uint16_t;
constexpr Roles rec = 1, cal = 2, srt = 4, med = 8, lia = 16, vil = 32, dir = 64, sup = 128, vis = 256, arc = 512,
                aud = 1024, adm = 2048;
constexpr Roles front = rec | cal | srt | med | vil | dir;          // who meets the citizen
constexpr Roles holders = srt | med | lia | vil | dir | cal | rec;  // who can hold a case
constexpr Roles everybody = 4095;

struct Line {
  std::string_view action;
  Roles roles;
};

// clang-format off
constexpr Line permissions[] = {
    {"arrive", front}, {"receive", front}, {"leave", front}, {"sort", srt | rec | med | vil | dir}, {"enter", cal | rec | srt | med | vil | dir},
    {"plan", holders}, {"consent", holders}, {"refuse", holders}, {"accept", med | vil | dir},
    {"session", med | vil}, {"no_show", holders}, {"suspend", med | vil | dir}, {"resume", med | vil | dir}, {"extend", med | vil | dir},
    {"agree", med | vil}, {"fail", med | vil | dir}, {"handle", holders}, {"explain", holders}, {"aid", holders},
    {"lawful", holders}, {"route", holders}, {"law", everybody & ~(aud | adm)}, {"withdraw", holders},
    {"merge", srt | med | vil | dir}, {"visit", vis | med | vil | dir | sup}, {"close", med | vil | lia | srt | dir}, {"archive", arc},
    {"reopen", vis | med | vil | dir | sup | rec | srt},
    {"offer", holders}, {"ack", holders}, {"object", holders}, {"designate", dir}, {"lapse", 0},
    {"mediator", med | vil | dir}, {"schedule", med | vil | dir}, {"invite", holders}, {"report_task", holders},
    {"perform", med | vil | lia | vis | dir}, {"confirmation", med | vil | dir}, {"progress", holders | vis},
    {"risk", holders | sup}, {"pause", holders}, {"unpause", holders}, {"question", holders | vis | sup},
    {"answer", holders | vis | sup}, {"note", everybody & ~adm}, {"correct", holders | arc | sup}, {"absorb", 0}, {"recount", 0},
    {"expire", 0}, {"period_end", 0}, {"join", srt | med | vil | dir}, {"child", 0}, {"unmerge", srt | med | vil | dir}, {"release", 0}, {"sample", dir | sup}, {"reply", holders},
    // commands that are no events
    {"list", everybody}, {"show", everybody}, {"history", everybody}, {"next", everybody}, {"explain_due", everybody},
    {"deadlines", everybody}, {"check", everybody}, {"due", everybody}, {"process", everybody}, {"report", dir | sup | arc | aud | med | vil | srt},
    {"export", dir | sup | arc | aud | adm}, {"import", adm | dir | srt}, {"verify", everybody},
    {"people", adm | dir}, {"sites", adm | dir}, {"centres", adm | dir}, {"calendar", adm | dir}, {"backup", adm | dir | aud}, {"restore", adm},
    {"init", adm}, {"doctor", everybody}, {"attempts", aud | sup | dir | adm}, {"metrics", aud | sup | dir | adm}, {"account", adm},
    {"notify", adm}, {"deliveries", adm | dir | sup}, {"completion", everybody},
};
// clang-format on

Roles roles_of(std::string_view action) {
  for (const Line& line : permissions)
    if (line.action == action) return line.roles;
  return 0;
}

Roles bits(const std::vector<std::string>& held) {
  Roles found = 0;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (std::find(held.begin(), held.end(), table[i].name) != held.end()) found = static_cast<Roles>(found | (1U << i));
  return found;
}

}  // namespace

std::span<const RoleWords> roles() { return table; }

bool permitted(const std::vector<std::string>& held, std::string_view action) {
  return (bits(held) & roles_of(action)) != 0;
}

std::vector<std::string> roles_for(std::string_view action) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < table.size(); ++i)
    if ((roles_of(action) & (1U << i)) != 0) found.emplace_back(table[i].name);
  return found;
}

std::vector<std::string_view> actions() {
  std::vector<std::string_view> names;
  for (const Line& line : permissions) names.push_back(line.action);
  return names;
}

Reach reach_of(const std::vector<std::string>& held, engine::Purpose purpose) {
  const Roles mine = bits(held);
  auto widest = Reach::Own;
  for (std::size_t i = 0; i < table.size(); ++i)
    if ((mine & (1U << i)) != 0)
      widest = std::max(widest, purpose == engine::Purpose::Reading ? table[i].reads : table[i].acts);
  return widest;
}

}  // namespace workflows
