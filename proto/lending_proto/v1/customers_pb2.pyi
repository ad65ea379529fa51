from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import money_pb2 as _money_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Person(_message.Message):
    __slots__ = ("name", "identity_number", "phone", "city", "monthly_income", "account")
    NAME_FIELD_NUMBER: _ClassVar[int]
    IDENTITY_NUMBER_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    CITY_FIELD_NUMBER: _ClassVar[int]
    MONTHLY_INCOME_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    name: str
    identity_number: str
    phone: str
    city: str
    monthly_income: _money_pb2.Money
    account: BankAccount
    def __init__(self, name: _Optional[str] = ..., identity_number: _Optional[str] = ..., phone: _Optional[str] = ..., city: _Optional[str] = ..., monthly_income: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., account: _Optional[_Union[BankAccount, _Mapping]] = ...) -> None: ...

class BankAccount(_message.Message):
    __slots__ = ("number", "bank", "holder")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    BANK_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    number: str
    bank: str
    holder: str
    def __init__(self, number: _Optional[str] = ..., bank: _Optional[str] = ..., holder: _Optional[str] = ...) -> None: ...

class Registered(_message.Message):
    __slots__ = ("customer_id",)
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    def __init__(self, customer_id: _Optional[str] = ...) -> None: ...
