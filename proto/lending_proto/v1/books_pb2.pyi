from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AccountType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ACCOUNT_TYPE_UNSPECIFIED: _ClassVar[AccountType]
    ACCOUNT_TYPE_ASSET: _ClassVar[AccountType]
    ACCOUNT_TYPE_CONTRA_ASSET: _ClassVar[AccountType]
    ACCOUNT_TYPE_LIABILITY: _ClassVar[AccountType]
    ACCOUNT_TYPE_EQUITY: _ClassVar[AccountType]
    ACCOUNT_TYPE_INCOME: _ClassVar[AccountType]
    ACCOUNT_TYPE_EXPENSE: _ClassVar[AccountType]
    ACCOUNT_TYPE_OFF_BOOK: _ClassVar[AccountType]

class Side(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SIDE_UNSPECIFIED: _ClassVar[Side]
    SIDE_DEBIT: _ClassVar[Side]
    SIDE_CREDIT: _ClassVar[Side]

class Scheme(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SCHEME_UNSPECIFIED: _ClassVar[Scheme]
    SCHEME_LOAN: _ClassVar[Scheme]
    SCHEME_DIRECT_LEASE: _ClassVar[Scheme]
ACCOUNT_TYPE_UNSPECIFIED: AccountType
ACCOUNT_TYPE_ASSET: AccountType
ACCOUNT_TYPE_CONTRA_ASSET: AccountType
ACCOUNT_TYPE_LIABILITY: AccountType
ACCOUNT_TYPE_EQUITY: AccountType
ACCOUNT_TYPE_INCOME: AccountType
ACCOUNT_TYPE_EXPENSE: AccountType
ACCOUNT_TYPE_OFF_BOOK: AccountType
SIDE_UNSPECIFIED: Side
SIDE_DEBIT: Side
SIDE_CREDIT: Side
SCHEME_UNSPECIFIED: Scheme
SCHEME_LOAN: Scheme
SCHEME_DIRECT_LEASE: Scheme

class Chart(_message.Message):
    __slots__ = ("version", "accounts")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTS_FIELD_NUMBER: _ClassVar[int]
    version: int
    accounts: _containers.RepeatedCompositeFieldContainer[Account]
    def __init__(self, version: _Optional[int] = ..., accounts: _Optional[_Iterable[_Union[Account, _Mapping]]] = ...) -> None: ...

class Account(_message.Message):
    __slots__ = ("code", "name", "chinese_name", "type", "normal")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CHINESE_NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    NORMAL_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    chinese_name: str
    type: AccountType
    normal: Side
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., chinese_name: _Optional[str] = ..., type: _Optional[_Union[AccountType, str]] = ..., normal: _Optional[_Union[Side, str]] = ...) -> None: ...

class PostingRules(_message.Message):
    __slots__ = ("version", "rules")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    version: int
    rules: _containers.RepeatedCompositeFieldContainer[PostingRule]
    def __init__(self, version: _Optional[int] = ..., rules: _Optional[_Iterable[_Union[PostingRule, _Mapping]]] = ...) -> None: ...

class PostingRule(_message.Message):
    __slots__ = ("event", "amount", "debit", "credit", "scheme")
    EVENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    DEBIT_FIELD_NUMBER: _ClassVar[int]
    CREDIT_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    event: str
    amount: str
    debit: str
    credit: str
    scheme: Scheme
    def __init__(self, event: _Optional[str] = ..., amount: _Optional[str] = ..., debit: _Optional[str] = ..., credit: _Optional[str] = ..., scheme: _Optional[_Union[Scheme, str]] = ...) -> None: ...

class Accrued(_message.Message):
    __slots__ = ("loans", "amount")
    LOANS_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    loans: int
    amount: int
    def __init__(self, loans: _Optional[int] = ..., amount: _Optional[int] = ...) -> None: ...

class TrialBalance(_message.Message):
    __slots__ = ("book", "through", "rows")
    BOOK_FIELD_NUMBER: _ClassVar[int]
    THROUGH_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    book: str
    through: _date_pb2.Date
    rows: _containers.RepeatedCompositeFieldContainer[AccountBalance]
    def __init__(self, book: _Optional[str] = ..., through: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., rows: _Optional[_Iterable[_Union[AccountBalance, _Mapping]]] = ...) -> None: ...

class AccountBalance(_message.Message):
    __slots__ = ("account", "currency", "debit", "credit")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    DEBIT_FIELD_NUMBER: _ClassVar[int]
    CREDIT_FIELD_NUMBER: _ClassVar[int]
    account: str
    currency: str
    debit: int
    credit: int
    def __init__(self, account: _Optional[str] = ..., currency: _Optional[str] = ..., debit: _Optional[int] = ..., credit: _Optional[int] = ...) -> None: ...
