"""The burn chart: what was used, what the plan said, where it leads, and what there is; every line named where it is.

pyqtgraph takes a third of a second to load: only ``pages/budget_burn.py`` imports this, and late. The points come one a
week, so that a paint stays within a frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engagedesk.domain.burn import BurnPoint
from engagedesk.domain.money import exponent
from engagedesk.services.queries.budget_rows import Basis, BudgetPage
from engagedesk.ui.charts.labels import Place, along, around, best
from engagedesk.ui.format import day_short, day_with_weekday, hours, locale, money_short
from engagedesk.ui.tables.geometry import Box
from engagedesk.ui.theme import Style, Tokens, font, metrics, px, text_width, tokens_of
from engagedesk.ui.words import tr

HEIGHT: Final = 224
_GUTTER: Final = 136
"""What the forecast's name takes behind the end."""
_AXIS: Final = 44
_STEPS: Final = (1, 2, 2.5, 4, 5, 10)
_MOST_MONTHS: Final = 9
_BOTTOM: Final = 22
_TODAY_ROOM: Final = 40
"""A month's name this near to today gives way to it."""


def nice_step(most: float, *, lines: int = 3) -> float:
    """Return a round distance of grid lines, so that ``lines`` or one more of them reach the top."""
    if most <= 0:
        return 1.0
    base = 1.0
    while base * 10 * lines <= most:
        base *= 10
    while base * lines > most:
        base /= 10
    return next((base * step for step in _STEPS if base * step * (lines + 1) >= most), base * 10)


