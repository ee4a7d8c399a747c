"""firstsnow: a model of the course of depression, for a person, a trial and a population."""

__version__ = "0.1.0"
