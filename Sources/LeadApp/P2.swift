import CDelimited
import CPhone
import CSodium
