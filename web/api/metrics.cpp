#include "web/api/metrics.hpp"

#include "engine/deliver/rows.hpp"
#include "web/api/health.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>

#include <prometheus/text_serializer.h>
#include <unistd.h>

namespace web {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Labels = std::vector<ClientMetric::Label>;

/// Deliveries of one state are counted up to here: a heap of dead letters must not make the figures dear.
constexpr std::int64_t most_counted = 10'000;

double seconds(engine::Milliseconds time) { return static_cast<double>(time.count()) / 1000; }

class Figures {
 public:
  void gauge(const char* name, const char* help, double value) { of(name, help, {{{}, value}}); }
  void gauges(const char* name, const char* help, const std::vector<std::pair<Labels, double>>& values) {
    of(name, help, values);
  }
  void counters(const char* name, const char* help, const std::vector<std::pair<Labels, double>>& values) {
    auto& family = begin(name, help, MetricType::Counter);
    for (const auto& [labels, value] : values) add(family, labels).counter.value = value;
  }
  void histogram(const char* name, const char* help, const std::map<std::string, ClientMetric::Histogram>& values) {
    auto& family = begin(name, help, MetricType::Histogram);
    for (const auto& [deadline, value] : values) add(family, {{"deadline", deadline}}).histogram = value;
  }

  [[nodiscard]] std::string text() const {
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, families_);
    return out.str();
  }

 private:
  MetricFamily& begin(const char* name, const char* help, MetricType type) {
    return families_.emplace_back(MetricFamily{name, help, type, {}});
  }
  static ClientMetric& add(MetricFamily& family, const Labels& labels) {
    auto& metric = family.metric.emplace_back();
    metric.label = labels;
    return metric;
  }
  void of(const char* name, const char* help, const std::vector<std::pair<Labels, double>>& values) {
    auto& family = begin(name, help, MetricType::Gauge);
    for (const auto& [labels, value] : values) add(family, labels).gauge.value = value;
  }

  std::vector<MetricFamily> families_;
};

/// The ages of what is overdue, by limit, in the bands of the health answer.
class Ages {
 public:
  explicit Ages(const engine::Health& health) : as_of_(health.as_of) {
    for (const auto& band : health.overdue_ages)
      bounds_.push_back(band.up_to == engine::Milliseconds::max() ? std::numeric_limits<double>::infinity()
                                                                  : seconds(band.up_to));
  }

  void add(const engine::DeadlineRow& row) {
    if (engine::status(row.deadline, as_of_) != engine::DeadlineStatus::Overdue) return;
    auto& ages = by_deadline_[row.deadline.name];
    if (ages.bucket.empty())
      for (const auto bound : bounds_) ages.bucket.push_back({0, bound});
    const auto age = seconds(as_of_ - row.deadline.due);
    ++ages.sample_count;
    ages.sample_sum += age;
    for (auto& bucket : ages.bucket) bucket.cumulative_count += age <= bucket.upper_bound ? 1 : 0;
  }

  [[nodiscard]] const std::map<std::string, ClientMetric::Histogram>& by_deadline() const { return by_deadline_; }

 private:
  engine::Instant as_of_;
  std::vector<double> bounds_;
  std::map<std::string, ClientMetric::Histogram> by_deadline_;
};

void tell_cases(Figures& figures, engine::Reading& reading) {
  std::vector<std::pair<Labels, double>> open;
  for (const auto& count : reading.open_by_state())
    open.push_back({{{"centre", count.centre}, {"state", count.state}}, static_cast<double>(count.cases)});
  figures.gauges("maotiao_open_cases", "Open cases by centre and state.", open);
}

void tell_limits(Figures& figures, engine::Reading& reading, const engine::Health& health) {
  Ages ages(health);
  reading.each_warned(health.as_of, [&](const engine::DeadlineRow& row) {
    ages.add(row);
    return true;
  });
  std::vector<std::pair<Labels, double>> overdue;
  for (const auto& [deadline, age] : ages.by_deadline())
    overdue.push_back({{{"deadline", deadline}}, static_cast<double>(age.sample_count)});
  figures.gauges("maotiao_overdue_limits", "Running limits that have passed, by limit.", overdue);
  figures.histogram("maotiao_overdue_age_seconds", "For how long running limits have been overdue, as of now.",
                    ages.by_deadline());
  figures.gauge("maotiao_oldest_overdue_age_seconds", "For how long the oldest has been overdue; 0: nothing is.",
                health.oldest_overdue ? seconds(health.as_of - *health.oldest_overdue) : 0);
}

