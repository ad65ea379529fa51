"""The world: people, shops and the hours they keep."""

from datetime import date, datetime

import pytest
import simpy

from lending.application.call import CHINA
from lending.customers.identity import born_on
from lending.dealers.ids import DealerId
from lending.kernel.ids import RequestId
from lending.operations.calendar import PublishedCalendar
from lending_adapters.book import read_book
from lending_simulator import SimulationConfig, simulate
from lending_simulator.actors.scene import Shop
from lending_simulator.chance import Chance
from lending_simulator.cities import CITIES, City
from lending_simulator.people import People

BY_NAME = {city.name: city for city in CITIES}


@pytest.fixture(scope="module")
def calendar() -> PublishedCalendar:
    return PublishedCalendar({year.year: year for year in read_book().calendar})


def shop(calendar: PublishedCalendar, city: City) -> Shop:
    return Shop(
        dealer_id=DealerId.make(RequestId("a"), 0),
        city=city,
        calendar=calendar,
        advisors=simpy.Resource(simpy.Environment(), 1),
    )


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


@pytest.mark.parametrize(
    ("city", "asked", "opens"),
    [
        ("上海", "2025-09-15 10:30", "2025-09-15 10:30"),
        ("上海", "2025-09-15 07:00", "2025-09-15 09:00"),
        ("上海", "2025-09-15 18:00", "2025-09-16 09:00"),
        ("上海", "2025-09-20 11:00", "2025-09-20 11:00"),  # a Saturday: car shops work
        ("乌鲁木齐", "2025-09-20 11:00", "2025-09-22 10:00"),  # not this one
        ("乌鲁木齐", "2025-09-28 11:00", "2025-09-28 11:00"),  # a Sunday worked for the holiday
        ("乌鲁木齐", "2025-09-30 20:00", "2025-10-09 10:00"),  # National Day week
    ],
)
def test_shops_keep_the_hours_of_their_city(calendar: PublishedCalendar, city: str, asked: str, opens: str) -> None:
    assert shop(calendar, BY_NAME[city]).next_opening(at(asked)) == at(opens)


def test_people_are_well_formed_and_all_different() -> None:
    chance = Chance(3)
    people = People(chance, date(2025, 9, 15))
    stream = chance.stream("here")
    made = [people.person(CITIES[number % len(CITIES)], stream) for number in range(300)]
    assert len({person.identity_number for person in made}) == 300
    assert len({person.account.number for person in made}) == 300
    assert all(1960 <= born_on(person.identity_number).year <= 2008 for person in made)
    assert len({person.name for person in made}) > 200
    assert len({people.car(stream).vin for _ in range(300)}) == 300


def test_streams_of_two_names_differ_and_one_of_a_name_repeats() -> None:
    chance = Chance(1)
    assert chance.stream("a").random() == chance.stream("a").random()
    assert len({chance.stream(name).random() for name in ("a", "b", "ab")} | {Chance(2).stream("a").random()}) == 4


def test_the_default_window_exercises_the_whole_slice() -> None:
    result = simulate(SimulationConfig(days=20, dealers=4, customers=80))
    expected = {
        "StartBusiness PublishCalendar PublishProduct PublishReferenceRates PublishChart PublishPostingRules",
        "PublishChannels RoutePayout RouteDeduction",
        "Propose ApproveProposal RegisterDealer ActivateDealer RegisterCustomer SubmitApplication AssessApplication",
        "ConfirmOffer ExpireOffer CancelApplication AcceptContract RefuseContract RecordPayoutAnswer SwitchDay",
        "GenerateDues AccrueInterest RequestDeductions RecordDeductionAnswer RepayLoan SettleLoan",
    }
    names = {name for line in expected for name in line.split()}
    assert {name for name in names if not result.commands.get(name) or not result.commands[name].ok} == set()
    assert set(result.series.applications) >= {"PAID", "REJECTED", "CANCELLED", "EXPIRED"}
    assert set(result.series.loans) >= {"NORMAL", "SETTLED"}
    assert sum(count.conflicts for count in result.commands.values()) > 10
