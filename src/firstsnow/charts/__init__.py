"""Pictures as one declarative specification each, for page, PDF and notebook alike."""

from firstsnow.charts.course import CourseChart, CourseFact, CourseMeasurement, course_chart

__all__ = ["CourseChart", "CourseFact", "CourseMeasurement", "course_chart"]
