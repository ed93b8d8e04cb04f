#include "workflows/permission_page.hpp"

#include "workflows/event.hpp"
#include "workflows/roles.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace workflows {
namespace {

struct CommandWords {
  std::string_view action, zh, en;
};

// clang-format off
constexpr CommandWords commands[] = {
    {"list", "看案件清单", "the cases"},
    {"show", "看一个案件", "one case"},
    {"history", "看办理经过", "what happened to a case"},
    {"next", "看下一步可办什么", "what can be done now"},
    {"explain_due", "看期限怎么算出来的", "how a limit came about"},
    {"deadlines", "看各项期限", "every limit of every case"},
    {"check", "逾期检查", "the nightly check"},
    {"due", "算一个期限", "count a due date"},
    {"process", "看流程图", "the process drawn"},
    {"report", "看统计", "the figures of a period"},
    {"export", "导出办理经过", "take history out"},
    {"import", "导入台账", "take a ledger in"},
    {"verify", "验证记录未被改动", "prove that history was not changed"},
    {"people", "管理人员名册", "the roster"},
    {"sites", "管理中心和办公时间", "centres and their hours"},
    {"centres", "管理中心", "centres"},
    {"calendar", "管理工作日历", "the calendar of working days"},
    {"backup", "备份", "back the database up"},
    {"restore", "恢复备份", "put a backup in place"},
    {"init", "建库", "make a database"},
    {"doctor", "检查数据库文件", "how the database file is"},
    {"attempts", "看被拒绝的操作", "refused attempts"},
    {"metrics", "看运行指标", "figures of the running program (/metrics)"},
    {"account", "管理账号、密码和令牌", "accounts, passwords and tokens"},
    {"notify", "设置和测试通知渠道", "set up and test the channels of messages"},
    {"deliveries", "看通知发送情况并重发", "what was sent, and send it again"},
    {"completion", "命令补全", "completion of the shell"},
    {"nightly", "夜间检查记录", "the nightly runs"},
    {"health", "看运行状况", "how the server is"},
    {"serve", "启动服务", "run the server"},
};
// clang-format on

struct ReachWords {
  std::string_view zh, en;
};

ReachWords words_of(Reach reach) {
  constexpr ReachWords table[] = {
      {"本中心", "own centre"}, {"本中心及下级", "own centre and those below"}, {"全部中心", "every centre"}};
  return table[static_cast<std::size_t>(reach)];
}

std::string roles_table() {
  std::string out =
      "| 角色 role | 办理范围 acts on cases of | 查看范围 sees cases of |\n"
      "|---|---|---|\n";
  for (const RoleWords& role : roles()) {
    const auto acts = words_of(role.acts);
    const auto reads = words_of(role.reads);
    out += fmt::format("| {} {} `{}` | {} {} | {} {} |\n", role.zh, role.en, role.name, acts.zh, acts.en, reads.zh,
                       reads.en);
  }
  return out;
}

std::string heading() {
  std::string names = "| 操作 action |", rule = "|---|";
  for (const RoleWords& role : roles()) {
    names += fmt::format(" {} {} |", role.zh, role.en);
    rule += ":-:|";
  }
  return names + "\n" + rule + "\n";
}

std::string words_of(std::string_view action) {
  if (const auto event = event_named(action))
    return fmt::format("{} `{}`: {}", words(*event).zh, action, words(*event).en);
  const auto* found = std::find_if(std::begin(commands), std::end(commands),
                                   [&](const CommandWords& line) { return line.action == action; });
  return found == std::end(commands) ? fmt::format("`{}`", action)
                                     : fmt::format("{} `{}`: {}", found->zh, action, found->en);
}

std::string row(std::string_view action) {
  std::string out = fmt::format("| {} |", words_of(action));
  for (const RoleWords& role : roles()) out += permitted({std::string(role.name)}, action) ? " ● |" : " |";
  return out + "\n";
}

std::string matrix(bool events_only) {
  std::string out = heading();
  for (const std::string_view action : actions()) {
    const bool by_the_engine = roles_for(action).empty();
    if (event_named(action).has_value() == events_only && !by_the_engine) out += row(action);
  }
  return out;
}

}  // namespace

std::string permission_page() {
  return fmt::format(
      "# 权限 Permissions\n\n"
      "由 `workflows/roles.cpp` 的表生成（目标 `permission_docs`），有测试核对。\n"
      "Generated from the table in `workflows/roles.cpp` by the target `permission_docs`; a test checks that it is "
      "current.\n\n"
      "一个人可以有几个角色：能做的事取各角色之和，范围取最宽的一个。\n"
      "A person may have several roles: what they may do adds up, and the widest reach counts.\n\n"
      "承办人、被交接人（及其单位负责人）、协办人、答复人、方案责任人和调解员，不论案件在哪个中心都能看到并办理。\n"
      "Whoever holds a case, is offered it (or heads the unit that is), has a task or a question to answer in it, is "
      "responsible for its plan "
      "or is one of its mediators reaches it wherever it is.\n\n"
      "范围以外的案件，答复与不存在的案件相同，并记入被拒绝的操作。\n"
      "A case beyond reach is answered as one that does not exist, and the attempt is recorded.\n\n"
      "## 范围 Reach\n\n{}\n## 办理 Steps of the process\n\n{}\n## 其他命令 Other commands\n\n{}",
      roles_table(), matrix(true), matrix(false));
}

}  // namespace workflows
