"""The book: products, chart of accounts, posting rules, reference rates and calendar as data, and their loader."""

from lending_adapters.book.loading import BookLoaded, BookRefused, load_book, publish_book
from lending_adapters.book.reading import SHIPPED, Book, read_book
from lending_adapters.book.writing import stored_book, write_book

__all__ = [
    "SHIPPED",
    "Book",
    "BookLoaded",
    "BookRefused",
    "load_book",
    "publish_book",
    "read_book",
    "stored_book",
    "write_book",
]
