"""Charts, drawn with pyqtgraph: imported late, after Today is on the screen."""
