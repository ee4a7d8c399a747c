"""Studies and clinics: tables of measurements, read through a mapping file."""
