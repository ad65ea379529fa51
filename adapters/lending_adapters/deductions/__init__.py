"""Deductions by file (批量代扣): the file that a channel is sent, and the result that it sends back."""
