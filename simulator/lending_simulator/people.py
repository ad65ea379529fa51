"""People, shops and cars, as they might be in China: made up, and well formed."""

import random
from datetime import date, timedelta

from faker import Faker

from lending.customers.customer import BankAccount, Person
from lending.customers.identity import check_digit
from lending.dealers.dealer import PayeeAccount
from lending.kernel.money import Money
from lending.origination.vehicle import Vehicle, vin_check_digit
from lending_simulator.chance import Chance
from lending_simulator.cities import City

__all__ = ["People"]

BANKS = ("ICBC", "CCB", "ABC", "BOC", "CMB", "PSBC", "OURS")
VIN_SIGNS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
MAKERS = ("LSV", "LFV", "LGX", "LVS", "LHG", "LSJ")
MODELS = (
    ("大众朗逸", 90_000),
    ("丰田卡罗拉", 110_000),
    ("本田思域", 130_000),
    ("比亚迪秦", 100_000),
    ("吉利帝豪", 80_000),
    ("大众帕萨特", 180_000),
    ("别克君威", 160_000),
    ("宝马3系", 290_000),
)
FEN = 100
YOUNGEST, OLDEST = 17, 64


class People:
    """Makes persons, shops' accounts and cars, each from a stream of its own name."""

    def __init__(self, chance: Chance, today: date) -> None:
        self._today = today
        self._faker = Faker("zh_CN")
        self._faker.seed_instance(chance.number("faker"))
        self._serial = 0

    def person(self, city: City, chance: random.Random) -> Person:
        """Somebody of working age, mostly."""
        name = self._faker.name()
        born = self._today - timedelta(days=round(365.25 * chance.triangular(YOUNGEST, OLDEST, 32)))
        self._serial += 1
        seventeen = f"{city.region}{born:%Y%m%d}{self._serial % 1000:03d}"
        yuan = int(chance.lognormvariate(9.15, 0.45)) // 100 * 100
        return Person(
            name=name,
            identity_number=seventeen + check_digit(seventeen),
            phone=f"1{chance.choice('3578')}{chance.randrange(10**9):09d}",
            city=city.name,
            monthly_income=Money(max(3_000, yuan) * FEN),
            account=BankAccount(f"62220{self._serial:08d}{chance.randrange(1000):03d}", chance.choice(BANKS), name),
        )

    def shop(self, city: City, chance: random.Random) -> tuple[str, PayeeAccount]:
        """A shop's name and its corporate account."""
        name = f"{city.name}{self._faker.company_prefix()}汽车"
        self._serial += 1
        account = PayeeAccount(f"10010{self._serial:08d}{chance.randrange(1000):03d}", chance.choice(BANKS), name)
        return name, account

    @staticmethod
    def car(chance: random.Random) -> Vehicle:
        """A car with a well-formed VIN."""
        model, yuan = chance.choice(MODELS)
        rest = "".join(chance.choice(VIN_SIGNS) for _ in range(13))
        vin = f"{chance.choice(MAKERS)}{rest[:5]}0{rest[5:]}"
        vin = f"{vin[:8]}{vin_check_digit(vin)}{vin[9:]}"
        price = yuan * chance.randrange(90, 115) // 100 // 100 * 100
        return Vehicle(vin=vin, model=model, price=Money(price * FEN))
