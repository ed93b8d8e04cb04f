#include "workflows/dispute_record.hpp"

#include <array>

namespace workflows {
namespace {

// Identity numbers, education, and kind of person are sensitive and not needed to mediate (PIPL art. 28): not kept.
constexpr std::array table{RecordField{"事件名称", "case.subject"},
                           RecordField{"发生日期", "case.arrived_at"},
                           RecordField{"发生地点", "arrive.place"},
                           RecordField{"事件规模", "sort.scale"},
                           RecordField{"事件类别", "case.kind"},
                           RecordField{"涉及人数", "sort.people"},
                           RecordField{"事件简述", "arrive.about"},
                           RecordField{"涉及单位", "arrive.respondents"},
                           RecordField{"主要当事人姓名", "arrive.party"},
                           RecordField{"主要当事人证件号码", ""},
                           RecordField{"主要当事人学历", ""},
                           RecordField{"主要当事人人员类别", ""},
                           RecordField{"化解时限", "plan.next_at"},
                           RecordField{"化解方式", "plan.branches"},
                           RecordField{"化解组织", "case.centre"},
                           RecordField{"化解责任人", "plan.responsible"},
                           RecordField{"是否化解成功", "case.outcomes"},
                           RecordField{"化解情况", "close.text"},
                           RecordField{"考评日期", "case.visited_at"},
                           RecordField{"考评意见", "visit.text"}};

}  // namespace

std::span<const RecordField> dispute_record() { return table; }

}  // namespace workflows
