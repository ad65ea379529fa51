"""Files between us and funders and our bank: what is settled, what is answered, what is paid (资金方清算文件)."""
