"""The worker process: cancellation, watchdog, locale, streams, warnings and GDAL settings."""
