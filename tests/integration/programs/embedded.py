"""A loan from quote to settlement inside this program: no server, no database, no vendor."""

from datetime import date

from lending import LoanId, Money
from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.customers.customer import BankAccount, Person
from lending.loans.commands import SettleLoan
from lending.loans.queries import GetSettlementQuote, QuoteLoan
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending_adapters.memory import memory_platform

amount = Money.parse("12000.00")
person = Person(
    name="王小明",
    identity_number="110101199003074477",
    phone="13800138000",
    city="北京",
    monthly_income=Money.parse("20000.00"),
    account=BankAccount("6222020200112233445", "ICBC", "王小明"),
)

platform = memory_platform(date(2024, 4, 5))
print("yearly cost", platform.ask(QuoteLoan("small-cash", amount, 12)).unwrap().apr.percent)
customer = platform.execute(RegisterCustomer(person)).unwrap().customer_id
asked = SubmitApplication(customer_id=customer, product="small-cash", amount=amount, instalments=12)
application = platform.execute(asked).unwrap().application_id
contract = platform.execute(ConfirmOffer(application)).unwrap()
platform.execute(AcceptContract(contract.contract_id, contract.digest)).unwrap()
loan = LoanId(platform.ask(GetApplication(application)).unwrap().loan_id)
platform.advance(date(2024, 7, 17))
owed = platform.ask(GetSettlementQuote(loan)).unwrap().total
print("to settle", owed, "->", platform.execute(SettleLoan(loan, owed, "payment-1")).unwrap().status)
