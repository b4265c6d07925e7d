#pragma once
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What libphonenumber made of a text.
typedef struct {
    /// E.164 form such as "+4930901820", NUL-terminated; empty when the text is no number.
    char e164[24];
    /// Whether the number is valid for its region by the library's (2022) metadata. Warn on false, never refuse.
    bool valid;
} cphone_number;

/// Parses `text` as dialled from `region` (ISO 3166 alpha-2, or "ZZ" for none). Never throws.
cphone_number cphone_parse(const char *text, const char *region);

/// Whether the library knows the region (ISO 3166 alpha-2). Never throws.
bool cphone_knows(const char *region);

#ifdef __cplusplus
}
#endif
