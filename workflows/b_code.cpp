#include "workflows/b_code.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {

constexpr std::array table{BCode{"01", "婚恋家庭"},
                           BCode{"0101", "恋爱及婚姻"},
                           BCode{"0102", "抚养赡养监护"},
                           BCode{"0103", "分家与继承"},
                           BCode{"02", "邻里"},
                           BCode{"03", "人格权"},
                           BCode{"04", "物权相关"},
                           BCode{"0402", "物业"},
                           BCode{"05", "侵权相关"},
                           BCode{"0502", "医疗"},
                           BCode{"0503", "交通"},
                           BCode{"0504", "环境"},
                           BCode{"06", "合同及相关"},
                           BCode{"0601", "消费"},
                           BCode{"0602", "房产"},
                           BCode{"07", "劳动人事"},
                           BCode{"0703", "拖欠农民工工资"},
                           BCode{"08", "金融借贷"},
                           BCode{"09", "土地及资源权属"},
                           BCode{"0901", "承包"},
                           BCode{"0902", "宅基地"},
                           BCode{"0903", "山林"},
                           BCode{"10", "其他民商事"},
                           BCode{"11", "城乡建设发展"},
                           BCode{"1101", "征收征用"},
                           BCode{"1102", "征收征用补偿"},
                           BCode{"1103", "拆违"},
                           BCode{"12", "涉民政"},
                           BCode{"13", "其他行政执法"},
                           BCode{"14", "涉法涉诉"},
                           BCode{"15", "涉组织涉纪检"},
                           BCode{"16", "涉民族宗教"},
                           BCode{"99", "其他"}};

static_assert(std::is_sorted(table.begin(), table.end(),
                             [](const BCode& a, const BCode& b) { return a.code < b.code; }));

}  // namespace

std::span<const BCode> b_codes() { return table; }

std::string_view b_name(std::string_view code) {
  const auto named = [](std::string_view wanted) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const BCode& line) { return line.code == wanted; });
    return found == table.end() ? std::string_view{} : found->zh;
  };
  const auto own = named(code);
  return own.empty() ? named(code.substr(0, 2)) : own;
}

}  // namespace workflows
