target_sources(cli PRIVATE
  arguments.cpp
  commands.cpp
  database.cpp
  fault_words.cpp
  help.cpp
  language.cpp
  log.cpp
  login.cpp
  output.cpp
  progress.cpp
  request.cpp
  session.cpp
  settings.cpp
  tell.cpp
  text.cpp
)
