"""The worker process: cancellation, watchdog, locale, standard streams and GDAL settings."""
