#include "workflows/kind.hpp"

#include "engine/mark.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {

using engine::mark;

constexpr std::array<std::string_view, 18> types_a{
    "婚姻家庭纠纷", "邻里纠纷",     "房屋宅基地纠纷", "合同纠纷",           "生产经营纠纷",     "损害赔偿纠纷",
    "山林土地纠纷", "征地拆迁纠纷", "环境污染纠纷",   "拖欠农民工工资纠纷", "其他劳动争议纠纷", "旅游纠纷",
    "电子商务纠纷", "其他消费纠纷", "医疗纠纷",       "道路交通事故纠纷",   "物业纠纷",         "其他纠纷"};

constexpr bool yes = true, no = false;
constexpr auto labour = Period::Labour, medical = Period::Medical, usual = Period::Ordinary;

// Mapping A -> B after domain 7.6; to be confirmed by the district. Sorted by code.
// clang-format off
constexpr std::array table{
//   code                zh                en                                        A                   B       mediable status period
Kind{"administrative",   "行政争议",       mark("dispute with an authority"),        "其他纠纷",         "1399", no,  no,  usual},
Kind{"business",         "生产经营纠纷",   mark("production and business"),          "生产经营纠纷",     "1099", yes, no,  usual},
Kind{"compensation",     "损害赔偿纠纷",   mark("compensation for damage"),          "损害赔偿纠纷",     "0599", yes, no,  usual},
Kind{"consumer",         "消费纠纷",       mark("consumer purchase"),                "其他消费纠纷",     "0601", yes, no,  usual},
Kind{"contract",         "合同纠纷",       mark("contract"),                         "合同纠纷",         "0699", yes, no,  usual},
Kind{"defamation",       "人格权纠纷",     mark("honour, privacy and person"),       "损害赔偿纠纷",     "0399", yes, no,  usual},
Kind{"discipline",       "涉组织涉纪检",   mark("party and discipline matter"),      "其他纠纷",         "1599", no,  no,  usual},
Kind{"e_commerce",       "电子商务纠纷",   mark("online purchase"),                  "电子商务纠纷",     "0601", yes, no,  usual},
Kind{"environment",      "环境污染纠纷",   mark("pollution"),                        "环境污染纠纷",     "0504", yes, no,  usual},
Kind{"expropriation",    "征地拆迁纠纷",   mark("expropriation and relocation"),     "征地拆迁纠纷",     "1101", yes, no,  usual},
Kind{"faith_ethnic",     "涉民族宗教",     mark("ethnic or religious matter"),       "其他纠纷",         "1699", yes, no,  usual},
Kind{"family",           "婚姻家庭纠纷",   mark("marriage and family"),              "婚姻家庭纠纷",     "0199", yes, yes, usual},
Kind{"family_property",  "分家析产纠纷",   mark("division of family property"),      "婚姻家庭纠纷",     "0103", yes, no,  usual},
Kind{"forest",           "山林土地纠纷",   mark("forest and land"),                  "山林土地纠纷",     "0903", yes, no,  usual},
Kind{"homestead",        "房屋宅基地纠纷", mark("house and homestead"),              "房屋宅基地纠纷",   "0902", yes, no,  usual},
Kind{"illegal_building", "拆违纠纷",       mark("removal of unlawful buildings"),    "征地拆迁纠纷",     "1103", yes, no,  usual},
Kind{"inheritance",      "继承纠纷",       mark("inheritance"),                      "婚姻家庭纠纷",     "0103", yes, no,  usual},
Kind{"labour",           "其他劳动争议",   mark("labour"),                           "其他劳动争议纠纷", "0799", yes, no,  labour},
Kind{"land_contract",    "土地承包纠纷",   mark("contracted land"),                  "山林土地纠纷",     "0901", yes, no,  usual},
Kind{"litigation",       "涉法涉诉",       mark("matter before court or police"),    "其他纠纷",         "1499", no,  no,  usual},
Kind{"loan",             "金融借贷纠纷",   mark("loan and debt"),                    "合同纠纷",         "0899", yes, no,  usual},
Kind{"marriage",         "恋爱及婚姻纠纷", mark("courtship and marriage"),           "婚姻家庭纠纷",     "0101", yes, yes, usual},
Kind{"medical",          "医疗纠纷",       mark("medical treatment"),                "医疗纠纷",         "0502", yes, no,  medical},
Kind{"neighbour",        "邻里纠纷",       mark("neighbours"),                       "邻里纠纷",         "0299", yes, no,  usual},
Kind{"other",            "其他纠纷",       mark("other"),                            "其他纠纷",         "9999", yes, no,  usual},
Kind{"other_civil",      "其他民商事纠纷", mark("other civil matter"),               "其他纠纷",         "1099", yes, no,  usual},
Kind{"property_mgmt",    "物业纠纷",       mark("property management"),              "物业纠纷",         "0402", yes, no,  usual},
Kind{"public_security",  "治安纠纷",       mark("light public security matter"),     "损害赔偿纠纷",     "0399", yes, no,  usual},
Kind{"real_estate",      "房产纠纷",       mark("buying and letting of housing"),    "房屋宅基地纠纷",   "0602", yes, no,  usual},
Kind{"school",           "校园教育纠纷",   mark("school"),                           "损害赔偿纠纷",     "0599", yes, no,  usual},
Kind{"support",          "抚养赡养纠纷",   mark("maintenance and guardianship"),     "婚姻家庭纠纷",     "0102", yes, yes, usual},
Kind{"tourism",          "旅游纠纷",       mark("travel"),                           "旅游纠纷",         "0601", yes, no,  usual},
Kind{"traffic",          "道路交通事故纠纷", mark("road traffic accident"),          "道路交通事故纠纷", "0503", yes, no,  usual},
Kind{"village_affairs",  "涉民政纠纷",     mark("civil affairs and village matter"), "其他纠纷",         "1299", yes, no,  usual},
Kind{"wages",            "拖欠农民工工资", mark("unpaid wages of migrant workers"),  "拖欠农民工工资纠纷", "0703", yes, no, labour},
};

