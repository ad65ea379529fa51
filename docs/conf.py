"""How the handbook is built: `make docs`. Nothing is fetched."""

from importlib.metadata import version as installed_version

project = "lending"
author = "The lending developers"
copyright = "The lending developers, Apache License 2.0"
version = release = installed_version("lending")
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
exclude_patterns = ["adr/template.md", "reference/requirements.toml"]
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
nitpicky = False

autodoc_member_order = "bysource"
autodoc_typehints = "description"

html_theme = "furo"
html_title = f"lending {version}"
html_static_path: list[str] = []
