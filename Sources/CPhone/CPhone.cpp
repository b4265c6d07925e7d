#include "CPhone.h"

#include <cstring>
#include <phonenumbers/phonenumberutil.h>
#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

extern "C" cphone_number cphone_parse(const char *text, const char *region) {
    cphone_number result{};
    try {
        const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
        PhoneNumber number;
        if (util->Parse(text, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
            return result;
        }
        std::string e164;
        util->Format(number, PhoneNumberUtil::E164, &e164);
        if (e164.size() >= sizeof(result.e164)) {
            return result;
        }
        std::memcpy(result.e164, e164.c_str(), e164.size() + 1);
        result.valid = util->IsValidNumber(number);
    } catch (...) {
        return cphone_number{};
    }
    return result;
}

extern "C" bool cphone_knows(const char *region) {
    try {
        return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(region) != 0;
    } catch (...) {
        return false;
    }
}