void tell_scheduler(Figures& figures, const engine::Health& health) {
  figures.gauge("maotiao_healthy", "1 if nothing is wrong with what watches the clocks, else 0.",
                health.healthy() ? 1 : 0);
  figures.gauge("maotiao_unraised_alerts", "Limits whose alert has fallen due and nobody raised yet.",
                static_cast<double>(health.unraised));
  if (health.oldest_unraised)
    figures.gauge("maotiao_oldest_unraised_alert_age_seconds", "For how long the oldest of them has been due.",
                  seconds(health.as_of - *health.oldest_unraised));
  if (!health.lease) return;
  const auto& lease = *health.lease;
  figures.gauge("maotiao_lease_held", "1 if a server watches the clocks, 0 once it was stopped in good order.",
                lease.owner.empty() ? 0 : 1);
  figures.gauge("maotiao_lease_fence", "The number of the lease: it grows with each server that takes it.",
                static_cast<double>(lease.fence));
  figures.gauge("maotiao_lease_beat_age_seconds", "Since the last sign of life of whoever watches the clocks.",
                seconds(health.as_of - lease.beat_at));
  if (lease.swept_at)
    figures.gauge("maotiao_last_sweep_age_seconds", "Since what was due was last raised.",
                  seconds(health.as_of - *lease.swept_at));
  figures.gauge("maotiao_sweep_faults", "Cases that the last sweep could not move.", static_cast<double>(lease.faults));
}

void tell_deliveries(Figures& figures, engine::Reading& reading) {
  using State = engine::Delivery::State;
  auto& rows = reading.deliveries();
  const auto counted = [](const auto& found) { return static_cast<double>(found.size()); };
  figures.gauges("maotiao_deliveries", "Messages that wait, are being tried, or were given up; counted up to 10,000.",
                 {{{{"state", "waiting"}}, counted(rows.open_items(most_counted))},
                  {{{"state", "trying"}}, counted(rows.in_state(State::Trying, most_counted))},
                  {{{"state", "dead"}}, counted(rows.in_state(State::Dead, most_counted))}});
}

void tell_traffic(Figures& figures, const Traffic& traffic) {
  std::vector<std::pair<Labels, double>> answers;
  for (std::size_t n = 1; n < traffic.answers.size(); ++n)
    answers.push_back({{{"status", std::to_string(n) + "xx"}}, static_cast<double>(traffic.answers[n].load())});
  figures.counters("maotiao_http_requests_total", "Requests answered since the start, by class of status.", answers);
  figures.gauge("maotiao_http_connections", "Connections open now.", static_cast<double>(traffic.connections.load()));
  figures.gauge("maotiao_event_streams", "Event streams open now.", static_cast<double>(traffic.streams.load()));
}

// The second number of statm: resident pages.
void tell_process(Figures& figures) {
  std::ifstream statm("/proc/self/statm");
  double total = 0, resident = 0;
  if (statm >> total >> resident)
    figures.gauge("process_resident_memory_bytes", "Resident memory size in bytes.",
                  resident * static_cast<double>(::sysconf(_SC_PAGESIZE)));
}

/// The name in a Host header, without its port.
std::string_view name_in(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

}  // namespace

Answer metrics_answer(Office& office, const Traffic& traffic) {
  Figures figures;
  office.desk.store().read([&](engine::Reading& reading) {
    const auto world = office.desk.world(reading);
    const auto health = health_now(office, reading, *world);
    tell_cases(figures, reading);
    tell_limits(figures, reading, health);
    tell_scheduler(figures, health);
    tell_deliveries(figures, reading);
  });
  tell_traffic(figures, traffic);
  tell_process(figures);
  return Answer().body(figures.text(), "text/plain; version=0.0.4; charset=utf-8");
}

bool is_from_this_machine(const Request& request) {
  constexpr std::array<std::string_view, 3> names{"localhost", "127.0.0.1", "[::1]"};
  constexpr std::array<std::string_view, 5> marks{"Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP",
                                                  "Via"};
  if (!request.peer.starts_with("127.") && request.peer != "::1") return false;
  if (std::ranges::any_of(marks, [&](std::string_view mark) { return !request.header(mark).empty(); })) return false;
  return std::ranges::find(names, name_in(request.header("Host"))) != names.end();
}

}  // namespace web
