"""What every HTML page of ours shares: its head, its colours, its policy, elements made of text."""
