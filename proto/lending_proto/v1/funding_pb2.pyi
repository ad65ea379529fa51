from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import kernel_pb2 as _kernel_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Form(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FORM_UNSPECIFIED: _ClassVar[Form]
    FORM_RATIO: _ClassVar[Form]
    FORM_FIXED_YIELD: _ClassVar[Form]
    FORM_STEPPED: _ClassVar[Form]
    FORM_REFERRAL: _ClassVar[Form]

class Purpose(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PURPOSE_UNSPECIFIED: _ClassVar[Purpose]
    PURPOSE_PREFUNDING: _ClassVar[Purpose]
    PURPOSE_ADVANCE: _ClassVar[Purpose]
FORM_UNSPECIFIED: Form
FORM_RATIO: Form
FORM_FIXED_YIELD: Form
FORM_STEPPED: Form
FORM_REFERRAL: Form
PURPOSE_UNSPECIFIED: Purpose
PURPOSE_PREFUNDING: Purpose
PURPOSE_ADVANCE: Purpose

class FundingScheme(_message.Message):
    __slots__ = ("code", "name", "version", "sharing")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SHARING_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    version: int
    sharing: Sharing
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., version: _Optional[int] = ..., sharing: _Optional[_Union[Sharing, _Mapping]] = ...) -> None: ...

class Sharing(_message.Message):
    __slots__ = ("shares",)
    SHARES_FIELD_NUMBER: _ClassVar[int]
    shares: _containers.RepeatedCompositeFieldContainer[FunderShare]
    def __init__(self, shares: _Optional[_Iterable[_Union[FunderShare, _Mapping]]] = ...) -> None: ...

class FunderShare(_message.Message):
    __slots__ = ("funder", "weight", "income", "penalty_weight", "fees", "prefunded")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    INCOME_FIELD_NUMBER: _ClassVar[int]
    PENALTY_WEIGHT_FIELD_NUMBER: _ClassVar[int]
    FEES_FIELD_NUMBER: _ClassVar[int]
    PREFUNDED_FIELD_NUMBER: _ClassVar[int]
    funder: str
    weight: int
    income: Income
    penalty_weight: int
    fees: bool
    prefunded: bool
    def __init__(self, funder: _Optional[str] = ..., weight: _Optional[int] = ..., income: _Optional[_Union[Income, _Mapping]] = ..., penalty_weight: _Optional[int] = ..., fees: _Optional[bool] = ..., prefunded: _Optional[bool] = ...) -> None: ...

class Income(_message.Message):
    __slots__ = ("form", "yield_rate", "day_count", "steps", "loss_rate", "fee")
    FORM_FIELD_NUMBER: _ClassVar[int]
    YIELD_RATE_FIELD_NUMBER: _ClassVar[int]
    DAY_COUNT_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    LOSS_RATE_FIELD_NUMBER: _ClassVar[int]
    FEE_FIELD_NUMBER: _ClassVar[int]
    form: Form
    yield_rate: _decimal_pb2.Decimal
    day_count: _kernel_pb2.DayCount
    steps: _containers.RepeatedCompositeFieldContainer[Step]
    loss_rate: int
    fee: int
    def __init__(self, form: _Optional[_Union[Form, str]] = ..., yield_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., day_count: _Optional[_Union[_kernel_pb2.DayCount, str]] = ..., steps: _Optional[_Iterable[_Union[Step, _Mapping]]] = ..., loss_rate: _Optional[int] = ..., fee: _Optional[int] = ...) -> None: ...

class Step(_message.Message):
    __slots__ = ("loss_rate_to", "kept")
    LOSS_RATE_TO_FIELD_NUMBER: _ClassVar[int]
    KEPT_FIELD_NUMBER: _ClassVar[int]
    loss_rate_to: int
    kept: int
    def __init__(self, loss_rate_to: _Optional[int] = ..., kept: _Optional[int] = ...) -> None: ...

class FunderMoneyRecorded(_message.Message):
    __slots__ = ("funder", "reference", "amount")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    funder: str
    reference: str
    amount: _money_pb2.Money
    def __init__(self, funder: _Optional[str] = ..., reference: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...
