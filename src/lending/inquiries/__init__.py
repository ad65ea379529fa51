"""Inquiries (外部查询): what third parties are asked of a person, a card or a signature, and what they answer."""
