// libcurl's curl_easy_setopt and curl_easy_getinfo take any type after their option; Swift cannot call that. These name one type each.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

typedef size_t (*baton_curl_callback)(char *, size_t, size_t, void *);

static inline CURLcode baton_curl_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode baton_curl_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode baton_curl_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode baton_curl_call(CURL *handle, CURLoption option, baton_curl_callback value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode baton_curl_context(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline long baton_curl_response(CURL *handle) {
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
}
