from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from lending_proto.v1 import applications_service_pb2 as _applications_service_pb2
from lending_proto.v1 import books_service_pb2 as _books_service_pb2
from lending_proto.v1 import contracts_service_pb2 as _contracts_service_pb2
from lending_proto.v1 import credit_service_pb2 as _credit_service_pb2
from lending_proto.v1 import customers_service_pb2 as _customers_service_pb2
from lending_proto.v1 import dealers_service_pb2 as _dealers_service_pb2
from lending_proto.v1 import funding_service_pb2 as _funding_service_pb2
from lending_proto.v1 import inquiries_service_pb2 as _inquiries_service_pb2
from lending_proto.v1 import loans_service_pb2 as _loans_service_pb2
from lending_proto.v1 import operations_pb2 as _operations_pb2
from lending_proto.v1 import payments_service_pb2 as _payments_service_pb2
from lending_proto.v1 import products_service_pb2 as _products_service_pb2
from lending_proto.v1 import reconciliation_service_pb2 as _reconciliation_service_pb2
from lending_proto.v1 import risk_service_pb2 as _risk_service_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class StartBusinessRequest(_message.Message):
    __slots__ = ("request_id", "on")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    on: _date_pb2.Date
    def __init__(self, request_id: _Optional[str] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class StartBusinessResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.DayOpened
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.DayOpened, _Mapping]] = ...) -> None: ...

class SwitchDayRequest(_message.Message):
    __slots__ = ("request_id", "to")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    TO_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    to: _date_pb2.Date
    def __init__(self, request_id: _Optional[str] = ..., to: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class SwitchDayResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.DayOpened
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.DayOpened, _Mapping]] = ...) -> None: ...

class PublishCalendarRequest(_message.Message):
    __slots__ = ("request_id", "year", "workdays")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    WORKDAYS_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    year: int
    workdays: _containers.RepeatedCompositeFieldContainer[_date_pb2.Date]
    def __init__(self, request_id: _Optional[str] = ..., year: _Optional[int] = ..., workdays: _Optional[_Iterable[_Union[_date_pb2.Date, _Mapping]]] = ...) -> None: ...

class PublishCalendarResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class ProposeRequest(_message.Message):
    __slots__ = ("request_id", "start_business", "switch_day", "publish_calendar", "approve_proposal", "reject_proposal", "publish_funding_scheme", "publish_funder", "publish_funding_rules", "record_funder_money", "record_funder_collection", "cover_funder", "cover_funders", "publish_product", "publish_channels", "publish_reference_rates", "publish_chart", "publish_posting_rules", "draft_rule_set", "record_validation", "record_rehearsal", "submit_rule_set", "approve_rule_set", "release_rule_set", "record_gray_count", "promote_rule_set", "stop_rule_set", "roll_back_rules", "register_customer", "bind_card", "reorder_cards", "unbind_card", "grant_credit_line", "activate_credit_line", "freeze_credit_line", "unfreeze_credit_line", "adjust_credit_line", "close_credit_line", "expire_credit_line", "register_dealer", "activate_dealer", "suspend_dealer", "set_dealer_exposure", "submit_application", "assess_application", "record_rule_answer", "refer_undecided", "review_application", "publish_vendors", "record_inquiry_answer", "retry_inquiry", "expire_inquiry", "confirm_offer", "expire_offer", "cancel_application", "seek_funding", "record_funder_answer", "settle_funders", "calculate_funder_settlement", "check_funder_settlement", "send_funder_settlement", "record_funder_settlement_answer", "pay_funder_settlement", "match_funder_settlement", "accept_contract", "refuse_contract", "open_liveness", "review_payout", "confirm_pick_up", "issue_payout_voucher", "revoke_payout_voucher", "expire_payout_voucher", "route_payout", "record_payout_answer", "resolve_payout", "withdraw_payout", "record_payout_return", "cancel_payout", "follow_publications", "generate_dues", "accrue_interest", "record_seal", "post_voucher", "correct_voucher", "sweep_channel", "sell_asset", "record_proofs", "close_period", "close_year", "record_year_end", "publish_booking_modes", "record_day_balances", "request_deductions", "route_deduction", "retry_deduction", "deduct_loan", "draw_up_batch", "release_deductions", "accept_batch_result", "close_batch", "record_deduction_answer", "repay_loan", "settle_loan", "prepay_loan", "charge_loan", "change_loan_rate", "extend_loan", "change_due_day", "change_loan_term", "waive_loan", "recall_loan", "reverse_payment", "refund_payment", "adjust_loan", "write_off_loan", "recover_loan", "clear_loan", "impair_loan", "receive_deposit", "set_off_deposit", "return_deposit", "take_on_loans", "record_reconciliation", "park_difference", "resolve_difference", "release_day", "reason", "value_date")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    START_BUSINESS_FIELD_NUMBER: _ClassVar[int]
    SWITCH_DAY_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_CALENDAR_FIELD_NUMBER: _ClassVar[int]
    APPROVE_PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    REJECT_PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_FUNDING_SCHEME_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_FUNDER_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_FUNDING_RULES_FIELD_NUMBER: _ClassVar[int]
    RECORD_FUNDER_MONEY_FIELD_NUMBER: _ClassVar[int]
    RECORD_FUNDER_COLLECTION_FIELD_NUMBER: _ClassVar[int]
    COVER_FUNDER_FIELD_NUMBER: _ClassVar[int]
    COVER_FUNDERS_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_PRODUCT_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_CHANNELS_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_REFERENCE_RATES_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_CHART_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_POSTING_RULES_FIELD_NUMBER: _ClassVar[int]
    DRAFT_RULE_SET_FIELD_NUMBER: _ClassVar[int]
    RECORD_VALIDATION_FIELD_NUMBER: _ClassVar[int]
    RECORD_REHEARSAL_FIELD_NUMBER: _ClassVar[int]
    SUBMIT_RULE_SET_FIELD_NUMBER: _ClassVar[int]
    APPROVE_RULE_SET_FIELD_NUMBER: _ClassVar[int]
    RELEASE_RULE_SET_FIELD_NUMBER: _ClassVar[int]
    RECORD_GRAY_COUNT_FIELD_NUMBER: _ClassVar[int]
    PROMOTE_RULE_SET_FIELD_NUMBER: _ClassVar[int]
    STOP_RULE_SET_FIELD_NUMBER: _ClassVar[int]
    ROLL_BACK_RULES_FIELD_NUMBER: _ClassVar[int]
    REGISTER_CUSTOMER_FIELD_NUMBER: _ClassVar[int]
    BIND_CARD_FIELD_NUMBER: _ClassVar[int]
    REORDER_CARDS_FIELD_NUMBER: _ClassVar[int]
    UNBIND_CARD_FIELD_NUMBER: _ClassVar[int]
    GRANT_CREDIT_LINE_FIELD_NUMBER: _ClassVar[int]
    ACTIVATE_CREDIT_LINE_FIELD_NUMBER: _ClassVar[int]
    FREEZE_CREDIT_LINE_FIELD_NUMBER: _ClassVar[int]
    UNFREEZE_CREDIT_LINE_FIELD_NUMBER: _ClassVar[int]
    ADJUST_CREDIT_LINE_FIELD_NUMBER: _ClassVar[int]
    CLOSE_CREDIT_LINE_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_CREDIT_LINE_FIELD_NUMBER: _ClassVar[int]
    REGISTER_DEALER_FIELD_NUMBER: _ClassVar[int]
    ACTIVATE_DEALER_FIELD_NUMBER: _ClassVar[int]
    SUSPEND_DEALER_FIELD_NUMBER: _ClassVar[int]
    SET_DEALER_EXPOSURE_FIELD_NUMBER: _ClassVar[int]
    SUBMIT_APPLICATION_FIELD_NUMBER: _ClassVar[int]
    ASSESS_APPLICATION_FIELD_NUMBER: _ClassVar[int]
    RECORD_RULE_ANSWER_FIELD_NUMBER: _ClassVar[int]
    REFER_UNDECIDED_FIELD_NUMBER: _ClassVar[int]
    REVIEW_APPLICATION_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_VENDORS_FIELD_NUMBER: _ClassVar[int]
    RECORD_INQUIRY_ANSWER_FIELD_NUMBER: _ClassVar[int]
    RETRY_INQUIRY_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_INQUIRY_FIELD_NUMBER: _ClassVar[int]
    CONFIRM_OFFER_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_OFFER_FIELD_NUMBER: _ClassVar[int]
    CANCEL_APPLICATION_FIELD_NUMBER: _ClassVar[int]
    SEEK_FUNDING_FIELD_NUMBER: _ClassVar[int]
    RECORD_FUNDER_ANSWER_FIELD_NUMBER: _ClassVar[int]
    SETTLE_FUNDERS_FIELD_NUMBER: _ClassVar[int]
    CALCULATE_FUNDER_SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    CHECK_FUNDER_SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    SEND_FUNDER_SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    RECORD_FUNDER_SETTLEMENT_ANSWER_FIELD_NUMBER: _ClassVar[int]
    PAY_FUNDER_SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    MATCH_FUNDER_SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    ACCEPT_CONTRACT_FIELD_NUMBER: _ClassVar[int]
    REFUSE_CONTRACT_FIELD_NUMBER: _ClassVar[int]
    OPEN_LIVENESS_FIELD_NUMBER: _ClassVar[int]
    REVIEW_PAYOUT_FIELD_NUMBER: _ClassVar[int]
    CONFIRM_PICK_UP_FIELD_NUMBER: _ClassVar[int]
    ISSUE_PAYOUT_VOUCHER_FIELD_NUMBER: _ClassVar[int]
    REVOKE_PAYOUT_VOUCHER_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_PAYOUT_VOUCHER_FIELD_NUMBER: _ClassVar[int]
    ROUTE_PAYOUT_FIELD_NUMBER: _ClassVar[int]
    RECORD_PAYOUT_ANSWER_FIELD_NUMBER: _ClassVar[int]
    RESOLVE_PAYOUT_FIELD_NUMBER: _ClassVar[int]
    WITHDRAW_PAYOUT_FIELD_NUMBER: _ClassVar[int]
    RECORD_PAYOUT_RETURN_FIELD_NUMBER: _ClassVar[int]
    CANCEL_PAYOUT_FIELD_NUMBER: _ClassVar[int]
    FOLLOW_PUBLICATIONS_FIELD_NUMBER: _ClassVar[int]
    GENERATE_DUES_FIELD_NUMBER: _ClassVar[int]
    ACCRUE_INTEREST_FIELD_NUMBER: _ClassVar[int]
    RECORD_SEAL_FIELD_NUMBER: _ClassVar[int]
    POST_VOUCHER_FIELD_NUMBER: _ClassVar[int]
    CORRECT_VOUCHER_FIELD_NUMBER: _ClassVar[int]
    SWEEP_CHANNEL_FIELD_NUMBER: _ClassVar[int]
    SELL_ASSET_FIELD_NUMBER: _ClassVar[int]
    RECORD_PROOFS_FIELD_NUMBER: _ClassVar[int]
    CLOSE_PERIOD_FIELD_NUMBER: _ClassVar[int]
    CLOSE_YEAR_FIELD_NUMBER: _ClassVar[int]
    RECORD_YEAR_END_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_BOOKING_MODES_FIELD_NUMBER: _ClassVar[int]
    RECORD_DAY_BALANCES_FIELD_NUMBER: _ClassVar[int]
    REQUEST_DEDUCTIONS_FIELD_NUMBER: _ClassVar[int]
    ROUTE_DEDUCTION_FIELD_NUMBER: _ClassVar[int]
    RETRY_DEDUCTION_FIELD_NUMBER: _ClassVar[int]
    DEDUCT_LOAN_FIELD_NUMBER: _ClassVar[int]
    DRAW_UP_BATCH_FIELD_NUMBER: _ClassVar[int]
    RELEASE_DEDUCTIONS_FIELD_NUMBER: _ClassVar[int]
    ACCEPT_BATCH_RESULT_FIELD_NUMBER: _ClassVar[int]
    CLOSE_BATCH_FIELD_NUMBER: _ClassVar[int]
    RECORD_DEDUCTION_ANSWER_FIELD_NUMBER: _ClassVar[int]
    REPAY_LOAN_FIELD_NUMBER: _ClassVar[int]
    SETTLE_LOAN_FIELD_NUMBER: _ClassVar[int]
    PREPAY_LOAN_FIELD_NUMBER: _ClassVar[int]
    CHARGE_LOAN_FIELD_NUMBER: _ClassVar[int]
    CHANGE_LOAN_RATE_FIELD_NUMBER: _ClassVar[int]
    EXTEND_LOAN_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DUE_DAY_FIELD_NUMBER: _ClassVar[int]
    CHANGE_LOAN_TERM_FIELD_NUMBER: _ClassVar[int]
    WAIVE_LOAN_FIELD_NUMBER: _ClassVar[int]
    RECALL_LOAN_FIELD_NUMBER: _ClassVar[int]
    REVERSE_PAYMENT_FIELD_NUMBER: _ClassVar[int]
    REFUND_PAYMENT_FIELD_NUMBER: _ClassVar[int]
    ADJUST_LOAN_FIELD_NUMBER: _ClassVar[int]
    WRITE_OFF_LOAN_FIELD_NUMBER: _ClassVar[int]
    RECOVER_LOAN_FIELD_NUMBER: _ClassVar[int]
    CLEAR_LOAN_FIELD_NUMBER: _ClassVar[int]
    IMPAIR_LOAN_FIELD_NUMBER: _ClassVar[int]
    RECEIVE_DEPOSIT_FIELD_NUMBER: _ClassVar[int]
    SET_OFF_DEPOSIT_FIELD_NUMBER: _ClassVar[int]
    RETURN_DEPOSIT_FIELD_NUMBER: _ClassVar[int]
    TAKE_ON_LOANS_FIELD_NUMBER: _ClassVar[int]
    RECORD_RECONCILIATION_FIELD_NUMBER: _ClassVar[int]
    PARK_DIFFERENCE_FIELD_NUMBER: _ClassVar[int]
    RESOLVE_DIFFERENCE_FIELD_NUMBER: _ClassVar[int]
    RELEASE_DAY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    VALUE_DATE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    start_business: StartBusinessRequest
    switch_day: SwitchDayRequest
    publish_calendar: PublishCalendarRequest
    approve_proposal: ApproveProposalRequest
    reject_proposal: RejectProposalRequest
    publish_funding_scheme: _funding_service_pb2.PublishFundingSchemeRequest
    publish_funder: _funding_service_pb2.PublishFunderRequest
    publish_funding_rules: _funding_service_pb2.PublishFundingRulesRequest
    record_funder_money: _funding_service_pb2.RecordFunderMoneyRequest
    record_funder_collection: _funding_service_pb2.RecordFunderCollectionRequest
    cover_funder: _funding_service_pb2.CoverFunderRequest
    cover_funders: _funding_service_pb2.CoverFundersRequest
    publish_product: _products_service_pb2.PublishProductRequest
    publish_channels: _payments_service_pb2.PublishChannelsRequest
    publish_reference_rates: _products_service_pb2.PublishReferenceRatesRequest
    publish_chart: _books_service_pb2.PublishChartRequest
    publish_posting_rules: _books_service_pb2.PublishPostingRulesRequest
    draft_rule_set: _risk_service_pb2.DraftRuleSetRequest
    record_validation: _risk_service_pb2.RecordValidationRequest
    record_rehearsal: _risk_service_pb2.RecordRehearsalRequest
    submit_rule_set: _risk_service_pb2.SubmitRuleSetRequest
    approve_rule_set: _risk_service_pb2.ApproveRuleSetRequest
    release_rule_set: _risk_service_pb2.ReleaseRuleSetRequest
    record_gray_count: _risk_service_pb2.RecordGrayCountRequest
    promote_rule_set: _risk_service_pb2.PromoteRuleSetRequest
    stop_rule_set: _risk_service_pb2.StopRuleSetRequest
    roll_back_rules: _risk_service_pb2.RollBackRulesRequest
    register_customer: _customers_service_pb2.RegisterCustomerRequest
    bind_card: _payments_service_pb2.BindCardRequest
    reorder_cards: _payments_service_pb2.ReorderCardsRequest
    unbind_card: _payments_service_pb2.UnbindCardRequest
    grant_credit_line: _credit_service_pb2.GrantCreditLineRequest
    activate_credit_line: _credit_service_pb2.ActivateCreditLineRequest
    freeze_credit_line: _credit_service_pb2.FreezeCreditLineRequest
    unfreeze_credit_line: _credit_service_pb2.UnfreezeCreditLineRequest
    adjust_credit_line: _credit_service_pb2.AdjustCreditLineRequest
    close_credit_line: _credit_service_pb2.CloseCreditLineRequest
    expire_credit_line: _credit_service_pb2.ExpireCreditLineRequest
    register_dealer: _dealers_service_pb2.RegisterDealerRequest
    activate_dealer: _dealers_service_pb2.ActivateDealerRequest
    suspend_dealer: _dealers_service_pb2.SuspendDealerRequest
    set_dealer_exposure: _dealers_service_pb2.SetDealerExposureRequest
    submit_application: _applications_service_pb2.SubmitApplicationRequest
    assess_application: _applications_service_pb2.AssessApplicationRequest
    record_rule_answer: _applications_service_pb2.RecordRuleAnswerRequest
    refer_undecided: _applications_service_pb2.ReferUndecidedRequest
    review_application: _applications_service_pb2.ReviewApplicationRequest
    publish_vendors: _inquiries_service_pb2.PublishVendorsRequest
    record_inquiry_answer: _inquiries_service_pb2.RecordInquiryAnswerRequest
    retry_inquiry: _inquiries_service_pb2.RetryInquiryRequest
    expire_inquiry: _inquiries_service_pb2.ExpireInquiryRequest
    confirm_offer: _applications_service_pb2.ConfirmOfferRequest
    expire_offer: _applications_service_pb2.ExpireOfferRequest
    cancel_application: _applications_service_pb2.CancelApplicationRequest
    seek_funding: _funding_service_pb2.SeekFundingRequest
    record_funder_answer: _funding_service_pb2.RecordFunderAnswerRequest
    settle_funders: _funding_service_pb2.SettleFundersRequest
    calculate_funder_settlement: _funding_service_pb2.CalculateFunderSettlementRequest
    check_funder_settlement: _funding_service_pb2.CheckFunderSettlementRequest
    send_funder_settlement: _funding_service_pb2.SendFunderSettlementRequest
    record_funder_settlement_answer: _funding_service_pb2.RecordFunderSettlementAnswerRequest
    pay_funder_settlement: _funding_service_pb2.PayFunderSettlementRequest
    match_funder_settlement: _funding_service_pb2.MatchFunderSettlementRequest
    accept_contract: _contracts_service_pb2.AcceptContractRequest
    refuse_contract: _contracts_service_pb2.RefuseContractRequest
    open_liveness: _applications_service_pb2.OpenLivenessRequest
    review_payout: _applications_service_pb2.ReviewPayoutRequest
    confirm_pick_up: _applications_service_pb2.ConfirmPickUpRequest
    issue_payout_voucher: _payments_service_pb2.IssuePayoutVoucherRequest
    revoke_payout_voucher: _payments_service_pb2.RevokePayoutVoucherRequest
    expire_payout_voucher: _payments_service_pb2.ExpirePayoutVoucherRequest
    route_payout: _payments_service_pb2.RoutePayoutRequest
    record_payout_answer: _payments_service_pb2.RecordPayoutAnswerRequest
    resolve_payout: _payments_service_pb2.ResolvePayoutRequest
    withdraw_payout: _payments_service_pb2.WithdrawPayoutRequest
    record_payout_return: _payments_service_pb2.RecordPayoutReturnRequest
    cancel_payout: _payments_service_pb2.CancelPayoutRequest
    follow_publications: _loans_service_pb2.FollowPublicationsRequest
    generate_dues: _loans_service_pb2.GenerateDuesRequest
    accrue_interest: _books_service_pb2.AccrueInterestRequest
    record_seal: _books_service_pb2.RecordSealRequest
    post_voucher: _books_service_pb2.PostVoucherRequest
    correct_voucher: _books_service_pb2.CorrectVoucherRequest
    sweep_channel: _books_service_pb2.SweepChannelRequest
    sell_asset: _books_service_pb2.SellAssetRequest
    record_proofs: _books_service_pb2.RecordProofsRequest
    close_period: _books_service_pb2.ClosePeriodRequest
    close_year: _books_service_pb2.CloseYearRequest
    record_year_end: _books_service_pb2.RecordYearEndRequest
    publish_booking_modes: _books_service_pb2.PublishBookingModesRequest
    record_day_balances: _books_service_pb2.RecordDayBalancesRequest
    request_deductions: _payments_service_pb2.RequestDeductionsRequest
    route_deduction: _payments_service_pb2.RouteDeductionRequest
    retry_deduction: _payments_service_pb2.RetryDeductionRequest
    deduct_loan: _payments_service_pb2.DeductLoanRequest
    draw_up_batch: _payments_service_pb2.DrawUpBatchRequest
    release_deductions: _payments_service_pb2.ReleaseDeductionsRequest
    accept_batch_result: _payments_service_pb2.AcceptBatchResultRequest
    close_batch: _payments_service_pb2.CloseBatchRequest
    record_deduction_answer: _payments_service_pb2.RecordDeductionAnswerRequest
    repay_loan: _loans_service_pb2.RepayLoanRequest
    settle_loan: _loans_service_pb2.SettleLoanRequest
    prepay_loan: _loans_service_pb2.PrepayLoanRequest
    charge_loan: _loans_service_pb2.ChargeLoanRequest
    change_loan_rate: _loans_service_pb2.ChangeLoanRateRequest
    extend_loan: _loans_service_pb2.ExtendLoanRequest
    change_due_day: _loans_service_pb2.ChangeDueDayRequest
    change_loan_term: _loans_service_pb2.ChangeLoanTermRequest
    waive_loan: _loans_service_pb2.WaiveLoanRequest
    recall_loan: _loans_service_pb2.RecallLoanRequest
    reverse_payment: _loans_service_pb2.ReversePaymentRequest
    refund_payment: _loans_service_pb2.RefundPaymentRequest
    adjust_loan: _loans_service_pb2.AdjustLoanRequest
    write_off_loan: _loans_service_pb2.WriteOffLoanRequest
    recover_loan: _loans_service_pb2.RecoverLoanRequest
    clear_loan: _loans_service_pb2.ClearLoanRequest
    impair_loan: _loans_service_pb2.ImpairLoanRequest
    receive_deposit: _loans_service_pb2.ReceiveDepositRequest
    set_off_deposit: _loans_service_pb2.SetOffDepositRequest
    return_deposit: _loans_service_pb2.ReturnDepositRequest
    take_on_loans: _loans_service_pb2.TakeOnLoansRequest
    record_reconciliation: _reconciliation_service_pb2.RecordReconciliationRequest
    park_difference: _reconciliation_service_pb2.ParkDifferenceRequest
    resolve_difference: _reconciliation_service_pb2.ResolveDifferenceRequest
    release_day: _reconciliation_service_pb2.ReleaseDayRequest
    reason: str
    value_date: _date_pb2.Date
    def __init__(self, request_id: _Optional[str] = ..., start_business: _Optional[_Union[StartBusinessRequest, _Mapping]] = ..., switch_day: _Optional[_Union[SwitchDayRequest, _Mapping]] = ..., publish_calendar: _Optional[_Union[PublishCalendarRequest, _Mapping]] = ..., approve_proposal: _Optional[_Union[ApproveProposalRequest, _Mapping]] = ..., reject_proposal: _Optional[_Union[RejectProposalRequest, _Mapping]] = ..., publish_funding_scheme: _Optional[_Union[_funding_service_pb2.PublishFundingSchemeRequest, _Mapping]] = ..., publish_funder: _Optional[_Union[_funding_service_pb2.PublishFunderRequest, _Mapping]] = ..., publish_funding_rules: _Optional[_Union[_funding_service_pb2.PublishFundingRulesRequest, _Mapping]] = ..., record_funder_money: _Optional[_Union[_funding_service_pb2.RecordFunderMoneyRequest, _Mapping]] = ..., record_funder_collection: _Optional[_Union[_funding_service_pb2.RecordFunderCollectionRequest, _Mapping]] = ..., cover_funder: _Optional[_Union[_funding_service_pb2.CoverFunderRequest, _Mapping]] = ..., cover_funders: _Optional[_Union[_funding_service_pb2.CoverFundersRequest, _Mapping]] = ..., publish_product: _Optional[_Union[_products_service_pb2.PublishProductRequest, _Mapping]] = ..., publish_channels: _Optional[_Union[_payments_service_pb2.PublishChannelsRequest, _Mapping]] = ..., publish_reference_rates: _Optional[_Union[_products_service_pb2.PublishReferenceRatesRequest, _Mapping]] = ..., publish_chart: _Optional[_Union[_books_service_pb2.PublishChartRequest, _Mapping]] = ..., publish_posting_rules: _Optional[_Union[_books_service_pb2.PublishPostingRulesRequest, _Mapping]] = ..., draft_rule_set: _Optional[_Union[_risk_service_pb2.DraftRuleSetRequest, _Mapping]] = ..., record_validation: _Optional[_Union[_risk_service_pb2.RecordValidationRequest, _Mapping]] = ..., record_rehearsal: _Optional[_Union[_risk_service_pb2.RecordRehearsalRequest, _Mapping]] = ..., submit_rule_set: _Optional[_Union[_risk_service_pb2.SubmitRuleSetRequest, _Mapping]] = ..., approve_rule_set: _Optional[_Union[_risk_service_pb2.ApproveRuleSetRequest, _Mapping]] = ..., release_rule_set: _Optional[_Union[_risk_service_pb2.ReleaseRuleSetRequest, _Mapping]] = ..., record_gray_count: _Optional[_Union[_risk_service_pb2.RecordGrayCountRequest, _Mapping]] = ..., promote_rule_set: _Optional[_Union[_risk_service_pb2.PromoteRuleSetRequest, _Mapping]] = ..., stop_rule_set: _Optional[_Union[_risk_service_pb2.StopRuleSetRequest, _Mapping]] = ..., roll_back_rules: _Optional[_Union[_risk_service_pb2.RollBackRulesRequest, _Mapping]] = ..., register_customer: _Optional[_Union[_customers_service_pb2.RegisterCustomerRequest, _Mapping]] = ..., bind_card: _Optional[_Union[_payments_service_pb2.BindCardRequest, _Mapping]] = ..., reorder_cards: _Optional[_Union[_payments_service_pb2.ReorderCardsRequest, _Mapping]] = ..., unbind_card: _Optional[_Union[_payments_service_pb2.UnbindCardRequest, _Mapping]] = ..., grant_credit_line: _Optional[_Union[_credit_service_pb2.GrantCreditLineRequest, _Mapping]] = ..., activate_credit_line: _Optional[_Union[_credit_service_pb2.ActivateCreditLineRequest, _Mapping]] = ..., freeze_credit_line: _Optional[_Union[_credit_service_pb2.FreezeCreditLineRequest, _Mapping]] = ..., unfreeze_credit_line: _Optional[_Union[_credit_service_pb2.UnfreezeCreditLineRequest, _Mapping]] = ..., adjust_credit_line: _Optional[_Union[_credit_service_pb2.AdjustCreditLineRequest, _Mapping]] = ..., close_credit_line: _Optional[_Union[_credit_service_pb2.CloseCreditLineRequest, _Mapping]] = ..., expire_credit_line: _Optional[_Union[_credit_service_pb2.ExpireCreditLineRequest, _Mapping]] = ..., register_dealer: _Optional[_Union[_dealers_service_pb2.RegisterDealerRequest, _Mapping]] = ..., activate_dealer: _Optional[_Union[_dealers_service_pb2.ActivateDealerRequest, _Mapping]] = ..., suspend_dealer: _Optional[_Union[_dealers_service_pb2.SuspendDealerRequest, _Mapping]] = ..., set_dealer_exposure: _Optional[_Union[_dealers_service_pb2.SetDealerExposureRequest, _Mapping]] = ..., submit_application: _Optional[_Union[_applications_service_pb2.SubmitApplicationRequest, _Mapping]] = ..., assess_application: _Optional[_Union[_applications_service_pb2.AssessApplicationRequest, _Mapping]] = ..., record_rule_answer: _Optional[_Union[_applications_service_pb2.RecordRuleAnswerRequest, _Mapping]] = ..., refer_undecided: _Optional[_Union[_applications_service_pb2.ReferUndecidedRequest, _Mapping]] = ..., review_application: _Optional[_Union[_applications_service_pb2.ReviewApplicationRequest, _Mapping]] = ..., publish_vendors: _Optional[_Union[_inquiries_service_pb2.PublishVendorsRequest, _Mapping]] = ..., record_inquiry_answer: _Optional[_Union[_inquiries_service_pb2.RecordInquiryAnswerRequest, _Mapping]] = ..., retry_inquiry: _Optional[_Union[_inquiries_service_pb2.RetryInquiryRequest, _Mapping]] = ..., expire_inquiry: _Optional[_Union[_inquiries_service_pb2.ExpireInquiryRequest, _Mapping]] = ..., confirm_offer: _Optional[_Union[_applications_service_pb2.ConfirmOfferRequest, _Mapping]] = ..., expire_offer: _Optional[_Union[_applications_service_pb2.ExpireOfferRequest, _Mapping]] = ..., cancel_application: _Optional[_Union[_applications_service_pb2.CancelApplicationRequest, _Mapping]] = ..., seek_funding: _Optional[_Union[_funding_service_pb2.SeekFundingRequest, _Mapping]] = ..., record_funder_answer: _Optional[_Union[_funding_service_pb2.RecordFunderAnswerRequest, _Mapping]] = ..., settle_funders: _Optional[_Union[_funding_service_pb2.SettleFundersRequest, _Mapping]] = ..., calculate_funder_settlement: _Optional[_Union[_funding_service_pb2.CalculateFunderSettlementRequest, _Mapping]] = ..., check_funder_settlement: _Optional[_Union[_funding_service_pb2.CheckFunderSettlementRequest, _Mapping]] = ..., send_funder_settlement: _Optional[_Union[_funding_service_pb2.SendFunderSettlementRequest, _Mapping]] = ..., record_funder_settlement_answer: _Optional[_Union[_funding_service_pb2.RecordFunderSettlementAnswerRequest, _Mapping]] = ..., pay_funder_settlement: _Optional[_Union[_funding_service_pb2.PayFunderSettlementRequest, _Mapping]] = ..., match_funder_settlement: _Optional[_Union[_funding_service_pb2.MatchFunderSettlementRequest, _Mapping]] = ..., accept_contract: _Optional[_Union[_contracts_service_pb2.AcceptContractRequest, _Mapping]] = ..., refuse_contract: _Optional[_Union[_contracts_service_pb2.RefuseContractRequest, _Mapping]] = ..., open_liveness: _Optional[_Union[_applications_service_pb2.OpenLivenessRequest, _Mapping]] = ..., review_payout: _Optional[_Union[_applications_service_pb2.ReviewPayoutRequest, _Mapping]] = ..., confirm_pick_up: _Optional[_Union[_applications_service_pb2.ConfirmPickUpRequest, _Mapping]] = ..., issue_payout_voucher: _Optional[_Union[_payments_service_pb2.IssuePayoutVoucherRequest, _Mapping]] = ..., revoke_payout_voucher: _Optional[_Union[_payments_service_pb2.RevokePayoutVoucherRequest, _Mapping]] = ..., expire_payout_voucher: _Optional[_Union[_payments_service_pb2.ExpirePayoutVoucherRequest, _Mapping]] = ..., route_payout: _Optional[_Union[_payments_service_pb2.RoutePayoutRequest, _Mapping]] = ..., record_payout_answer: _Optional[_Union[_payments_service_pb2.RecordPayoutAnswerRequest, _Mapping]] = ..., resolve_payout: _Optional[_Union[_payments_service_pb2.ResolvePayoutRequest, _Mapping]] = ..., withdraw_payout: _Optional[_Union[_payments_service_pb2.WithdrawPayoutRequest, _Mapping]] = ..., record_payout_return: _Optional[_Union[_payments_service_pb2.RecordPayoutReturnRequest, _Mapping]] = ..., cancel_payout: _Optional[_Union[_payments_service_pb2.CancelPayoutRequest, _Mapping]] = ..., follow_publications: _Optional[_Union[_loans_service_pb2.FollowPublicationsRequest, _Mapping]] = ..., generate_dues: _Optional[_Union[_loans_service_pb2.GenerateDuesRequest, _Mapping]] = ..., accrue_interest: _Optional[_Union[_books_service_pb2.AccrueInterestRequest, _Mapping]] = ..., record_seal: _Optional[_Union[_books_service_pb2.RecordSealRequest, _Mapping]] = ..., post_voucher: _Optional[_Union[_books_service_pb2.PostVoucherRequest, _Mapping]] = ..., correct_voucher: _Optional[_Union[_books_service_pb2.CorrectVoucherRequest, _Mapping]] = ..., sweep_channel: _Optional[_Union[_books_service_pb2.SweepChannelRequest, _Mapping]] = ..., sell_asset: _Optional[_Union[_books_service_pb2.SellAssetRequest, _Mapping]] = ..., record_proofs: _Optional[_Union[_books_service_pb2.RecordProofsRequest, _Mapping]] = ..., close_period: _Optional[_Union[_books_service_pb2.ClosePeriodRequest, _Mapping]] = ..., close_year: _Optional[_Union[_books_service_pb2.CloseYearRequest, _Mapping]] = ..., record_year_end: _Optional[_Union[_books_service_pb2.RecordYearEndRequest, _Mapping]] = ..., publish_booking_modes: _Optional[_Union[_books_service_pb2.PublishBookingModesRequest, _Mapping]] = ..., record_day_balances: _Optional[_Union[_books_service_pb2.RecordDayBalancesRequest, _Mapping]] = ..., request_deductions: _Optional[_Union[_payments_service_pb2.RequestDeductionsRequest, _Mapping]] = ..., route_deduction: _Optional[_Union[_payments_service_pb2.RouteDeductionRequest, _Mapping]] = ..., retry_deduction: _Optional[_Union[_payments_service_pb2.RetryDeductionRequest, _Mapping]] = ..., deduct_loan: _Optional[_Union[_payments_service_pb2.DeductLoanRequest, _Mapping]] = ..., draw_up_batch: _Optional[_Union[_payments_service_pb2.DrawUpBatchRequest, _Mapping]] = ..., release_deductions: _Optional[_Union[_payments_service_pb2.ReleaseDeductionsRequest, _Mapping]] = ..., accept_batch_result: _Optional[_Union[_payments_service_pb2.AcceptBatchResultRequest, _Mapping]] = ..., close_batch: _Optional[_Union[_payments_service_pb2.CloseBatchRequest, _Mapping]] = ..., record_deduction_answer: _Optional[_Union[_payments_service_pb2.RecordDeductionAnswerRequest, _Mapping]] = ..., repay_loan: _Optional[_Union[_loans_service_pb2.RepayLoanRequest, _Mapping]] = ..., settle_loan: _Optional[_Union[_loans_service_pb2.SettleLoanRequest, _Mapping]] = ..., prepay_loan: _Optional[_Union[_loans_service_pb2.PrepayLoanRequest, _Mapping]] = ..., charge_loan: _Optional[_Union[_loans_service_pb2.ChargeLoanRequest, _Mapping]] = ..., change_loan_rate: _Optional[_Union[_loans_service_pb2.ChangeLoanRateRequest, _Mapping]] = ..., extend_loan: _Optional[_Union[_loans_service_pb2.ExtendLoanRequest, _Mapping]] = ..., change_due_day: _Optional[_Union[_loans_service_pb2.ChangeDueDayRequest, _Mapping]] = ..., change_loan_term: _Optional[_Union[_loans_service_pb2.ChangeLoanTermRequest, _Mapping]] = ..., waive_loan: _Optional[_Union[_loans_service_pb2.WaiveLoanRequest, _Mapping]] = ..., recall_loan: _Optional[_Union[_loans_service_pb2.RecallLoanRequest, _Mapping]] = ..., reverse_payment: _Optional[_Union[_loans_service_pb2.ReversePaymentRequest, _Mapping]] = ..., refund_payment: _Optional[_Union[_loans_service_pb2.RefundPaymentRequest, _Mapping]] = ..., adjust_loan: _Optional[_Union[_loans_service_pb2.AdjustLoanRequest, _Mapping]] = ..., write_off_loan: _Optional[_Union[_loans_service_pb2.WriteOffLoanRequest, _Mapping]] = ..., recover_loan: _Optional[_Union[_loans_service_pb2.RecoverLoanRequest, _Mapping]] = ..., clear_loan: _Optional[_Union[_loans_service_pb2.ClearLoanRequest, _Mapping]] = ..., impair_loan: _Optional[_Union[_loans_service_pb2.ImpairLoanRequest, _Mapping]] = ..., receive_deposit: _Optional[_Union[_loans_service_pb2.ReceiveDepositRequest, _Mapping]] = ..., set_off_deposit: _Optional[_Union[_loans_service_pb2.SetOffDepositRequest, _Mapping]] = ..., return_deposit: _Optional[_Union[_loans_service_pb2.ReturnDepositRequest, _Mapping]] = ..., take_on_loans: _Optional[_Union[_loans_service_pb2.TakeOnLoansRequest, _Mapping]] = ..., record_reconciliation: _Optional[_Union[_reconciliation_service_pb2.RecordReconciliationRequest, _Mapping]] = ..., park_difference: _Optional[_Union[_reconciliation_service_pb2.ParkDifferenceRequest, _Mapping]] = ..., resolve_difference: _Optional[_Union[_reconciliation_service_pb2.ResolveDifferenceRequest, _Mapping]] = ..., release_day: _Optional[_Union[_reconciliation_service_pb2.ReleaseDayRequest, _Mapping]] = ..., reason: _Optional[str] = ..., value_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class ProposeResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Proposed
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Proposed, _Mapping]] = ...) -> None: ...

class ApproveProposalRequest(_message.Message):
    __slots__ = ("request_id", "proposal_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    proposal_id: str
    def __init__(self, request_id: _Optional[str] = ..., proposal_id: _Optional[str] = ...) -> None: ...

class ApproveProposalResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Proposed
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Proposed, _Mapping]] = ...) -> None: ...

class RejectProposalRequest(_message.Message):
    __slots__ = ("request_id", "proposal_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    proposal_id: str
    def __init__(self, request_id: _Optional[str] = ..., proposal_id: _Optional[str] = ...) -> None: ...

class RejectProposalResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Proposed
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Proposed, _Mapping]] = ...) -> None: ...
