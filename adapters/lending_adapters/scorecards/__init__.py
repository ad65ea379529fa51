"""Scorecards as files: the card, and the applicants that it scores."""

from lending_adapters.scorecards.reading import Applicant, read_applicants, read_card

__all__ = ["Applicant", "read_applicants", "read_card"]
