"""Credit: lines that loans are drawn on, how much of each is drawn, and when they end."""
