"""All of the plan in a strip under the pane: what is in sight is framed, and the frame can be dragged."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engagedesk.ui.theme import px, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CHIP
from engagedesk.ui.timeline.arranging import extent
from engagedesk.ui.timeline.density import Density
from engagedesk.ui.timeline.pane import TimePane
from engagedesk.ui.timeline.scale import Scale
from engagedesk.ui.timeline.sheet import shades_of
from engagedesk.ui.timeline.words import tr

HEIGHT_PX: Final = 32
_STEP_PX: Final = 96


class Minimap(QWidget):
    """Looks at a pane; drags, arrows, Home and End move what the pane shows."""

    def __init__(self, pane: TimePane, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._density = Density()
        self._image: QImage | None = None
        self._held_at: float | None = None
        self.setAccessibleName(tr("Timeline", "Overview of the whole plan"))
        self.setAccessibleDescription(tr("Timeline", "Arrow keys move the part in sight; Home shows today"))
        self.setToolTip(tr("Timeline", "The whole plan: drag the frame"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pane.scale_changed.connect(self.update)
        pane.verticalScrollBar().valueChanged.connect(self.update)
        pane.rows_moved.connect(self._stale)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT_PX))

    @Slot()
    def _stale(self) -> None:
        self._image = None
        self.update()

    def _scale(self) -> Scale:
        plan = self._pane.plan
        if plan is None:
            return self._pane.scale
        first, last = extent(plan, self._pane.bars)
        return Scale.fit(first, last, width=self.width(), margin=px(8))

    def _along(self, x: float) -> float:
        return self.width() - x if self._pane.mirrored else x

    def _frame(self) -> tuple[float, float]:
        """Return where the part in sight begins and ends, along the direction of reading."""
        scale, pane = self._scale(), self._pane
        left = scale.x(pane.scale.origin)
        right = scale.x(pane.scale.civil(pane.viewport().width()))
        return left, max(right, left + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, pane = tokens_of(self), self._pane
        painter.fillRect(self.rect(), QColor(tokens.surface))
        wide, high = self.width(), self.height() - 8
        plan = pane.plan
        if plan is not None and pane.bars.count and wide > 1 and high > 1:
            if self._image is None or self._image.width() != wide:
                pixels = self._density.picture(
                    pane.bars, self._scale(), width=wide, height=high, row_px=high / max(1, pane.bars.rows),
                    top_px=0.0, shades=shades_of(tokens),
                )  # fmt: skip
                self._image = QImage(pixels.data, wide, high, 4 * (wide + 1), QImage.Format.Format_RGB32).copy()
            image = self._image.flipped(Qt.Orientation.Horizontal) if pane.mirrored else self._image
            painter.drawImage(0, 4, image)
            x = self._scale().x(plan.present)
            painter.fillRect(QRectF(wide - x if pane.mirrored else x, 0, 1, self.height()), QColor(tokens.accent))
        painter.fillRect(0, 0, wide, 1, QColor(tokens.border))
        left, right = (max(1.0, min(wide - 1.0, x)) for x in self._frame())
        if pane.mirrored:
            left, right = wide - right, wide - left
        veil = QColor(tokens.sunken)
        veil.setAlphaF(0.6)
        painter.fillRect(QRectF(0, 1, left, self.height()), veil)
        painter.fillRect(QRectF(right, 1, wide - right, self.height()), veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = tokens.accent if self.hasFocus() else tokens.control_border
        painter.setPen(QPen(QColor(colour), FOCUS_RING if self.hasFocus() else 1.2))
        frame = QRectF(left, 2.5, max(4.0, right - left), self.height() - 5)
        painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)

    # -- moving ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = self._along(event.position().x())
        left, right = self._frame()
        # Beside the frame: its middle comes here first.
        self._held_at = x - left if left <= x <= right else (right - left) / 2
        self._go(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is not None:
            self._go(self._along(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held_at = None

    def _go(self, x: float) -> None:
        scale, pane = self._scale(), self._pane
        start = scale.civil(x - (self._held_at or 0.0))
        pane.set_scale(pane.scale.panned(pane.scale.x(start)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pane.take_wheel(event, at_x=None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -_STEP_PX, Qt.Key.Key_Right: _STEP_PX}.get(Qt.Key(event.key()))
        if step is not None:
            self._pane.pan(-step if self._pane.mirrored else step)
        elif event.key() == Qt.Key.Key_Home:
            self._pane.show_today()
        elif event.key() == Qt.Key.Key_End:
            self._pane.fit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stale()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._stale()
