"""A laptop's fingerprint as six expressions that two people compare aloud.

An expression is a thing and a quality ("cá vàng"): 64 things and 32 qualities, eleven bits; six of them are
66 bits of a digest of the device id. The syllables keep apart in the mouth of the whole country: no two
things differ only by d, gi, v or r, by s and x, by tr and ch, by l and n, by a final n and ng, t and c, or by
hỏi and ngã, which are said alike here or there. The lists are part of the format: both laptops must read the
same words.
"""

import hashlib
from typing import Final

_THINGS: Final = (
    "áo bàn bắp bát bè bò bưởi cá cam cầu chén chim cò cơm cua kính dây dù đá đèn đũa gà đò ghế gối heo "
    "hoa hồ khế khóa kẹo kim lá lúa mèo mít mưa muối mũ nến ngô ngựa nhà nón ong ổi ốc quạt rổ sao sen "
    "sóng suối tàu thỏ thùng thuyền tôm trăng trâu tre vịt voi xe"
)
_QUALITIES: Final = (
    "xanh đỏ vàng trắng đen tím nâu hồng to nhỏ dài tròn vuông cao thấp mới cũ nóng lạnh ngọt chua cay "
    "mặn thơm nhanh chậm khô ướt dày mềm cứng giòn"
)
_EXPRESSIONS, _BITS = 6, 11


def words_of(device: str) -> tuple[str, ...]:
    """The six expressions of a device id."""
    digest = hashlib.sha256(f"so-kiem-tra words {device}".encode()).digest()
    number = int.from_bytes(digest[:9]) >> 72 - _EXPRESSIONS * _BITS
    things, qualities = _THINGS.split(), _QUALITIES.split()
    spoken: list[str] = []
    for place in range(_EXPRESSIONS):
        chosen = number >> _BITS * place & (1 << _BITS) - 1
        spoken.append(f"{things[chosen >> 5]} {qualities[chosen & 31]}")
    return tuple(spoken)
