"""Capabilities: what this desktop can do for the program, why not where it cannot, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engagedesk.ui.capability_words import state_words, words_of
from engagedesk.ui.desktop.capability import Capability
from engagedesk.ui.intents import CheckCapabilities
from engagedesk.ui.pages.settings_groups.panel import Block, Panel
from engagedesk.ui.setting_words import Group, group_words
from engagedesk.ui.theme import Icon, Style, Tone
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.text import Label


class _CapabilityBlock(Block):
    def __init__(self, capability: Capability) -> None:
        words = words_of(capability)
        super().__init__(words.name, words.purpose, key=capability.key, also=words.why)
        self._chip = Chip()
        self.at_end(self._chip)
        self._why = Label("", style=Style.CAPTION_STRONG, tone=Tone.SECOND, wrap=True)
        self._advice = Label("", style=Style.CAPTION, tone=Tone.SECOND, wrap=True)
        self.below(self._why)
        self.below(self._advice)
        self.show_capability(capability)

    def show_capability(self, capability: Capability) -> None:
        words = words_of(capability)
        state, tone = state_words(capability.state)
        self._chip.show_status(state, tone)
        for label, text in ((self._why, words.why), (self._advice, words.advice)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(". ".join(p for p in (f"{words.name}: {state}", words.why, words.advice) if p))


class CapabilitiesPanel(Panel):
    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(*group_words(Group.CAPABILITIES), parent=parent)
        self._shown: dict[str, _CapabilityBlock] = {}
        again = Block(
            self.tr("What this desktop can do"),
            self.tr("EngageDesk works without each of these; it only does less by itself."),
            key="capabilities.again",
        )
        self.again_button = Button(self.tr("Look again"), icon=Icon.REFRESH)
        self.again_button.clicked.connect(self._again)
        again.at_end(self.again_button)
        self.add(again)

    def show_capabilities(self, capabilities: Sequence[Capability]) -> None:
        for capability in capabilities:
            block = self._shown.get(capability.key)
            if block is None:
                block = self._shown[capability.key] = _CapabilityBlock(capability)
                self.add(block)
            else:
                block.show_capability(capability)

    @Slot()
    def _again(self) -> None:
        self.intent.emit(CheckCapabilities())
