"""Cities: where dealers are, and the hours in which they work."""

import attrs

__all__ = ["CITIES", "City"]


@attrs.frozen
class City:
    """A city, the six digits its people's identity numbers begin with, and its shops' hours (China's time).

    The further west, the later the working day: all of China keeps one time.
    """

    name: str
    region: str
    opens: int
    closes: int
    weekends: bool = True
    """Whether its car shops work on weekends and holidays; make-up workdays they all do."""


CITIES = (
    City("上海", "310101", 9, 18),
    City("北京", "110105", 9, 18),
    City("广州", "440104", 9, 19),
    City("深圳", "440305", 9, 20),
    City("杭州", "330106", 9, 18),
    City("南京", "320106", 9, 18),
    City("苏州", "320508", 9, 18),
    City("武汉", "420106", 9, 18),
    City("成都", "510104", 9, 19),
    City("重庆", "500103", 9, 19),
    City("西安", "610102", 9, 18),
    City("郑州", "410105", 9, 18),
    City("长沙", "430102", 9, 19),
    City("沈阳", "210102", 8, 17),
    City("哈尔滨", "230103", 8, 17, weekends=False),
    City("兰州", "620102", 9, 18, weekends=False),
    City("昆明", "530102", 9, 19),
    City("乌鲁木齐", "650102", 10, 19, weekends=False),
)