class BurnChart(QWidget):
    """In by ``show_page``. The numbers stand in a table beside it for whoever cannot see a chart."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: BudgetPage | None = None
        self._items: list[Any] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Time runs from left to right in every language of ours; the words around the chart are mirrored.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._plot: Any = pg.PlotWidget(self)
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setAntialiasing(True)  # pyqtgraph takes no keyword
        item = self._plot.getPlotItem()
        # A layout of graphics asks the application for its direction, not the widget that it is shown in.
        item.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(HEIGHT))

    def show_page(self, page: BudgetPage) -> None:
        if page == self._page:
            return
        self._page = page
        self.setAccessibleName(tr("Burn", "Burn chart"))
        self.setAccessibleDescription(described(page))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None and event.oldSize().width() != event.size().width():
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._page is not None:
            self._draw()

    # -- drawing -----------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        page = self._page
        self._clear()
        if page is None or not page.burn:
            return
        tokens, points, plot = tokens_of(self), page.burn, self._plot
        plot.setBackground(QColor(tokens.surface))
        first, last = points[0].day.toordinal(), points[-1].day.toordinal()
        limit = budget_of(page)
        tops = [limit, page.band.high, *(p.actual or 0 for p in points), *(p.plan or 0 for p in points)]
        top = max(1, *tops) * 1.12
        width = max(1, last - first)
        room = max(px(80), self.width() - px(_AXIS) - px(_GUTTER))
        plot.setXRange(first, last + width * px(_GUTTER) / room, padding=0)
        plot.setYRange(0, top, padding=0)
        self._axes(page, first=first, last=last, top=top, tokens=tokens)
        self._lines(points, tokens)
        if limit:
            self._add(_curve([first, last], [limit, limit], pen=_pen(tokens.danger, 1.5)))
        self._today(page, tokens)
        self._names(page, first=first, last=last, top=top, tokens=tokens)

    def _add(self, item: Any) -> None:
        # Past the plot, which would hold each item against ranges, averages and a legend that the chart has not.
        self._plot.getViewBox().addItem(item, ignoreBounds=True)
        self._items.append(item)

    def _clear(self) -> None:
        view = self._plot.getViewBox()
        for item in self._items:
            view.removeItem(item)
        self._items.clear()

    def _axes(self, page: BudgetPage, *, first: int, last: int, top: float, tokens: Tokens) -> None:
        scale = unit_scale(page)
        step = nice_step(top / scale)
        left, bottom = self._plot.getAxis("left"), self._plot.getAxis("bottom")
        marks: list[tuple[float, str]] = []
        value = 0.0
        while value * scale <= top:
            digits = 0 if step == int(step) else 1
            marks.append((value * scale, locale().toString(value, "f", digits)))
            value += step
        heights = [height for height, _ in marks[1:] for _ in range(2)]
        # All lines in one item: each of its own takes as long as a curve.
        grid = _curve([first, last] * (len(heights) // 2), heights, pen=_pen(tokens.border, 1), connect="pairs")
        self._add(grid)
        left.setTicks([marks])
        near = (last - first) * px(_TODAY_ROOM) / max(1, self.width() - px(_AXIS) - px(_GUTTER))
        today = page.today.toordinal()
        months = month_marks(date.fromordinal(first), date.fromordinal(last))
        shown = [(day, name) for day, name in months if abs(day - today) > near]
        bottom.setTicks([[*shown, (today, tr("Burn", "Today"))]])
        bottom.setHeight(px(_BOTTOM))
        for axis in (left, bottom):
            axis.setStyle(tickFont=font(Style.CAPTION), tickLength=0, tickTextOffset=6, tickAlpha=0)
            axis.setTextPen(QColor(tokens.third))
            axis.setPen(_pen(tokens.border, 1))
        left.setPen(QPen(Qt.PenStyle.NoPen))
        left.setWidth(px(_AXIS))

    def _lines(self, points: tuple[BurnPoint, ...], tokens: Tokens) -> None:
        planned = [(p.day.toordinal(), p.plan) for p in points if p.plan is not None]
        used = [(p.day.toordinal(), p.actual) for p in points if p.actual is not None]
        ahead = [p for p in points if p.expected is not None]
        if ahead:
            days = [p.day.toordinal() for p in ahead]
            low = _curve(days, [p.low or 0 for p in ahead], pen=None)
            high = _curve(days, [p.high or 0 for p in ahead], pen=None)
            self._add(pg.FillBetweenItem(low, high, brush=_see_through(tokens.warn, 48)))
        if planned:
            xs, ys = map(list, zip(*planned, strict=True))
            self._add(_curve(xs, ys, pen=_pen(tokens.second, 1.2, dashed=True)))
        if used:
            xs, ys = map(list, zip(*used, strict=True))
            self._add(_curve(xs, ys, pen=_pen(tokens.accent, 2.2), fillLevel=0, brush=_see_through(tokens.accent, 18)))
        if ahead:
            self._add(_curve(days, [p.expected or 0 for p in ahead], pen=_pen(tokens.warn, 2, dashed=True)))

    def _today(self, page: BudgetPage, tokens: Tokens) -> None:
        today, used = page.today.toordinal(), used_of(page)
        self._add(_curve([today, today], [0, used], pen=_pen(tokens.text, 1)))
        dot = {"size": px(9), "pen": _pen(tokens.surface, 1.5)}
        self._add(pg.ScatterPlotItem([today], [used], brush=QColor(tokens.accent), **dot))
        gone, limit = page.row.exhausted_on, budget_of(page)
        if gone is not None and limit and page.burn[0].day <= gone <= page.burn[-1].day:
            hollow = {"size": px(9), "pen": _pen(tokens.danger, 1.8), "brush": QColor(tokens.surface)}
            self._add(pg.ScatterPlotItem([gone.toordinal()], [limit], **hollow))

    def _names(self, page: BudgetPage, *, first: int, last: int, top: float, tokens: Tokens) -> None:
        limit, today = budget_of(page), page.today.toordinal()
        gutter, plot_wide, plot_high = px(_GUTTER), max(1, self.width() - px(_AXIS)), px(HEIGHT - _BOTTOM)
        across = (plot_wide - gutter) / max(1, last - first)

        def at(day: float, value: float) -> tuple[float, float]:
            return (day - first) * across, (1 - value / top) * plot_high

        used = [at(p.day.toordinal(), p.actual) for p in page.burn if p.actual is not None]
        planned = [at(p.day.toordinal(), p.plan) for p in page.burn if p.plan is not None]
        ahead = [at(p.day.toordinal(), p.expected) for p in page.burn if p.expected is not None]
        edge = [at(first, limit), at(last, limit)] if limit else []
        stem = [at(today, 0), at(today, used_of(page))]
        drawn = [point for line in (used, planned, ahead, edge, stem) for point in along(line, px(4))]
        taken: list[Box] = []

        def put(
            text: str, places: Sequence[Place], colour: str, *, strong: bool = False, wide: int = plot_wide
        ) -> None:
            style = Style.CAPTION_STRONG if strong else Style.CAPTION
            width, height = text_width(style, text) + px(6), metrics(style).height() + px(2)
            inside = Box(0, 0, wide, plot_high)
            place = best(places, width, height, taken=taken, lines=drawn, inside=inside)
            taken.append(place.box(width, height))
            label = pg.TextItem(text, color=QColor(colour), anchor=place.anchor)
            label.setFont(font(style))
            label.setPos(first + place.x / across, (1 - place.y / plot_high) * top)
            self._add(label)

        in_plot = plot_wide - gutter
        band, (end, height) = page.band, at(last, page.band.expected)
        height = min(max(height, px(16)), plot_high - px(20))
        words = tr("Burn", "Forecast {amount}").format(amount=short(page, band.expected))
        put(words, (Place(end + px(6), height, (0, 0.8)),), tokens.warn, strong=True)
        span = tr("Burn", "{low} to {high}").format(low=short(page, band.low), high=short(page, band.high))
        put(span, (Place(end + px(6), height + px(6), (0, 0)),), tokens.second)
        gone = page.row.exhausted_on
        if gone is not None and limit and page.burn[0].day <= gone <= page.burn[-1].day:
            words = tr("Burn", "Exhausted {day}").format(day=day_with_weekday(gone))
            x, y = at(gone.toordinal(), limit)
            put(words, around(x, y, gap=px(3)), tokens.danger, wide=in_plot)
        if limit:
            name = tr("Burn", "Cap {amount}") if page.row.capped else tr("Burn", "Budget {amount}")
            y = at(first, limit)[1]
            places = [Place(x, y, (0.0, b)) for x in (px(4), in_plot * 0.3, in_plot * 0.6) for b in (1.0, 0.0)]
            put(name.format(amount=short(page, limit)), places, tokens.danger, wide=in_plot)
        if used:
            words = tr("Burn", "Actual {amount}").format(amount=short(page, used_of(page)))
            marks = [used[len(used) * share // 10] for share in (6, 7, 5, 8, 4, 3, 9)]
            places = [place for x, y in marks for place in around(x, y, gap=px(3), first=((1.0, 1.0), (0.0, 0.0)))]
            put(words, places, tokens.accent_text, strong=True, wide=in_plot)
        if planned and page.plan_today is not None:
            words = tr("Burn", "Plan {amount} today").format(amount=short(page, page.plan_today))
            under = page.plan_today < used_of(page)
            wished = ((1.0, 0.0), (0.0, 0.0)) if under else ((1.0, 1.0), (0.0, 1.0))
            x, y = at(today, page.plan_today)
            # Beside its point, else a little under or over it: the line is steep where work is dense.
            side = 1 if under else -1
            nearer = [
                place
                for down in (0, px(14), px(28), px(42))
                for back in (0, px(20))
                for place in around(x - back, y + side * down, gap=px(3), first=wished)
            ]
            put(words, nearer, tokens.second)


def _curve(xs: Sequence[float], ys: Sequence[float], **looks: Any) -> Any:
    return pg.PlotCurveItem(list(xs), list(ys), antialias=True, **looks)


def _pen(colour: str, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(QColor(colour), width)
    # Widths are those of the screen, whatever the axes show.
    pen.setCosmetic(True)  # Qt takes no keyword
    if dashed:
        pen.setDashPattern([4, 3])
    return pen


def _see_through(colour: str, alpha: int) -> QColor:
    found = QColor(colour)
    found.setAlpha(alpha)
    return found


def month_marks(first: date, last: date) -> list[tuple[int, str]]:
    """Return the firsts of the months between two days with their names, at most ``_MOST_MONTHS``."""
    months: list[date] = []
    day = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    while day <= last:
        months.append(day)
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    every = -(-len(months) // _MOST_MONTHS) if months else 1
    names = [(one.toordinal(), day_short(one).replace("1. ", "").replace("1 ", "")) for one in months[::every]]
    return names or [((first + timedelta(days=0)).toordinal(), day_short(first))]


def budget_of(page: BudgetPage) -> int:
    """Return what there is, in the unit of the chart."""
    row = page.row
    return (row.budget_minor or 0) if row.basis is Basis.MONEY else row.budget_s


def used_of(page: BudgetPage) -> int:
    row = page.row
    return (row.actual_minor or 0) if row.basis is Basis.MONEY else row.actual_s


def short(page: BudgetPage, value: int) -> str:
    """Return a value of the chart as its names show it."""
    return money_short(value, page.row.currency) if page.row.basis is Basis.MONEY else f"{hours(value)} h"


def unit_scale(page: BudgetPage) -> float:
    """Return how much of the chart's unit one step of the axis is: a thousand of the currency, or an hour."""
    if page.row.basis is Basis.HOURS:
        return 3600.0
    return float(1000 * 10 ** exponent(page.row.currency))


def described(page: BudgetPage) -> str:
    """Return the chart in a sentence."""
    row = page.row
    return tr("Burn", "Used {used} of {budget} by {day}, the plan says {plan}; forecast {forecast}").format(
        used=short(page, used_of(page)),
        budget=short(page, budget_of(page)),
        day=day_short(page.today),
        plan=short(page, page.plan_today) if page.plan_today is not None else "–",
        forecast=short(page, page.band.expected),
    ) + (
        "" if row.exhausted_on is None else " " + tr("Burn", "Exhausted {day}").format(day=day_short(row.exhausted_on))
    )
