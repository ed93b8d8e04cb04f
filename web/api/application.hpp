#pragma once

#include "web/api/door.hpp"
#include "web/http/server.hpp"
#include "web/pages.hpp"

namespace web {

/// The whole window: the JSON API below /api/v1, the pages, and what watches the program (healthz, metrics).
class Window final : public Application {
 public:
  Window(Office& office, engine::Accounts& accounts, const Pages& pages)
      : office_(office), accounts_(accounts), door_(accounts, office), pages_(pages) {}

  [[nodiscard]] Lane lane(const Request& request) const override;
  [[nodiscard]] Answer answer(const Request& request) override;
  [[nodiscard]] Answer refuse(int status, const Request& request) override;
  [[nodiscard]] std::optional<News> may_hear(const Request& request, News news) override;

 private:
  [[nodiscard]] Answer told(const Request& request, const workflows::Language& language);
  [[nodiscard]] Answer api(const Request& request, const workflows::Language& language);
  [[nodiscard]] Answer page(const Request& request) const;
  [[nodiscard]] Answer feed(const Request& request, const workflows::Language& language);
  [[nodiscard]] Answer metrics(const Request& request, const workflows::Language& language);
  [[nodiscard]] Answer health(const workflows::Language& language) const;
  [[nodiscard]] std::optional<Answer> refused_write(const Viewer& viewer, const Request& request,
                                                    const workflows::Language& language);

  void log(std::string_view fault) const;

  Office& office_;
  engine::Accounts& accounts_;
  Door door_;
  const Pages& pages_;
};

}  // namespace web
