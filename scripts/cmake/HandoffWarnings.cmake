# One INTERFACE target carries our warnings and sanitizers, so that only our own code is built with them.
add_library(handoff_warnings INTERFACE)
target_compile_options(handoff_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2
  # Designated initialisers that leave defaulted members out are the point of having defaults.
  -Wno-missing-field-initializers
  # Native and WebAssembly must agree to the byte.
  -ffp-contract=off)
if(HANDOFF_WERROR)
  target_compile_options(handoff_warnings INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees uninitialised strings inside every std::variant that it inlines.
  target_compile_options(handoff_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
if(NOT EMSCRIPTEN)
  target_compile_options(handoff_warnings INTERFACE -fstack-protector-strong)
  target_compile_definitions(handoff_warnings INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(HANDOFF_SANITIZE)
  target_compile_options(handoff_warnings INTERFACE
    -fsanitize=${HANDOFF_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(handoff_warnings INTERFACE -fsanitize=${HANDOFF_SANITIZE})
endif()