// Words of other lists for a type that is the same for sure; a word that could be several types is left to sorting.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> aliases{{
    {"家庭婚姻纠纷", "family"},      {"社区邻里纠纷", "neighbour"},   {"经济债务纠纷", "loan"},
    {"交通事故纠纷", "traffic"},     {"医疗健康纠纷", "medical"},     {"遗产继承纠纷", "inheritance"},
    {"校园教育纠纷", "school"},      {"公司经营纠纷", "business"},    {"劳动争议", "labour"},
    {"其他劳动争议纠纷", "labour"},  {"拖欠农民工工资纠纷", "wages"}, {"其他消费纠纷", "consumer"},
    {"村务管理", "village_affairs"}, {"环境保护", "environment"},     {"山林土地", "forest"},
    {"征地拆迁", "expropriation"},   {"劳动争议纠纷", "labour"},      {"土地承包", "land_contract"},
    {"电商", "e_commerce"},          {"物业", "property_mgmt"},       {"邻里", "neighbour"},
    {"劳资劳动纠纷", "labour"},
}};
// clang-format on

static_assert(std::is_sorted(table.begin(), table.end(), [](const Kind& a, const Kind& b) { return a.code < b.code; }));
constexpr bool mapped_to_known_types() {
  return std::all_of(table.begin(), table.end(), [](const Kind& kind) {
    return std::find(types_a.begin(), types_a.end(), kind.a) != types_a.end() && kind.b.size() == 4;
  });
}
static_assert(mapped_to_known_types(), "every fine type has one of the 18 statistical types and a code of four digits");
constexpr bool only_13_to_15_not_mediable() {
  return std::all_of(table.begin(), table.end(), [](const Kind& kind) {
    const auto top = kind.b.substr(0, 2);
    return kind.mediable != (top == "13" || top == "14" || top == "15");
  });
}
static_assert(only_13_to_15_not_mediable(), "types 13 to 15 are no matter for mediation");

const Kind* by_code(std::string_view code) {
  const auto found = std::lower_bound(table.begin(), table.end(), code,
                                      [](const Kind& kind, std::string_view key) { return kind.code < key; });
  return found != table.end() && found->code == code ? &*found : nullptr;
}

}  // namespace

std::span<const Kind> kinds() { return table; }
std::span<const std::string_view> a_types() { return types_a; }

const Kind* find_kind(std::string_view word) {
  if (word.empty()) return nullptr;
  if (const Kind* kind = by_code(word)) return kind;
  for (const Kind& kind : table)
    if (kind.zh == word) return &kind;
  for (const auto& [alias, code] : aliases)
    if (alias == word) return by_code(code);
  return nullptr;
}

}  // namespace workflows
