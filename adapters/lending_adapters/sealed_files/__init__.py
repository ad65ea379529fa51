"""Sealed files (带尾校验的文件): text files whose trailer counts, adds up and seals the lines before it.

    #STATEMENT,1,MAIN,2024-01-05,1,CNY          the head: what the file is, its form, and whatever it says of itself
    channel_no,order_no,…                       the columns
    C1,ded_0000000000WRJESH9NFBWZ74NY,…         the lines, none or many
    #END,1,110016,200,3f0e…                     the trailer: count, sums, SHA-256 of the lines with their ends

UTF-8, each line ends with one line feed, nothing follows the trailer. None of it is believed before all of it agrees.
"""

from lending_adapters.sealed_files.fields import Fields
from lending_adapters.sealed_files.heads import FORM, HeadForm
from lending_adapters.sealed_files.reading import SealedReader
from lending_adapters.sealed_files.writing import SealedFile, SealedWriter, digest_of

__all__ = ["FORM", "Fields", "HeadForm", "SealedFile", "SealedReader", "SealedWriter", "digest_of"]
