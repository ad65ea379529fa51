"""The report: one HTML file with everything in it, for whoever runs the business."""

from lending_simulator.report.page import report_html, write_report

__all__ = ["report_html", "write_report"]
