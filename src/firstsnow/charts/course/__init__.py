"""The course plot of one person's record."""

from firstsnow.charts.course.chart import WIDE_PX, CourseChart, course_chart
from firstsnow.charts.course.table import CourseFact, CourseMeasurement

__all__ = ["WIDE_PX", "CourseChart", "CourseFact", "CourseMeasurement", "course_chart"]
