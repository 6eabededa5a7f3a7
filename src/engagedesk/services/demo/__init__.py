"""The sample portfolio: one manager's year in London, the same for the same arguments."""

from engagedesk.services.demo.filling import DemoFilled, FillSample, fill

__all__ = ["DemoFilled", "FillSample", "fill"]
