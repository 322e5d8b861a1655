"""Days and hours as printed, and which of them is the event's."""
