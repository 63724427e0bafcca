"""One visit: the frame with its tabs, and the pages behind them."""
